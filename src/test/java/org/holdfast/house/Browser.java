package org.holdfast.house;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A browser without script for tests: keeps cookies, says where a request comes from as browsers do, follows no
 * redirect unless told to.
 */
public final class Browser {
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

    private final URI service;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @param service where the service answers, for one that is not a {@link TestService} */
    public Browser(URI service) {
        this.service = service;
        headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /** Sends that header with every request from now on, for example {@code Authorization}; null leaves it out. */
    public Browser header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** Opens a path, query included. */
    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Opens a path and follows redirects to the page that is shown in the end. */
    public Page open(String path) {
        Page page = get(path);
        for (int turns = 0; page.isRedirect() && turns < 5; turns++) {
            page = get(page.location());
        }
        return page;
    }

    /** Sends a form as names and values in turn; a null value leaves its name out. */
    public Page post(String path, String... fields) {
        return send(request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin())
            .header("Sec-Fetch-Site", "same-origin")
            .POST(form(fields)));
    }

    /** Sends any body with any method, as script in a page or another system would. */
    public Page send(String method, String path, String contentType, byte[] body) {
        return send(request(path)
            .header("Content-Type", contentType)
            .header("Origin", origin())
            .header("Sec-Fetch-Site", "same-origin")
            .method(method, BodyPublishers.ofByteArray(body)));
    }

    /**
     * Fills in the form that a selector finds on a page and sends it: hidden fields and what already stood in it go
     * along, names and values in turn overwrite it.
     */
    public Page submit(Page page, String form, String... fields) {
        Element found = page.one(form);
        if (!(found instanceof FormElement element)) {
            throw new AssertionError(form + " is no form");
        }
        Map<String, List<String>> filled = new LinkedHashMap<>();
        for (KeyVal field : element.formData()) {
            filled.computeIfAbsent(field.key(), name -> new ArrayList<>()).add(field.value());
        }
        for (int i = 0; i < fields.length; i += 2) {
            filled.put(fields[i], fields[i + 1] == null ? List.of() : List.of(fields[i + 1]));
        }
        String action = element.attr("action").isEmpty() ? page.path() : element.attr("action");
        String[] pairs = filled.entrySet().stream()
            .flatMap(field -> field.getValue().stream().flatMap(value -> Stream.of(field.getKey(), value)))
            .toArray(String[]::new);
        return post(action, pairs);
    }

    /** The value of a cookie; null where there is none. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    /** Forgets every cookie, as closing the browser would. */
    public void forgetCookies() {
        cookies.clear();
    }

    private String origin() {
        return service.getScheme() + "://" + service.getAuthority();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            StringJoiner sent = new StringJoiner("; ");
            cookies.forEach((name, value) -> sent.add(name + "=" + value));
            request.header("Cookie", sent.toString());
        }
        return request;
    }

    private static BodyPublisher form(String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
            }
        }
        return BodyPublishers.ofString(form.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Page(request.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Cookies are kept whatever their attributes say: a test service has no TLS, and would get no Secure one back. */
    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('=')).strip();
        String value = pair.substring(pair.indexOf('=') + 1).strip();
        if (value.isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
