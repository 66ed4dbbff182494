package org.holdfast.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.database.Ids;
import org.holdfast.web.Errors;

/** Signing in with a user name and a password. What is said on refusal never tells whether the name exists. */
@Singleton
final class SigningIn {
    /** So many failures under one name within 15 minutes, and further tries wait (OWASP ASVS 5.0, 6.3). */
    static final int MOST_FAILURES = 10;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    SigningIn(Accounts accounts, Passwords passwords, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Known(UUID person) implements Outcome {}

        record Refused(Errors errors) implements Outcome {}
    }

    Outcome with(SignInForm form) {
        Errors errors = missing(form);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        if (accounts.failedSignIns(form.nameTyped(), clock.instant()) >= MOST_FAILURES) {
            return refused("There were several tries with this name. Wait 15 minutes, or ask an administrator for a new link.");
        }
        return checked(form);
    }

    private static Errors missing(SignInForm form) {
        Errors errors = Errors.none();
        errors.text("userName", form.userName(), 200, "Write your user name");
        if (form.passwordTyped().isEmpty()) {
            errors.add("password", "Write your password");
        }
        return errors;
    }

    private Outcome checked(SignInForm form) {
        Optional<Accounts.Credentials> held = accounts.credentials(form.nameTyped());
        boolean matches = passwords.matches(form.passwordTyped(), held.map(Accounts.Credentials::passwordHash).orElse(null));
        accounts.noteSignIn(ids.next(), form.nameTyped(), clock.instant(), matches);
        return matches
                ? new Outcome.Known(held.orElseThrow().personId())
                : refused("That user name and password do not belong together. Check both and try again.");
    }

    private static Outcome refused(String sentence) {
        return new Outcome.Refused(Errors.none().add("userName", sentence));
    }
}
