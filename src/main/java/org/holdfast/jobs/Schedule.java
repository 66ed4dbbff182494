package org.holdfast.jobs;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Everything that runs by itself, when, and why then. A job looks for what is due and does it, so running it more often
 * than needed does no harm, and a run that was missed is made up for by the next.
 */
public final class Schedule {
    // before the entries, which are checked against them
    private static final LocalTime CLOCKS_CHANGE = LocalTime.of(1, 0);
    private static final LocalTime CLOCKS_HAVE_CHANGED = LocalTime.of(2, 0);

    public static final Entry SUPERVISION_RECORD_PDFS = new Entry("supervision-record-pdfs", every(ofSeconds(5)),
            "Locking a record asks for its PDF and nudges this job; the steady beat finds what a crash left undone.");

    public static final Entry PROMPT_SWEEP = new Entry("prompt-sweep", daily(LocalTime.of(2, 30)),
            "Prompts count days, so a new day can raise some; after the hour in which clocks change, before anybody works.");

    public static final Entry LOCKING_BY_ITSELF = new Entry("locking-by-itself", daily(LocalTime.of(2, 45)),
            "What waited 20 working days is locked in the night after the last of them.");

    public static final Entry FORGETTING_DRY_RUNS = new Entry("forgetting-dry-runs", every(ofMinutes(15)),
            "A dry run is kept for 24 hours and holds what an extract said; a quarter of an hour more is as long as it may stay.");

    public static final Entry LINKING_THE_TRAIL = new Entry("linking-the-trail", every(ofSeconds(5)),
            "A row of the trail that is not linked yet could still be changed unseen, so few are, and only for seconds.");

    public static final Entry MAIL = new Entry("mail", every(ofSeconds(10)),
            "Asking for a mail nudges this job; the steady beat sends again what a mail server did not take, and what a crash left.");

    public static final Entry FORGETTING_SIGN_INS = new Entry("forgetting-sign-ins", daily(LocalTime.of(3, 15)),
            "Tries to sign in and mails dealt with are kept for 90 days; in the night, when nobody signs in.");

    private Schedule() {}

    /**
     * One line of this schedule.
     *
     * @param name   stays the same for as long as the job exists: the database knows it by this name
     * @param timing when it runs
     * @param reason why then
     */
    public record Entry(String name, Timing timing, String reason) {}

    /** When a job runs. */
    public sealed interface Timing permits Every, Daily {}

    /** Again and again, by the machine's clock. */
    public record Every(Duration interval) implements Timing {}

    /** Once a day, as clocks show it in Europe/London. */
    public record Daily(LocalTime at) implements Timing {
        private static final LocalTime CLOCKS_CHANGE = LocalTime.of(1, 0);
        private static final LocalTime CLOCKS_HAVE_CHANGED = LocalTime.of(2, 0);

        public Daily {
            if (!at.isBefore(CLOCKS_CHANGE) && !at.isAfter(CLOCKS_HAVE_CHANGED)) {
                throw new IllegalArgumentException(at + " happens twice on one day of the year and never on another");
            }
        }
    }

    public static Every every(Duration interval) {
        return new Every(interval);
    }

    public static Daily daily(LocalTime at) {
        return new Daily(at);
    }
}
