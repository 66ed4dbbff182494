package org.holdfast.accounts;

import org.holdfast.web.Errors;

/**
 * The page that asks for the code after the password.
 *
 * @param to where to go afterwards
 */
public record SignInCodePage(String to, Errors errors) {}
