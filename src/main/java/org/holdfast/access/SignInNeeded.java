package org.holdfast.access;

/** Nobody has signed in, or the session has ended, where somebody must be. Carries no stack trace: it is no surprise. */
public final class SignInNeeded extends RuntimeException {
    public SignInNeeded() {
        super("Sign in first", null, false, false);
    }
}
