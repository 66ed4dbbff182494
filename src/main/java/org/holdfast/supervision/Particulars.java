package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Who meets whom, when, and what the viewer may see of it.
 *
 * @param startsAt          when it is planned, or was when it was held, in Europe/London
 * @param minutes           how long it is planned, 5 to 480
 * @param place             where, or null
 * @param moves             how often it was moved
 * @param movesBySupervisor how many of those the supervisor made
 * @param thirdPerson       who helps where the two do not agree, or null where nobody is named
 */
public record Particulars(
        UUID id, Kind kind, Named supervisee, Named supervisor, ZonedDateTime startsAt, int minutes, @Nullable String place,
        int moves, int movesBySupervisor, @Nullable Named thirdPerson, Sight sight) {

    /** The day it is planned for, in Europe/London. */
    public LocalDate day() {
        return startsAt.toLocalDate();
    }

    public boolean isSupervisor(UUID person) {
        return supervisor.id().equals(person);
    }

    public boolean isSupervisee(UUID person) {
        return supervisee.id().equals(person);
    }

    public boolean isOneOfTheTwo(UUID person) {
        return isSupervisor(person) || isSupervisee(person);
    }

    boolean isThirdPerson(UUID person) {
        return thirdPerson != null && thirdPerson.id().equals(person);
    }

    /** The other one of the two, seen from one of them. */
    public Named other(UUID person) {
        return isSupervisor(person) ? supervisee : supervisor;
    }
}
