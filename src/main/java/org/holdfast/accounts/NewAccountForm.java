package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.holdfast.web.Errors;

/** Choosing a user name and a password, by an invitation or as the first administrator. */
@Serdeable
public record NewAccountForm(@Nullable String name, @Nullable String userName, @Nullable String password) {
    static final NewAccountForm EMPTY = new NewAccountForm(null, null, null);

    String nameTyped() {
        return name == null ? "" : name.strip();
    }

    String userNameTyped() {
        return userName == null ? "" : userName.strip();
    }

    String passwordTyped() {
        return password == null ? "" : password;
    }

    Errors check(boolean asksForName) {
        Errors errors = Errors.none();
        if (asksForName) {
            errors.text("name", name, 200, "Write your name, as colleagues know you");
        }
        errors.text("userName", userName, 200, "Choose a user name, for example your work email address");
        if (userNameTyped().length() < 3) {
            errors.add("userName", "Choose a user name of at least 3 characters");
        }
        checkPassword(errors);
        return errors;
    }

    private void checkPassword(Errors errors) {
        int length = passwordTyped().codePointCount(0, passwordTyped().length());
        if (length < Passwords.LEAST) {
            errors.add("password", "Choose a password of at least " + Passwords.LEAST + " characters; a few words together do well");
        }
        if (passwordTyped().length() > Passwords.MOST) {
            errors.add("password", "Choose a password of at most " + Passwords.MOST + " characters");
        }
    }
}
