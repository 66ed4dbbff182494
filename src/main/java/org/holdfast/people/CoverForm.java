package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Arranging who covers as somebody's supervisor.
 *
 * @param until the last day of the cover
 */
@Serdeable
public record CoverForm(@Nullable String once, @Nullable String supervisor, @Nullable String until) {
    static final CoverForm EMPTY = new CoverForm(null, null, "");

    public String untilTyped() {
        return until == null ? "" : until;
    }
}
