package org.holdfast.people;

import jakarta.inject.Singleton;
import java.util.Optional;

/** What waits for this viewer's confirmation, for their home page. */
@Singleton
public final class ToConfirm {
    private final Waiting waiting;

    ToConfirm(Waiting waiting) {
        this.waiting = waiting;
    }

    /** How many proposed roles and supervision lines wait for this manager or regional lead; 0 for everybody else. */
    public int count() {
        return waiting.roles().size() + waiting.lines().size();
    }

    /** The centre whose first manager this viewer was named as and has yet to take up. */
    public Optional<String> centreToTakeUp() {
        return waiting.centresToTakeUp().stream().findFirst();
    }
}
