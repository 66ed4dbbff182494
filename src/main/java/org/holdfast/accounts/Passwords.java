package org.holdfast.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import org.holdfast.web.Errors;

/** Passwords as Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet). */
@Singleton
final class Passwords {
    /** The shortest password, in characters. No rules of composition, no expiry (NIST SP 800-63B). */
    static final int LEAST = 12;
    /** Longer ones are refused before they are hashed. */
    static final int MOST = 200;

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final CommonPasswords common;
    private final String nobodys = hash("nobody has this password");

    Passwords(CommonPasswords common) {
        this.common = common;
    }

    /** Says under {@code password} what keeps this from being a new password, if anything does. */
    void check(Errors errors, String typed, String userName) {
        if (typed.length() > MOST) {
            errors.add("password", "Choose a password of at most " + MOST + " characters");
        } else if (typed.codePointCount(0, typed.length()) < LEAST) {
            errors.add("password", "Choose a password of at least " + LEAST + " characters; a few words together do well");
        } else if (common.include(typed)) {
            errors.add("password", "Choose another password: many people use this one, so it is among the first that others try");
        } else if (typed.strip().equalsIgnoreCase(userName)) {
            errors.add("password", "Choose a password that is not your user name");
        }
    }

    /** @param password at most {@value #MOST} characters */
    String hash(String password) {
        return Password.hash(oneSpelling(password)).addRandomSalt(16).with(ARGON2ID).getResult();
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
        return Password.check(oneSpelling(password), held).with(Argon2Function.getInstanceFromHash(held)) && hash != null;
    }

    /** Keyboards write one letter in several ways (NIST SP 800-63B-4, 3.1.1.2). */
    private static String oneSpelling(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
