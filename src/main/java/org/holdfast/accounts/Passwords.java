package org.holdfast.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;

/** Passwords as Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet). */
@Singleton
final class Passwords {
    /** The shortest password, in characters. No rules of composition, no expiry (NIST SP 800-63B). */
    static final int LEAST = 12;
    /** Longer ones are refused before they are hashed. */
    static final int MOST = 200;

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private final String nobodys = hash("nobody has this password");

    String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    /**
     * @param hash as stored, or null where there is no such account; that takes as long as a wrong password, so that the
     *             time says nothing about who has an account
     */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > MOST) {
            return false;
        }
        String held = hash == null ? nobodys : hash;
        return Password.check(password, held).with(Argon2Function.getInstanceFromHash(held)) && hash != null;
    }
}
