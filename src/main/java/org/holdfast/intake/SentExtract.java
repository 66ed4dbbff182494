package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.InputStream;
import java.util.UUID;

/**
 * A request that brings an extract.
 *
 * @param centre      the centre as asked for; null leaves it to the installation, which must then have at most one
 * @param contentType as sent, with the boundary of its parts
 * @param length      of the body as announced in bytes, -1 where it was not
 * @param upload      the number by which a page asks how far it is, or null
 */
record SentExtract(@Nullable String centre, @Nullable String contentType, long length, InputStream body, @Nullable UUID upload) {
    static SentExtract with(HttpRequest<?> request, @Nullable String centre, @Nullable UUID upload, @Nullable InputStream body) {
        return new SentExtract(
                centre == null || centre.isBlank() ? null : centre.strip(), request.getHeaders().get(HttpHeaders.CONTENT_TYPE),
                request.getContentLength(), body == null ? InputStream.nullInputStream() : body, upload);
    }
}
