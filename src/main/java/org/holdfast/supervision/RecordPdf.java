package org.holdfast.supervision;

import java.util.List;

/**
 * A locked supervision record as it is printed, in finished words: dates, names and levels are formatted here by
 * whoever makes it, and the template only sets them. An empty string means "nothing was written" and leaves its line
 * out, unless its absence says something. Line breaks in longer texts start new paragraphs. The restricted part has no
 * place here.
 *
 * @param recordId           the record's id, in the footer of each page
 * @param version            such as "2"
 * @param demonstration      whether the people in it are invented
 * @param agreement          under which agreement the session was held, or that it was held without one
 * @param functions          the functions covered, each under its full label
 * @param supportNotCovered  why support was not covered, where it was not
 * @param discussions        one for each case, in the order they were discussed
 * @param itself             how supervision itself is going
 * @param agreeing           how the record became final, in order of time
 * @param comment            what the supervisee added when agreeing
 * @param dispute            both texts, or null where the record was not disputed
 */
public record RecordPdf(
        String recordId,
        String version,
        boolean demonstration,
        Header header,
        String agreement,
        List<FunctionCovered> functions,
        String supportNotCovered,
        List<CaseDiscussion> discussions,
        List<Action> actions,
        String itself,
        List<Step> agreeing,
        String comment,
        Dispute dispute,
        List<Addendum> addenda) {

    /**
     * Who met, when and how.
     *
     * @param kind        such as "One-to-one (line supervision)"
     * @param heldOn      such as "21 November 2026"
     * @param time        such as "10:00 to 11:30, 90 minutes"
     * @param interrupted such as "Not interrupted"
     * @param present     everybody present, in one line
     * @param lens        the model used
     */
    public record Header(
            String supervisee,
            String supervisor,
            String kind,
            String heldOn,
            String time,
            String interrupted,
            String place,
            String present,
            String lens) {}

    /** One of the four functions and what was said under it. */
    public record FunctionCovered(String label, String notes) {}

    /**
     * What the session said about one case.
     *
     * @param reference  such as "YP-0137"
     * @param reason     why the case was discussed
     * @param purposes   what the discussion was for, in one line
     * @param changed    such as "Better: she asked for the next meeting herself"
     * @param risk       as each of the two sees it, or null where risk was not discussed
     * @param step       the step of engagement the work is at
     * @param contactGap what was decided about a gap in contact, or null where there was none
     * @param nextBy     the date of the next discussion
     */
    public record CaseDiscussion(
            String reference,
            String reason,
            String purposes,
            String seenAndHeard,
            String changed,
            String hypothesis,
            String otherHypotheses,
            String known,
            String inferred,
            String notKnown,
            Risk risk,
            String step,
            List<Decision> decisions,
            ContactGap contactGap,
            String nextBy) {}

    /** Risk on both horizons as each sees it, side by side; neither overwrites the other. */
    public record Risk(RiskView practitionerShortTerm, RiskView supervisorShortTerm,
                       RiskView practitionerLongTerm, RiskView supervisorLongTerm) {}

    /** One view of one horizon: the level in words, such as "Not yet clear", and the thinking behind it. */
    public record RiskView(String level, String thinking) {}

    /** A decision about a case; {@code enteredOn} says when it was entered in the case system, or that it was not. */
    public record Decision(String what, String why, String byWhom, String byWhen, String enteredOn) {}

    /** What was decided because the child was not seen for longer than agreed. */
    public record ContactGap(String decision, String reasons, String cause, String reviewOn) {}

    /** What somebody will do; {@code carried} such as "Carried twice", or empty. */
    public record Action(String who, String what, String byWhen, String carried) {}

    /** One step on the way to the final record, such as "Shared (version 2)", "Ben Okafor", "21 November 2026, 14:30". */
    public record Step(String what, String who, String when) {}

    /** Texts that stand beside each other, and how it ended (empty where both texts stand). */
    public record Dispute(List<Addendum> texts, String outcome) {}

    /** A signed and dated text. */
    public record Addendum(String who, String when, String text) {}
}
