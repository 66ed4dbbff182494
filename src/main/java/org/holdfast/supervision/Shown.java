package org.holdfast.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A mark of how a field was shown. A form sends every field, touched or not; by this mark the untouched ones are told
 * from the others, so that saving a form never puts back what somebody else has changed meanwhile.
 */
final class Shown {
    private static final int BYTES = 6;

    private Shown() {}

    static String digest(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(asSent(value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Browsers send line ends as CRLF whatever they were. */
    private static String asSent(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n');
    }
}
