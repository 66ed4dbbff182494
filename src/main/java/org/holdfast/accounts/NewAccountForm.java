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
        return userName == null ? "" : UserName.tidied(userName);
    }

    String passwordTyped() {
        return password == null ? "" : password;
    }

    Errors check(boolean asksForName, Passwords passwords) {
        Errors errors = Errors.none();
        if (asksForName) {
            errors.text("name", name, 200, "Write your name, as colleagues know you");
        }
        UserName.check(errors, userNameTyped());
        passwords.check(errors, passwordTyped(), userNameTyped());
        return errors;
    }
}
