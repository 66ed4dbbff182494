package org.holdfast.accounts;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.web.Errors;

/**
 * Whether somebody who is signed in has shown again that it is them: with their password, and in the demonstration, where
 * nobody has one, by choosing the person again. Failures count together with those of signing in.
 */
@Singleton
final class Confirming {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;
    private final boolean demonstration;

    Confirming(Accounts accounts, Passwords passwords, Ids ids, Clock clock, @Value("${holdfast.demo:none}") String demo) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.demonstration = !demo.equals("none");
    }

    /** What is still to be put right; empty where it is them. */
    Errors check(Viewer viewer, ConfirmationForm form) {
        if (demonstration) {
            return viewer.id().toString().equals(form.person())
                    ? Errors.none()
                    : Errors.none().add("person", "Choose the person you were, or sign out to be somebody else.");
        }
        return form.passwordTyped().isEmpty() ? refused("Write your password") : checked(form.passwordTyped());
    }

    private Errors checked(String password) {
        Accounts.OwnCredentials own = accounts.ownCredentials().orElseThrow();
        if (accounts.failedSignIns(own.userName(), clock.instant()) >= SigningIn.MOST_FAILURES) {
            return refused("There were several tries. Wait 15 minutes, or sign out.");
        }
        boolean matches = passwords.matches(password, own.passwordHash());
        accounts.noteSignIn(ids.next(), own.userName(), clock.instant(), matches);
        return matches ? Errors.none() : refused("That is not your password. Check it and try again.");
    }

    private static Errors refused(String sentence) {
        return Errors.none().add("password", sentence);
    }
}
