package org.holdfast.intake;

import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** How taking in an extract ended: with an outcome, or refused as a whole, in which case nothing of it is stored. */
sealed interface Taken {
    /** @param id the intake; gone again after a dry run through the API */
    record Read(UUID id, IntakeOutcome outcome) implements Taken {}

    /** @param sentence what happened and what to do, for people and systems alike; repeats nothing of the extract */
    record Refused(Why why, String sentence) implements Taken {}

    /** Why a whole request is refused. */
    enum Why {
        /** It is no multipart request, holds no table, or a file in it is no CSV or lacks its id column. */
        UNREADABLE(HttpStatus.UNPROCESSABLE_ENTITY),
        TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE),
        /** Another intake for the same centre is going on. */
        BUSY(HttpStatus.CONFLICT),
        /** There are several centres and none, or none of them, was named. */
        WHICH_CENTRE(HttpStatus.UNPROCESSABLE_ENTITY);

        private final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }
}
