package org.holdfast.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last link of the trail at some moment. Kept somewhere else, it shows later that nothing up to it was cut off.
 *
 * @param sequence the link's number, from 1; 0 while there is none
 * @param mac      the link, 32 bytes
 */
record Head(long sequence, byte[] mac) {
    /** Before the first link. */
    static final Head NONE = new Head(0, new byte[TrailKey.BYTES]);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** Empty for a text that is no head. */
    static Optional<Head> of(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new Head(Long.parseLong(written.group(1)), HexFormat.of().parseHex(written.group(2))))
                : Optional.empty();
    }

    boolean isSame(byte[] other) {
        return Arrays.equals(mac, other);
    }

    /** As the application log, the export and the command write it: the number, a colon, 64 hexadecimal digits. */
    @Override
    public String toString() {
        return sequence + ":" + HexFormat.of().formatHex(mac);
    }
}
