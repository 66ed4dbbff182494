package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.time.Today;

/**
 * A session as its tables hold it for one viewer.
 *
 * @param number  the number of the newest row of its life
 * @param state   that row's state
 * @param version that row's version of the record, if any
 */
@MappedEntity("session")
record SessionRow(
        @Id UUID id, String kind, UUID superviseeId, String superviseeName, UUID supervisorId, String supervisorName,
        Instant startsAt, int minutes, @Nullable String place, int moves, int movesBySupervisor,
        @Nullable UUID thirdPersonId, @Nullable String thirdPersonName, String sight, int number, String state, @Nullable Integer version) {

    /** @param today a planned session of an earlier day counts as missed */
    Session asOf(LocalDate today) {
        Particulars about = about();
        return switch (State.of(state)) {
            case PLANNED -> about.day().isBefore(today) ? new Session.Missed(about, number) : new Session.Planned(about, number);
            case MISSED -> new Session.Missed(about, number);
            case CANCELLED -> new Session.Cancelled(about, number);
            case HELD -> new Session.Held(about, number);
            case DRAFTED -> new Session.Drafted(about, number);
            case SHARED -> new Session.Shared(about, number, version);
            case DISPUTED -> new Session.Disputed(about, number, version);
            case LOCKED -> new Session.Locked(about, number, version);
            case AGREED, AGREED_WITH_COMMENT -> throw new IllegalStateException("An agreed record locks in the same transaction: " + id);
        };
    }

    private Particulars about() {
        return new Particulars(
                id, Kind.of(kind), new Named(superviseeId, superviseeName), new Named(supervisorId, supervisorName),
                startsAt.atZone(Today.LONDON), minutes, place, moves, movesBySupervisor,
                thirdPersonId == null ? null : new Named(thirdPersonId, thirdPersonName), Sight.valueOf(sight));
    }
}
