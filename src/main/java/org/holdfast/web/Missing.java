package org.holdfast.web;

/**
 * There is no such thing, or not for this viewer: the page for 404. The one way to say so, and the same answer in both
 * cases. Carries no stack trace, because it is no surprise.
 */
public final class Missing extends RuntimeException {
    public Missing() {
        super("There is no such thing for this viewer", null, false, false);
    }
}
