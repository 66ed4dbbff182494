package org.holdfast.supervision;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The four functions of supervision, with our own short definitions. */
enum FunctionOfSupervision {
    ACCOUNTABILITY("accountability", "Accountability",
            "Is the work safe, purposeful and in line with our duties; what was promised, decided and done; what is stuck."),
    DEVELOPMENT("development", "Development",
            "What this work asks of my knowledge, skill and judgement, and how I grow into it."),
    SUPPORT("support", "Support",
            "What this work does to me, and what lets me keep thinking and caring."),
    MEDIATION("mediation", "Mediation (between practitioner and organisation)",
            "What has to be carried between me, my organisation and other agencies, in both directions.");

    static final Set<String> CODES = Arrays.stream(values()).map(f -> f.code).collect(Collectors.toUnmodifiableSet());

    final String code;
    final String label;
    final String definition;

    FunctionOfSupervision(String code, String label, String definition) {
        this.code = code;
        this.label = label;
        this.definition = definition;
    }
}
