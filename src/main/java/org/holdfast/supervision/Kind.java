package org.holdfast.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What sort of session it is; see "Session kinds" in the product's description of supervision. */
public enum Kind {
    ONE_TO_ONE("one-to-one", "One-to-one", "Line supervision. Counts towards the next due date."),
    PRACTICE("practice supervision", "Practice supervision", "With a practice supervisor, beside line supervision."),
    EXTRA("extra", "Extra session", "Asked for by the practitioner. Counts towards nothing."),
    CASE_CONSULTATION("case consultation", "Case consultation", "One or more cases, with somebody who knows the field."),
    DEBRIEF("debrief", "Debrief", "After something hard. Support, not a retelling."),
    INFORMAL("informal supervision", "Informal supervision", "A quick question and its answer."),
    OVERSIGHT("management oversight", "Management oversight", "Looked at without meeting."),
    GROUP("group supervision", "Group supervision", "Several people with a facilitator."),
    PAIRED("paired", "Paired session", "The two workers of one case with a supervisor."),
    MENTORING("mentoring", "Mentoring", "For practitioners who are new to this work.");

    /** Kinds two people can plan with each other. */
    static final List<Kind> FOR_TWO = List.of(ONE_TO_ONE, PRACTICE, EXTRA, CASE_CONSULTATION, DEBRIEF, MENTORING);

    private final String code;
    private final String label;
    private final String hint;

    Kind(String code, String label, String hint) {
        this.code = code;
        this.label = label;
        this.hint = hint;
    }

    /** As written in the database. */
    public String code() {
        return code;
    }

    /** As shown on pages. */
    public String label() {
        return label;
    }

    String hint() {
        return hint;
    }

    /** Whether its record has a part that only the two read; what several hear together has none, and a debrief is no retelling. */
    boolean hasRestrictedPart() {
        return !Set.of(DEBRIEF, GROUP, PAIRED).contains(this);
    }

    /** @throws IllegalArgumentException for a code no kind has */
    public static Kind of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of session is written " + code));
    }
}
