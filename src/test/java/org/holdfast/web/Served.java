package org.holdfast.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The service on a free port, with the routes that only tests have, and a client that behaves like a browser. */
final class Served implements AutoCloseable {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Served(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("micronaut.server.port", -1, "holdfast.living", "true"));
        all.putAll(settings);
        server = ApplicationContext.run(EmbeddedServer.class, all);
    }

    Served() {
        this(Map.of());
    }

    String address() {
        return server.getURL().toString();
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
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document html(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
