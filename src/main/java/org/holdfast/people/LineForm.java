package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Proposing who supervises somebody.
 *
 * @param until the last day of a cover; other lines have no end yet
 */
@Serdeable
public record LineForm(@Nullable String once, @Nullable String supervisor, @Nullable String kind, @Nullable String until) {
    static final LineForm EMPTY = new LineForm(null, null, "line", "");

    public String untilTyped() {
        return until == null ? "" : until;
    }
}
