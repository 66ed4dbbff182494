package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Planning a session.
 *
 * @param who    with whom and on which side, as {@link Partner#choice} says it
 * @param anyway there once a warning was read and taken
 */
@Serdeable
public record PlanForm(
        @Nullable String once, @Nullable String who, @Nullable String kind, @Nullable String date, @Nullable String time,
        @Nullable String minutes, @Nullable String place, @Nullable String anyway) {

    static PlanForm first(String once, @Nullable String who) {
        return new PlanForm(once, who, Kind.ONE_TO_ONE.code(), "", "", "90", "", null);
    }

    /** The same, under that once-only id. */
    PlanForm under(UUID id) {
        return new PlanForm(id.toString(), who, kind, date, time, minutes, place, anyway);
    }
}
