package org.holdfast.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a page as UTF-8 bytes: the fixed parts of a template are stored as bytes and never pass through a string. */
@Singleton
@Produces(MediaType.TEXT_HTML)
final class Rendering implements MessageBodyWriter<JteModel> {
    private static final String HTML = "text/html; charset=utf-8";

    @Override
    public void writeTo(
            Argument<JteModel> type, MediaType mediaType, JteModel page, MutableHeaders headers, OutputStream out) {
        headers.set(HttpHeaders.CONTENT_TYPE, HTML);
        try {
            rendered(page).writeTo(out);
        } catch (IOException e) {
            throw new CodecException("The page could not be written", e);
        }
    }

    @Override
    public ByteBuffer<?> writeTo(
            Argument<JteModel> type, MediaType mediaType, JteModel page, MutableHeaders headers,
            ByteBufferFactory<?, ?> buffers) {
        headers.set(HttpHeaders.CONTENT_TYPE, HTML);
        return buffers.wrap(rendered(page).toByteArray());
    }

    private static Utf8ByteOutput rendered(JteModel page) {
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        page.render(bytes);
        return bytes;
    }
}
