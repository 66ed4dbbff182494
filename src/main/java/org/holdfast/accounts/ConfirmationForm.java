package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Saying again that it is oneself.
 *
 * @param person in the demonstration, who they are
 * @param to     where to go afterwards: a path of ours, or nothing for home
 */
@Serdeable
public record ConfirmationForm(@Nullable String password, @Nullable String person, @Nullable String to) {
    static final ConfirmationForm EMPTY = new ConfirmationForm(null, null, null);

    String passwordTyped() {
        return password == null ? "" : password;
    }
}
