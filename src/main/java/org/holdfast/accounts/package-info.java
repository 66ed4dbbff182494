/**
 * Accounts, sign-in and the sessions of the browser; every request comes in here.
 *
 * <p>{@link org.holdfast.accounts.Door} stands around each route: it opens the request's one transaction, finds the
 * browser session or token, sets the viewer for row-level security and refuses whom the route does not name. The tables
 * of this room are out of the service's own reach; it asks the narrow functions of
 * {@code migrations/R__account_functions.sql}. Other ways to sign in (OpenID Connect, passkeys) end where
 * {@link org.holdfast.accounts.SignInController} does: in {@link org.holdfast.accounts.BrowserSessions}.
 */
package org.holdfast.accounts;
