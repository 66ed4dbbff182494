package org.holdfast.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every half minute (RFC 6238 with the parameters every authenticator app knows: SHA-1, 6 digits,
 * 30 seconds).
 *
 * @param secret 20 random bytes, as RFC 4226 recommends
 */
record Totp(byte[] secret) {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 20;
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static Totp fresh() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new Totp(bytes);
    }

    /**
     * Which half minute that code belongs to: the present one, or the one before or after, because clocks differ.
     *
     * @param typed as typed; spaces do not matter
     * @param used  the newest half minute whose code was used; none of it or before fits
     */
    OptionalLong step(String typed, Instant now, long used) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long present = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> step > used)
                .filter(step -> MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), code))
                .findFirst();
    }

    String code(long step) {
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % 1_000_000);
    }

    private byte[] hash(byte[] step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(step);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The secret for typing into an app: groups of four letters and digits (RFC 4648, base 32). */
    String written() {
        return base32().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What an app reads from the picture (the Key URI format of authenticator apps). */
    String address(String userName) {
        String label = java.net.URLEncoder.encode("Holdfast:" + userName, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + base32() + "&issuer=Holdfast";
    }

    private String base32() {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : secret) {
            held = (held << Byte.SIZE | next & 0xff) & 0xfff;
            for (bits += Byte.SIZE; bits >= 5; bits -= 5) {
                text.append(BASE_32.charAt(held >> bits - 5 & 31));
            }
        }
        return text.toString();
    }
}
