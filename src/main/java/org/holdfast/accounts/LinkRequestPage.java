package org.holdfast.accounts;

import org.holdfast.web.Errors;

/**
 * The page to ask for a link by mail.
 *
 * @param asked         whether it has just been asked for
 * @param mailsAreSent  whether there is a mail server; without one only an administrator helps
 */
public record LinkRequestPage(String name, Errors errors, boolean asked, boolean mailsAreSent, boolean demonstration) {}
