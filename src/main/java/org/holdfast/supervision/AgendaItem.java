package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One row of an agenda, removed ones included.
 *
 * @param reasons   as JSON
 * @param addedBy   null where Holdfast put it there
 * @param removedBy null where Holdfast took it away, or nobody did
 */
@MappedEntity
record AgendaItem(
        @Id UUID id, String section, int position, @Nullable UUID caseId, @Nullable String caseReference, @Nullable UUID actionId,
        @Nullable String actionWhat, @Nullable String actionOwner, @Nullable LocalDate actionDueOn, @Nullable String function,
        @Nullable Integer questionId, @Nullable String questionWords, boolean forSupervisor, String reasons, @Nullable String words,
        @Nullable UUID addedBy, @Nullable String addedByName, @Nullable UUID removedBy, @Nullable Instant removedAt) {

    boolean isHoldfasts() {
        return addedBy == null;
    }

    boolean isThere() {
        return removedAt == null;
    }

    boolean wasRemovedBySomebody() {
        return removedBy != null;
    }

    /** What it is about, for finding the same thing again. */
    AgendaKey key() {
        return new AgendaKey(section, caseId != null ? caseId.toString() : actionId != null ? actionId.toString() : questionId != null ? questionId.toString() : "");
    }
}
