package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where somebody was going when they were asked who they are. */
final class WayBack {
    private WayBack() {}

    /** That page of ours, which leads back to where this request was going. */
    static URI through(String page, HttpRequest<?> request) {
        return through(page, request.getUri());
    }

    /** The same for an address; only its path and query count. */
    static URI through(String page, URI address) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        return URI.create(through(page, query == null ? path : path + "?" + query));
    }

    /** That page of ours, which leads on to there. */
    static String through(String page, @Nullable String to) {
        return page + "?to=" + URLEncoder.encode(own(to), StandardCharsets.UTF_8);
    }

    /** Only a path of our own: never another site, nor what a browser could take for one; else home. */
    static String own(@Nullable String to) {
        boolean ours = to != null && to.length() <= 500 && to.matches("/(?![/\\\\])[A-Za-z0-9/_.?=&-]*");
        return ours && !to.startsWith("/sign-") && !to.startsWith("/confirmation") ? to : "/";
    }
}
