package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.holdfast.web.Words;

/**
 * Why something is on the agenda: a code with its facts, kept as it was when Holdfast last looked.
 *
 * @param days  a number of days or a count, as the code says
 * @param limit what that number is measured against
 * @param on    the day it is about
 * @param from  before a change
 * @param to    after it, or the stage it is about
 */
@Serdeable
public record Reason(Code code, @Nullable Integer days, @Nullable Integer limit, @Nullable LocalDate on, @Nullable String from, @Nullable String to) {
    /** The reasons Holdfast knows, the most pressing first. */
    public enum Code {
        MISSING, CONTACT_GAP_OVER, CONTACT_GAP_NOTICE, RISK_CHANGED, DECISION_DUE, ASKED_FOR, WORKER_CHANGED, NOT_DISCUSSED, STAGE_LONG, WINDING_DOWN,
        CARRIED, FUNCTION_GAP, FIRST_SESSION
    }

    static Reason of(Code code) {
        return new Reason(code, null, null, null, null, null);
    }

    static Reason on(Code code, LocalDate on) {
        return new Reason(code, null, null, on, null, null);
    }

    static Reason days(Code code, int days, int limit) {
        return new Reason(code, days, limit, null, null, null);
    }

    /** As a sentence on the agenda, without a full stop. */
    String words() {
        return switch (code) {
            case MISSING -> "Missing since " + Words.day(on);
            case CONTACT_GAP_OVER -> "Not seen for " + Words.count(days, "day") + "; our own requirement is " + limit;
            case CONTACT_GAP_NOTICE -> "Last seen " + Words.count(days, "day") + " ago; " + limit + " days are up soon";
            case RISK_CHANGED -> "Risk in the " + from + " became " + to + " on " + Words.day(on);
            case DECISION_DUE -> days == 1 ? "A decision was due by " + Words.day(on) : Words.count(days, "decision") + " were due, the first by " + Words.day(on);
            case ASKED_FOR -> (from == null ? "Asked" : from + " asked") + " to talk about this one";
            case WORKER_CHANGED -> "Came from another worker on " + Words.day(on);
            case NOT_DISCUSSED -> days == null ? "Not talked about in supervision yet" : "Not talked about for " + Words.count(days, "day");
            case STAGE_LONG -> "At the stage “" + to + "” for " + Words.count(days, "day") + "; " + limit + " are usual before a look at it";
            case WINDING_DOWN -> "Coming to an end since " + Words.day(on);
            case CARRIED -> "Carried " + (days == 1 ? "once" : days == 2 ? "twice" : days + " times");
            case FUNCTION_GAP -> "Not covered in " + (days == 1 ? "the last session" : "the last " + days + " sessions");
            case FIRST_SESSION -> "You have no earlier session together to look back on";
        };
    }
}
