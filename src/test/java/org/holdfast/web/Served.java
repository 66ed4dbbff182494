package org.holdfast.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.holdfast.house.TestService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Sends what no browser of ours would: the bare request, header by header. */
final class Served {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestService service;

    Served(TestService service) {
        this.service = service;
    }

    /** The service with the routes that only tests have. */
    static TestService living() {
        return TestService.started().with(LivingPage.SHOWN, "true");
    }

    String address() {
        return service.address().toString();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As a form on one of our own pages sends it. */
    HttpResponse<String> post(String path, String form) {
        return send(request(path).header("Sec-Fetch-Site", "same-origin").header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document html(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }
}
