package org.holdfast.web;

/** One account or address made more requests than one may. Carries no stack trace: it is no surprise. */
public final class TooMany extends RuntimeException {
    public TooMany() {
        super("Too many requests", null, false, false);
    }
}
