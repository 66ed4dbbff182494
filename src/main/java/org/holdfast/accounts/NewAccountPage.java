package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import org.holdfast.web.Errors;

/**
 * The page behind an invitation or the first administrator's link.
 *
 * @param action  where the form goes: the link itself
 * @param invited whom the invitation is for; null for the first administrator, who is asked for a name
 */
public record NewAccountPage(
        String title, String action, @Nullable String invited, String name, String userName, Errors errors,
        boolean demonstration) {}
