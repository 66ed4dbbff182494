package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Answers for {@link Assets} before anything asks who is looking: they are the same for everybody. */
@ServerFilter(Assets.PREFIX + "**")
final class AssetsAnswer implements Ordered {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    @Override
    public int getOrder() {
        return ANSWERS_ASSETS;
    }

    /** After the security headers, before everything that asks the database. */
    static final int ANSWERS_ASSETS = SecurityHeaders.ORDER + 10;

    @RequestFilter
    @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        Assets.Asset asset = Assets.find(request.getPath());
        return reads && asset != null ? answer(asset, request) : null;
    }

    private static MutableHttpResponse<byte[]> answer(Assets.Asset asset, HttpRequest<?> request) {
        MutableHttpResponse<byte[]> response = asset.compressed() != null && takesGzip(request)
                ? HttpResponse.ok(asset.compressed()).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : HttpResponse.ok(asset.bytes());
        return response.header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, FOR_GOOD)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static boolean takesGzip(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
