package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.supervision.Next.Step;
import org.holdfast.web.Words;

/**
 * A supervision session in the state it is in; each state has only the acts that are possible in it.
 *
 * <pre>
 * planned -> held -> drafted -> shared -> agreed (with comment) -> locked
 *    |  \              ^          |  \
 *    |   missed        +----------+   disputed -> locked
 *    cancelled
 * </pre>
 *
 * Sharing is the supervisor's agreement to a version; the supervisee's agreement to the same version locks it at once.
 * Nobody does both. What is shared or disputed and waits too long locks by itself ({@link LockingByItselfJob}). Acts are pure: they say what follows ({@link Next}) and write nothing.
 */
public sealed interface Session {
    /** How long after its day a session can still be recorded, in days. */
    int RECORDED_WITHIN_DAYS = 60;

    Particulars about();

    /** The number of the newest row of its life. */
    int number();

    default UUID id() {
        return about().id();
    }

    /** Whether its record may still be typed in. */
    default boolean isBeingRecorded() {
        return this instanceof Held || this instanceof Drafted;
    }

    /** Whether it took place. */
    default boolean isHeld() {
        return !(this instanceof Planned || this instanceof Missed || this instanceof Cancelled);
    }

    /** It will take place, today or later. */
    record Planned(Particulars about, int number) implements Session {
        Next cancel(UUID by, Cause cause, @Nullable String words) {
            return about.isOneOfTheTwo(by)
                    ? Next.steps(Step.to(State.CANCELLED).because(cause.code()).saying(words))
                    : Next.refused("Only the two people in a session can cancel it.");
        }

        Next move(UUID by) {
            return about.isOneOfTheTwo(by) ? Next.steps() : Next.refused("Only the two people in a session can move it.");
        }

        Next hold(UUID by, LocalDate today) {
            return about.day().isAfter(today)
                    ? Next.refused("This session is planned for " + Words.weekday(about.day()) + ". If you are holding it today, move it to today first.")
                    : startRecord(about, by);
        }
    }

    /** Its day went by and nobody started a record. It may have been held all the same. */
    record Missed(Particulars about, int number) implements Session {
        Next hold(UUID by, LocalDate today) {
            return about.day().isBefore(today.minusDays(RECORDED_WITHIN_DAYS))
                    ? Next.refused("A session can be recorded up to " + RECORDED_WITHIN_DAYS + " days after its day.")
                    : startRecord(about, by);
        }
    }

    /** It did not take place; whoever cancelled it said why. */
    record Cancelled(Particulars about, int number) implements Session {}

    /** It took place; nothing of its record has been written. */
    record Held(Particulars about, int number) implements Session {
        Next draft(UUID by) {
            return about.isOneOfTheTwo(by) ? Next.steps(Step.to(State.DRAFTED)) : Next.refused("Only the two people in a session write its record.");
        }
    }

    /** Its record is being written by the two. */
    record Drafted(Particulars about, int number) implements Session {
        Next share(UUID by) {
            return about.isSupervisor(by)
                    ? Next.steps(Step.to(State.SHARED))
                    : Next.refused(about.supervisor().name() + " shares the record. Both of you can go on writing in it.");
        }
    }

    /** The supervisor agreed to this version by sharing it; the supervisee has not answered. */
    record Shared(Particulars about, int number, int version) implements Session {
        Next withdraw(UUID by) {
            return about.isSupervisor(by)
                    ? Next.steps(Step.to(State.DRAFTED, version).because("withdrawn"))
                    : Next.refused("Only " + about.supervisor().name() + " can take the shared record back. You can ask for edits.");
        }

        Next requestEdits(UUID by, int seen, String words) {
            return answered(by, seen, Step.to(State.DRAFTED, version).because("edits requested").saying(words));
        }

        /** @param comment what stands beside the record from now on, or null */
        Next agree(UUID by, int seen, @Nullable String comment) {
            State how = comment == null ? State.AGREED : State.AGREED_WITH_COMMENT;
            return answered(by, seen, Step.to(how, version).saying(comment), Step.to(State.LOCKED, version).because(how.code()));
        }

        /** @param words the supervisee's own text, kept beside the record */
        Next dispute(UUID by, int seen, String words, UUID thirdPerson) {
            return about.isOneOfTheTwo(thirdPerson)
                    ? Next.refused("The third person is somebody other than the two of you.")
                    : answered(by, seen, Step.to(State.DISPUTED, version).saying(words));
        }

        private Next answered(UUID by, int seen, Step... steps) {
            if (!about.isSupervisee(by)) {
                return Next.refused("The answer to this record is " + about.supervisee().name() + "'s. Nobody agrees as both sides.");
            }
            return seen == version
                    ? Next.steps(steps)
                    : Next.refused("You were looking at version " + seen + ". Version " + version + " is the one that is shared now: read it before you answer.");
        }
    }

    /** The two see it differently. Both texts are kept; a third person helps and says how it ended. */
    record Disputed(Particulars about, int number, int version) implements Session {
        Next settle(UUID by, String words) {
            return about.isThirdPerson(by)
                    ? Next.steps(Step.to(State.LOCKED, version).because("dispute settled").saying(words))
                    : Next.refused("The person named for this says how it ended.");
        }
    }

    /** Its record never changes again; what has to be said later is a dated addendum. */
    record Locked(Particulars about, int number, int version) implements Session {
        Next add(UUID by) {
            return about.isOneOfTheTwo(by) ? Next.steps() : Next.refused("Only the two people in a session add to its record.");
        }
    }

    private static Next startRecord(Particulars about, UUID by) {
        return about.isSupervisor(by)
                ? Next.steps(Step.to(State.HELD), Step.to(State.DRAFTED))
                : Next.refused(about.supervisor().name() + " starts the record. After that both of you can write in it.");
    }
}
