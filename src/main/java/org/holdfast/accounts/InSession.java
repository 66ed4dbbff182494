package org.holdfast.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.holdfast.access.BrowserSession;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;

/**
 * Two people are in a supervision session and talk more than they type: whoever has its record page open may leave the
 * keyboard for up to an hour, until the planned end and 30 minutes (product/access.md).
 */
@Singleton
public final class InSession {
    private static final Duration AFTERWARDS = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final Today today;
    private final Clock clock;

    InSession(Accounts accounts, Today today, Clock clock) {
        this.accounts = accounts;
        this.today = today;
        this.clock = clock;
    }

    /**
     * The record page was opened.
     *
     * @param plannedEnd on the service's own day, which need not be the machine's
     * @return the viewer, whose browser session may end later now; unchanged where that time has passed
     */
    public Viewer opened(Viewer viewer, Instant plannedEnd) {
        Duration left = Duration.between(today.now().toInstant(), plannedEnd.plus(AFTERWARDS));
        BrowserSession session = viewer.browserSession();
        if (session == null || !left.isPositive()) {
            return viewer;
        }
        Instant endsAt = accounts.openRecordPage(session.id(), clock.instant().plus(left));
        return endsAt == null ? viewer : viewer.in(session.endingAt(endsAt));
    }
}
