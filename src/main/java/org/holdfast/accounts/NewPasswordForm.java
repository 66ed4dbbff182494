package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Choosing another password: by a link, or on the account page with the current one. */
@Serdeable
public record NewPasswordForm(@Nullable String current, @Nullable String password) {
    static final NewPasswordForm EMPTY = new NewPasswordForm(null, null);

    String typed() {
        return password == null ? "" : password;
    }
}
