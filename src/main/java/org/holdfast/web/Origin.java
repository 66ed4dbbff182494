package org.holdfast.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Where people reach the service: the configured public origin, or on this machine what the browser asked for. */
@Singleton
public final class Origin {
    private final String configured;

    Origin(@Value("${holdfast.public-origin:}") String configured) {
        this.configured = configured;
    }

    /** Without a slash at the end, for links that are copied out of a page. */
    public String of(HttpRequest<?> request) {
        if (!configured.isEmpty()) {
            return configured.replaceFirst("/+$", "");
        }
        return "http://" + request.getHeaders().get(HttpHeaders.HOST);
    }
}
