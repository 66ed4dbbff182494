package org.holdfast.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a number of connections busy, each with one request after the other, from a single thread: it should take as
 * little as possible of the machine it shares with what it measures.
 */
final class Load {
    /** What came of it: answers a second, and milliseconds within which so many of a hundred answers were there. */
    record Result(int connections, double perSecond, double p50, double p95, double p99, long failed) {
        String words() {
            return "%s a second, p50 %s ms, p95 %s ms, p99 %s ms%s".formatted(Report.number(perSecond), Report.number(p50), Report.number(p95),
                Report.number(p99), failed == 0 ? "" : ", " + failed + " failed");
        }
    }

    private static final class Line {
        private final SocketChannel channel;
        private final ByteBuffer request;
        private final StringBuilder head = new StringBuilder();
        private long sentAt;
        private boolean inBody;
        private boolean chunked;
        private long left;
        private String tail = "";

        Line(SocketChannel channel, byte[] request) {
            this.channel = channel;
            this.request = ByteBuffer.wrap(request);
        }

        void send() throws IOException {
            head.setLength(0);
            inBody = false;
            tail = "";
            request.rewind();
            sentAt = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** True once the whole answer is here. */
        boolean took(ByteBuffer bytes) {
            if (!inBody) {
                String text = StandardCharsets.ISO_8859_1.decode(bytes).toString();
                head.append(text);
                int end = head.indexOf("\r\n\r\n");
                if (end < 0) {
                    return false;
                }
                return startBody(head.substring(end + 4), head.substring(0, end).toLowerCase(Locale.ROOT));
            }
            return chunked ? endsIn(StandardCharsets.ISO_8859_1.decode(bytes).toString()) : counted(bytes.remaining());
        }

        private boolean startBody(String begun, String headers) {
            inBody = true;
            int length = headers.indexOf("content-length:");
            chunked = length < 0;
            if (chunked) {
                return endsIn(begun);
            }
            int end = headers.indexOf('\r', length);
            left = Long.parseLong(headers.substring(length + 15, end < 0 ? headers.length() : end).strip());
            return counted(begun.length());
        }

        private boolean endsIn(String more) {
            tail = (tail + more);
            tail = tail.substring(Math.max(0, tail.length() - 7));
            return tail.endsWith("\r\n0\r\n\r\n") || tail.equals("0\r\n\r\n");
        }

        private boolean counted(int bytes) {
            left -= bytes;
            return left <= 0;
        }

        boolean succeeded() {
            return head.indexOf("HTTP/1.1 200") == 0;
        }
    }

    private final int port;
    private final List<byte[]> requests;

    /** @param requests whole requests as bytes; the connections share them out */
    Load(int port, List<byte[]> requests) {
        this.port = port;
        this.requests = requests;
    }

    static byte[] get(String path, String cookie) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nCookie: " + cookie + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    Result with(int connections, Duration time) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                Line line = new Line(open(), requests.get(i % requests.size()));
                line.channel.register(selector, SelectionKey.OP_READ, line);
                line.send();
            }
            Result result = run(selector, connections, time);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return result;
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel;
    }

    private static Result run(Selector selector, int connections, Duration time) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
        long[] times = new long[1 << 20];
        int answers = 0;
        long failed = 0;
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        while (System.nanoTime() < end) {
            selector.select(100);
            for (SelectionKey key : selector.selectedKeys()) {
                Line line = (Line) key.attachment();
                buffer.clear();
                if (line.channel.read(buffer) < 0) {
                    throw new IOException("The service closed a connection");
                }
                if (line.took(buffer.flip())) {
                    times[answers++ & times.length - 1] = System.nanoTime() - line.sentAt;
                    failed += line.succeeded() ? 0 : 1;
                    line.send();
                }
            }
            selector.selectedKeys().clear();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return result(connections, Arrays.copyOf(times, Math.min(answers, times.length)), answers / seconds, failed);
    }

    private static Result result(int connections, long[] times, double perSecond, long failed) {
        Arrays.sort(times);
        return new Result(connections, perSecond, percent(times, 50), percent(times, 95), percent(times, 99), failed);
    }

    private static double percent(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
