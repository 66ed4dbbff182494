package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.access.Viewer;

/**
 * The session whose record is open: who the two are and how far it has come.
 *
 * @param state    as written in the database
 * @param startsAt when it is planned for
 * @param minutes  how long it is planned for
 */
@Introspected
record SessionAtHand(
        UUID id, String kind, UUID superviseeId, String supervisee, UUID supervisorId, String supervisor, String state,
        @Nullable Instant startsAt, @Nullable Integer minutes, @Nullable String place) {

    private static final Set<String> CLOSED = Set.of("shared", "agreed", "agreed with comment", "disputed", "locked");
    private static final Set<String> OPEN = Set.of("held", "drafted");

    /** Whether the record may still be written. */
    boolean isOpen() {
        return OPEN.contains(state);
    }

    /** When it is planned to end; empty where no time was set. */
    Optional<Instant> plannedEnd() {
        return startsAt == null || minutes == null ? Optional.empty() : Optional.of(startsAt.plus(Duration.ofMinutes(minutes)));
    }

    /** Whether there is a record that can be read. */
    boolean isRecorded() {
        return isOpen() || CLOSED.contains(state);
    }

    boolean isLocked() {
        return state.equals("locked");
    }

    boolean isOneOfTheTwo(Viewer viewer) {
        return viewer.is(superviseeId) || viewer.is(supervisorId);
    }

    boolean hasRestrictedPart() {
        return Kind.of(kind).hasRestrictedPart();
    }

    boolean isOneOfTheTwo(String personId) {
        return superviseeId.toString().equals(personId) || supervisorId.toString().equals(personId);
    }

    boolean mayWrite(RecordField.Side side, Viewer viewer) {
        return switch (side) {
            case EITHER -> isOneOfTheTwo(viewer);
            case SUPERVISEE -> viewer.is(superviseeId);
            case SUPERVISOR -> viewer.is(supervisorId);
        };
    }

    /** Who sees in their log that this viewer read the record; null for the supervisee's own reading. */
    @Nullable UUID readingConcerns(Viewer viewer) {
        return viewer.is(superviseeId) ? null : superviseeId;
    }

    String nameOf(UUID person) {
        return person.equals(superviseeId) ? supervisee : person.equals(supervisorId) ? supervisor : "Somebody else";
    }
}
