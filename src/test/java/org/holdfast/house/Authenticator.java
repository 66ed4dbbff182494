package org.holdfast.house;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person's authenticator app, written apart from the service's own reading of RFC 6238, for tests that sign in for real:
 *
 * <pre>{@code Authenticator app = Authenticator.setUp(browser, service.clock());}</pre>
 */
public final class Authenticator {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final byte[] secret;
    private final Clock clock;

    private Authenticator(byte[] secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** With a secret as a page shows it for typing. */
    public static Authenticator with(String written, Clock clock) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : written.replace(" ", "").toCharArray()) {
            held = (held << 5 | BASE_32.indexOf(letter)) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return new Authenticator(bytes.toByteArray(), clock);
    }

    /** Sets up the second factor of whoever has just signed in there for the first time; they may then do everything. */
    public static Authenticator setUp(Browser browser, Clock clock) {
        Authenticator app = with(browser.get("/account/second-factor/new").one("#secret").text(), clock);
        Page done = browser.post("/account/second-factor", "code", app.code());
        if (done.status() != 200) {
            throw new AssertionError("The second factor was not set up: " + done.status() + "\n" + done.text());
        }
        return app;
    }

    /** What it keeps: the secret's bytes. */
    public byte[] secret() {
        return secret.clone();
    }

    /** The code it shows now. */
    public String code() {
        return code(0);
    }

    /** The code it shows that many half minutes from now; negative for before. */
    public String code(int halfMinutes) {
        long step = clock.instant().plus(PERIOD.multipliedBy(halfMinutes)).getEpochSecond() / PERIOD.toSeconds();
        byte[] hash = hmac(ByteBuffer.allocate(8).putLong(step).array());
        int at = hash[19] & 15;
        int number = (hash[at] & 127) << 24 | (hash[at + 1] & 255) << 16 | (hash[at + 2] & 255) << 8 | hash[at + 3] & 255;
        return String.valueOf(1_000_000 + number % 1_000_000).substring(1);
    }

    private byte[] hmac(byte[] step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(step);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
