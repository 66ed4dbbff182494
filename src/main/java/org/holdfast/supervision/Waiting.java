package org.holdfast.supervision;

import java.util.UUID;
import org.holdfast.web.Words;

/**
 * A session that waits for somebody's next step.
 *
 * @param step what to do, such as "Answer the record"
 * @param with whose session it is, seen from the one it waits for, such as "Amina Khan, 12 November 2026"
 * @param href where to do it, a path from the root
 */
public record Waiting(Session session, String step, String with, String href) {
    static Waiting of(Session session, UUID viewer) {
        Particulars about = session.about();
        String who = about.isOneOfTheTwo(viewer) ? about.other(viewer).name() : about.supervisee().name() + " and " + about.supervisor().name();
        return new Waiting(session, step(session), who + ", " + Words.day(about.day()), "/sessions/" + session.id());
    }

    private static String step(Session session) {
        return switch (session) {
            case Session.Planned _, Session.Missed _ -> "Start the record, or say that it was not held";
            case Session.Held _, Session.Drafted _ -> "Finish and share the record";
            case Session.Shared _ -> "Read and answer the record";
            case Session.Disputed _ -> "Help with a record the two see differently";
            case Session.Cancelled _, Session.Locked _ -> "Nothing is waiting";
        };
    }
}
