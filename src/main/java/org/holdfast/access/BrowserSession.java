package org.holdfast.access;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The browser session somebody came with. All instants are the machine's, whatever day the service works on.
 *
 * @param id           its id
 * @param startedAt    when its person signed in
 * @param endsAt       when it ends if nothing is opened or saved any more
 * @param confirmedAt  when its person signed in, or last said again that it is them
 * @param restrictedAt when restricted material was last opened or written in it; null for never
 * @param covered      whether its person has covered the screen: nothing is shown until they confirm
 * @param settingUp    whether its person still has to set up a second factor, and may do nothing else
 */
public record BrowserSession(
        UUID id, Instant startedAt, Instant endsAt, Instant confirmedAt, @Nullable Instant restrictedAt, boolean covered,
        boolean settingUp) {
    /** Whatever is done in it, it lasts no longer (product/access.md). */
    private static final Duration AT_MOST = Duration.ofHours(10);

    /** Whether nothing puts its end off any more. */
    public boolean endsForGood() {
        return !endsAt.isBefore(startedAt.plus(AT_MOST));
    }

    /** The same, of which is known now that it ends then. */
    public BrowserSession endingAt(Instant then) {
        return new BrowserSession(id, startedAt, then, confirmedAt, restrictedAt, covered, settingUp);
    }
}
