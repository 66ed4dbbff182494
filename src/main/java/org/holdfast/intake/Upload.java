package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** The parts of one multipart request while they arrive. Nothing is written to a file, and 64 MB are the limit. */
final class Upload {
    /** Bytes of a whole request. */
    static final long LIMIT = 64L * 1024 * 1024;

    /** The request is larger than {@link #LIMIT}. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("More than 64 MB");
        }
    }

    private Upload() {}

    /**
     * @param contentType as sent, with its boundary
     * @param length      as announced, -1 where it was not
     * @throws TooLarge at once where the length says so, otherwise while it arrives
     */
    static FileItemInputIterator parts(@Nullable String contentType, long length, InputStream body) throws IOException {
        if (length > LIMIT) {
            throw new TooLarge();
        }
        return new Parts().getItemIterator(new Arriving(contentType, length, new Limited(body)));
    }

    /** The library's own way to keep parts is never used: parts are read one by one as they arrive. */
    private static final class Parts extends AbstractFileUpload<Arriving, DiskFileItem, DiskFileItemFactory> {
        @Override
        public FileItemInputIterator getItemIterator(Arriving request) throws IOException {
            return super.getItemIterator((RequestContext) request);
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(Arriving request) {
            throw new UnsupportedOperationException("Parts are read as they arrive");
        }

        @Override
        public List<DiskFileItem> parseRequest(Arriving request) {
            throw new UnsupportedOperationException("Parts are read as they arrive");
        }
    }

    private record Arriving(String contentType, long length, InputStream body) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    private static final class Limited extends FilterInputStream {
        private long arrived;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws TooLarge {
            arrived += more;
            if (arrived > LIMIT) {
                throw new TooLarge();
            }
        }
    }
}
