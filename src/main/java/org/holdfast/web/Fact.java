package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;

/**
 * One line of a summary: what, how it stands, and where it can be changed.
 *
 * @param way where it can be changed, or null; its label is read out together with {@code what}
 */
public record Fact(String what, String standing, @Nullable Link way) {
    public static Fact of(String what, String standing) {
        return new Fact(what, standing, null);
    }
}
