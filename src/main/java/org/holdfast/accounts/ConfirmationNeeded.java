package org.holdfast.accounts;

/** Somebody is signed in, and must say again that it is them before this. Carries no stack trace: it is no surprise. */
final class ConfirmationNeeded extends RuntimeException {
    ConfirmationNeeded() {
        super("Confirm first", null, false, false);
    }
}
