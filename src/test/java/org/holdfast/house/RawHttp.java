package org.holdfast.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends whatever bytes it is given over a connection of its own: no library stands between and puts things right. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int ENOUGH = 200_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status 0 where the service closed the connection without an answer
     * @param text   headers and the beginning of the body
     */
    record Answer(int status, String text) {
        String header(String name) {
            for (String line : text.split("\r\n\r\n", 2)[0].split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }

        /** What stands after the headers; empty where nothing does. */
        String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length == 2 ? parts[1] : "";
        }
    }

    /** Sends one request, which must ask for the connection to be closed. */
    static Answer send(URI service, byte[] head, byte[] body) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket.getOutputStream(), head, body);
            return answer(socket.getInputStream().readNBytes(ENOUGH));
        } catch (java.net.SocketTimeoutException late) {
            throw new AssertionError("No answer within " + PATIENCE_MILLIS + " ms", late);
        } catch (IOException closed) {
            return new Answer(0, "");
        }
    }

    private static void write(OutputStream out, byte[] head, byte[] body) {
        try {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(head);
            whole.write(body);
            out.write(whole.toByteArray());
            out.flush();
        } catch (IOException refusedHalfWay) {
            // the answer may still be there to read
        }
    }

    private static Answer answer(byte[] bytes) {
        String whole = new String(bytes, StandardCharsets.UTF_8);
        // that the body may come is no answer yet
        String text = whole.startsWith("HTTP/1.1 100 ") ? whole.substring(whole.indexOf("\r\n\r\n") + 4) : whole;
        boolean isHttp = text.startsWith("HTTP/1.") && text.length() > 12;
        return new Answer(isHttp ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
}
