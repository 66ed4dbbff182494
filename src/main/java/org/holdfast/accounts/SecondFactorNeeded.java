package org.holdfast.accounts;

/** Somebody has signed in and has no second factor yet. Carries no stack trace: it is no surprise. */
final class SecondFactorNeeded extends RuntimeException {
    SecondFactorNeeded() {
        super("Set up a second factor first", null, false, false);
    }
}
