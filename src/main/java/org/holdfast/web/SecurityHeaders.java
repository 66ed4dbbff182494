package org.holdfast.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What every answer tells the browser not to do; see "Browser security" in the contracts. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {
    /** Before every other filter, so that their early answers carry these headers too. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NOTHING_ALLOWED = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), "
            + "magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final boolean behindTls;

    SecurityHeaders(@Value("${holdfast.public-origin:}") String publicOrigin) {
        this.behindTls = publicOrigin.startsWith("https:");
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    /** Once or twice comes to the same. */
    @ResponseFilter
    void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders()
                .set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", NOTHING_ALLOWED)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (behindTls || request.isSecure()) {
            response.getHeaders().set("Strict-Transport-Security", TWO_YEARS);
        }
    }
}
