package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Noting that somebody is away.
 *
 * @param until the last day away; may be left empty while it is not known
 */
@Serdeable
public record AbsenceForm(@Nullable String once, @Nullable String kind, @Nullable String from, @Nullable String until) {
    static final AbsenceForm EMPTY = new AbsenceForm(null, "leave", "", "");

    public String fromTyped() {
        return from == null ? "" : from;
    }

    public String untilTyped() {
        return until == null ? "" : until;
    }
}
