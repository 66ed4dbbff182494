package org.holdfast.prompts;

import java.util.List;

/** Every rule there is. A rule that is not on this list asks nobody anything. */
public final class Rules {
    public static final Rule CONTACT_GAP = new Rule(
            "contact-gap",
            "Time since the child was last seen",
            "An organisational requirement, not a statutory one",
            "A child is to be seen at least every 28 calendar days. The count begins on the day the child was last seen since the case "
                    + "was opened, otherwise when the first worker started.",
            "What is the plan?",
            "From day 21 the practitioner; from day 29 also the supervisor of the case. While the practitioner is away, the supervisor and "
                    + "the team's manager, who are asked who sees the child meanwhile.",
            "rule_contact_gap");

    private static final List<Rule> ALL = List.of(CONTACT_GAP);

    private Rules() {}

    /** In the order in which people read about them. */
    public static List<Rule> all() {
        return ALL;
    }
}
