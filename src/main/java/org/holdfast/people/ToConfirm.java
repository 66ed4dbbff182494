package org.holdfast.people;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.holdfast.time.Today;

/** What waits for this viewer's confirmation, for their home page. */
@Singleton
public final class ToConfirm {
    private final Waiting waiting;
    private final Today today;

    ToConfirm(Waiting waiting, Today today) {
        this.waiting = waiting;
        this.today = today;
    }

    /** How many proposed roles and supervision lines wait for a service centre manager; 0 for everybody else. */
    public int count() {
        return waiting.roles(today.date()).size() + waiting.lines(today.date()).size();
    }

    /** The centre whose first manager this viewer was named as and has yet to take up. */
    public Optional<String> centreToTakeUp() {
        return waiting.centresToTakeUp().stream().findFirst();
    }
}
