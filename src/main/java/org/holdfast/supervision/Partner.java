package org.holdfast.supervision;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * Somebody the viewer may plan a session with today.
 *
 * @param kind             of the line between them: line, practice or cover
 * @param viewerSupervises whether the viewer is the supervisor in it
 */
@MappedEntity
record Partner(@Id UUID id, String name, String kind, boolean viewerSupervises) {
    /** How a form names this choice: one person can be on both sides of different lines. */
    String choice() {
        return (viewerSupervises ? "supervisee." : "supervisor.") + id;
    }

    boolean isLine() {
        return !kind.equals("practice");
    }
}
