package org.holdfast.accounts;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.holdfast.access.Viewer;
import org.holdfast.web.Errors;

/**
 * Whether somebody who is signed in has shown again that it is them: with their password, and in the demonstration, where
 * nobody has one, by choosing the person again. Failures count together with those of signing in.
 */
@Singleton
final class Confirming {
    private final Accounts accounts;
    private final CurrentPassword currentPassword;
    private final boolean demonstration;

    Confirming(Accounts accounts, CurrentPassword currentPassword, @Value("${holdfast.demo:none}") String demo) {
        this.accounts = accounts;
        this.currentPassword = currentPassword;
        this.demonstration = !demo.equals("none");
    }

    /** What is still to be put right; empty where it is them. */
    Errors check(Viewer viewer, ConfirmationForm form, HttpRequest<?> request) {
        if (demonstration) {
            return viewer.id().toString().equals(form.person())
                    ? Errors.none()
                    : Errors.none().add("person", "Choose the person you were, or sign out to be somebody else.");
        }
        return currentPassword.check(accounts.own().orElseThrow(), form.passwordTyped(), "password", request);
    }
}
