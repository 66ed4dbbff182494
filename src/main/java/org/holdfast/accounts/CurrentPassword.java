package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.holdfast.web.Errors;

/**
 * Asks for the password again before something that whoever finds an open page must not be able to do. A wrong one counts
 * like a failed sign-in.
 */
@Singleton
final class CurrentPassword {
    private final Passwords passwords;
    private final SignInAttempts attempts;

    CurrentPassword(Passwords passwords, SignInAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /** A form that asks for nothing else. */
    @Serdeable
    record Form(@Nullable String current) {}

    Errors check(Accounts.Own own, @Nullable Form typed, String field, HttpRequest<?> request) {
        return check(own, typed == null ? null : typed.current(), field, request);
    }

    /** @param field under which it is said that it does not fit */
    Errors check(Accounts.Own own, @Nullable String typed, String field, HttpRequest<?> request) {
        Errors errors = Errors.none();
        if (typed == null || typed.isEmpty()) {
            return errors.add(field, "Write your password");
        }
        SignInAttempts.Attempt attempt = attempts.of(own.userName(), request);
        Optional<String> refusal = attempts.refusal(attempt);
        if (refusal.isPresent()) {
            return errors.add(field, refusal.get());
        }
        if (!passwords.matches(typed, own.passwordHash())) {
            attempts.failed(attempt);
            errors.add(field, "That is not your password. Check it and try again.");
        }
        return errors;
    }
}
