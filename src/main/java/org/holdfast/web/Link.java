package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;

/**
 * A way to somewhere.
 *
 * @param label   what stands on it
 * @param href    a path from the root, or null for the place where the reader already is
 * @param current whether the reader is there, or below it
 */
public record Link(String label, @Nullable String href, boolean current) {
    public static Link to(String label, String href) {
        return new Link(label, href, false);
    }

    /** The last step of "where you are": the page itself. */
    public static Link here(String label) {
        return new Link(label, null, true);
    }
}
