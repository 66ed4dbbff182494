package org.holdfast.supervision;

import java.util.Arrays;
import org.holdfast.audit.Act;

/** How far a session has come, as its newest row says. */
enum State {
    PLANNED("planned", Act.SESSION_PLANNED),
    HELD("held", Act.SESSION_HELD),
    DRAFTED("drafted", Act.RECORD_DRAFTED),
    SHARED("shared", Act.RECORD_SHARED),
    AGREED("agreed", Act.RECORD_AGREED),
    AGREED_WITH_COMMENT("agreed with comment", Act.RECORD_AGREED_WITH_COMMENT),
    DISPUTED("disputed", Act.RECORD_DISPUTED),
    LOCKED("locked", Act.RECORD_LOCKED),
    CANCELLED("cancelled", Act.SESSION_CANCELLED),
    MISSED("missed", Act.SESSION_MISSED);

    private final String code;
    private final Act act;

    State(String code, Act act) {
        this.code = code;
        this.act = act;
    }

    /** As written in the database. */
    String code() {
        return code;
    }

    /** What the trail says when a session comes this far. */
    Act act() {
        return act;
    }

    /** @throws IllegalArgumentException for a code no state has */
    static State of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state is written " + code));
    }
}
