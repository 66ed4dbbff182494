package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.Optional;

/** The sections of an agenda, in their order: children first. */
enum Section {
    CASES("cases", "Children and young people", "Cases that want a thought today would stand here, each with its reason."),
    ACTIONS("actions", "Actions from before", "What you said you would do and have not ended would stand here."),
    BROUGHT("brought", "What you want to bring", "Anything one of you wants time for."),
    FUNCTIONS("functions", "Not covered lately", "All four functions were covered in your last sessions."),
    DEVELOPMENT("development", "Development", "Training, goals, what this work asks of you."),
    MEDIATION("mediation", "Between you, the organisation and other agencies", "Barriers, and what has to be carried upwards."),
    SUPERVISION_ITSELF("supervision itself", "How supervision itself is going", "What helps here, and what would help more.");

    private static final int ROOM = 1_000;

    private final String code;
    private final String label;
    private final String empty;

    Section(String code, String label, String empty) {
        this.code = code;
        this.label = label;
        this.empty = empty;
    }

    /** As written in the database. */
    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** What would stand here. */
    String empty() {
        return empty;
    }

    /** Where the item of that rank stands on the whole agenda. */
    int position(int rank) {
        return ordinal() * ROOM + rank;
    }

    static Optional<Section> of(@Nullable String code) {
        return Arrays.stream(values()).filter(section -> section.code.equals(code)).findFirst();
    }
}
