package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import org.holdfast.web.Words;

/**
 * How long a child has not been seen, in calendar days in Europe/London, against what the organisation asks of itself.
 * An organisational requirement, never a statutory one; worked out by {@code contact_gap} in the database.
 *
 * @param lastSeenOn   the last day the child was seen in this opening, or null
 * @param since        the day the count began: last seen, else the first young person's worker's start, else the opening
 * @param days         calendar days from {@code since} to today
 * @param limit        up to how many days it is within what is asked, usually 28
 * @param coveredBy    {@code plan} or {@code winding down} where the state is covered, else null
 * @param coveredUntil the last day of that cover, or null
 */
public record ContactGap(
        State state, @Nullable LocalDate lastSeenOn, LocalDate since, int days, int limit, @Nullable String coveredBy,
        @Nullable LocalDate coveredUntil) {

    /** Where the count stands. */
    public enum State {
        WITHIN("within"), NOTICE("notice"), COVERED("covered"), OVER("over");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As the database and the API write it. */
        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException for a code no state has */
        public static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("No contact gap is " + code);
        }
    }

    /** "12 October, 40 days ago", or since when nobody has seen the child yet. */
    public String lastSeen(LocalDate today) {
        return lastSeenOn == null
                ? "Not seen yet, " + Words.count(days, "day") + " since " + Words.shortDay(since, today)
                : Words.shortDay(lastSeenOn, today) + ", " + Words.distance(lastSeenOn, today);
    }

    /** Where the count stands, as a sentence that asks and never blames. */
    public String standing(LocalDate today) {
        return switch (state) {
            case WITHIN -> "Within " + limit + " days";
            case NOTICE -> "Day " + days + " of " + limit + ": to be seen by " + Words.shortDay(since.plusDays(limit), today);
            case OVER -> "More than " + limit + " days: what is the plan?";
            case COVERED -> "Covered by " + cover() + " until " + Words.shortDay(coveredUntil, today);
        };
    }

    private String cover() {
        return "plan".equals(coveredBy) ? "an agreed plan" : "winding down";
    }

    /** Why it is covered or not, with the requirement behind it. */
    public String why(LocalDate today) {
        String counted = lastSeenOn == null
                ? "The child has not been seen in this opening. The count began on " + Words.day(since) + "."
                : "The child was last seen on " + Words.day(lastSeenOn) + ".";
        return counted + " Today is day " + days + "; the organisation asks for " + limit + ". " + conclusion(today);
    }

    private String conclusion(LocalDate today) {
        return switch (state) {
            case WITHIN -> "That is within it.";
            case NOTICE -> "There are " + Words.count(Math.max(0, limit - days), "day") + " left, a good moment to plan the next meeting.";
            case OVER -> "No agreed plan and no winding down covers today, so it asks what the plan is.";
            case COVERED -> "plan".equals(coveredBy)
                    ? "A plan the supervisor agreed covers it until " + Words.day(coveredUntil) + ": its review date, or its interval since the child was last seen, whichever is first."
                    : "The work is winding down with a recorded end on " + Words.day(coveredUntil) + ".";
        };
    }
}
