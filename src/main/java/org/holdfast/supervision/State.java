package org.holdfast.supervision;

import java.util.Arrays;

/** How far a session has come, as its newest row says. */
enum State {
    PLANNED("planned"),
    HELD("held"),
    DRAFTED("drafted"),
    SHARED("shared"),
    AGREED("agreed"),
    AGREED_WITH_COMMENT("agreed with comment"),
    DISPUTED("disputed"),
    LOCKED("locked"),
    CANCELLED("cancelled"),
    MISSED("missed");

    private final String code;

    State(String code) {
        this.code = code;
    }

    /** As written in the database. */
    String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code no state has */
    static State of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state is written " + code));
    }
}
