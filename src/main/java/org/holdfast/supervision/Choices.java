package org.holdfast.supervision;

import java.util.List;
import org.holdfast.web.Words;

/** The fixed answers of a record, in the order they are offered, as written in the database. */
final class Choices {
    static final List<String> CHANGES = List.of("better", "same", "worse", "mixed");
    static final List<String> LEVELS = List.of("low", "medium", "high", "not yet clear");

    /** The steps of engagement: the one the work is stuck at is kept by its number, counted from 1. */
    static final List<String> STEPS = List.of(
            "free to say yes or no", "practitioner available", "time and place that work", "remembering", "having time",
            "common language", "liking and trust", "how much to share", "agreement on what help is for", "some enjoyment",
            "comfortable with ending");

    static final List<String> PURPOSES = List.of(
            "avoid drift", "keep the focus on the child", "stay objective", "test the evidence for assessment and plan",
            "attend to the emotional impact of the work");

    static final List<String> GAP_DECISIONS = List.of("continue with a plan", "change approach", "escalate", "plan an ending");

    static final List<String> GAP_CAUSES = List.of(
            "child not engaging", "child missing", "crisis", "practitioner absent", "change of practitioner", "centre closed",
            "planned break", "waiting for another agency", "winding down");

    static final List<String> LENSES = List.of(
            "Four functions with the reflective cycle", "Kolb", "Gibbs", "Seven-eyed", "Restorative");

    private Choices() {}

    /** "same" is shown as "Same, or held steady": holding steady is a success. */
    static String label(String answer) {
        return answer.equals("same") ? "Same: held steady" : Words.sentence(answer);
    }

    /** "Liking and trust" for 7. */
    static String step(String number) {
        return number.isEmpty() ? "" : Words.sentence(STEPS.get(Integer.parseInt(number) - 1));
    }
}
