package org.holdfast.accounts;

import org.holdfast.web.Errors;

/**
 * The page behind a link for a new password.
 *
 * @param action   where the form goes: the link itself
 * @param userName whose password it is, for the person and their password manager
 */
public record NewPasswordPage(String action, String userName, Errors errors, boolean demonstration) {}
