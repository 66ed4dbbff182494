package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Signing in.
 *
 * @param to where to go afterwards: a path of ours, or nothing for home
 */
@Serdeable
public record SignInForm(@Nullable String userName, @Nullable String password, @Nullable String to) {
    static final SignInForm EMPTY = new SignInForm(null, null, null);

    String nameTyped() {
        return userName == null ? "" : userName.strip();
    }

    /** What stands in the page again: a text that is far too long only as far as a name goes. */
    String nameShown() {
        return nameTyped().substring(0, Math.min(nameTyped().length(), UserName.MOST));
    }

    String passwordTyped() {
        return password == null ? "" : password;
    }
}
