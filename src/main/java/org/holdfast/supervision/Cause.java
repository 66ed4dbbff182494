package org.holdfast.supervision;

import java.util.Arrays;
import java.util.Optional;

/** Why a session was moved or cancelled. */
enum Cause {
    MANAGER_UNAVAILABLE("manager unavailable", "Manager unavailable"),
    PRACTITIONER_UNAVAILABLE("practitioner unavailable", "Practitioner unavailable"),
    CRISIS("crisis", "A crisis"),
    SICKNESS("sickness", "Sickness"),
    LEAVE("leave", "Leave"),
    BUILDING("building or technology", "Building or technology"),
    OTHER("other", "Another reason");

    private static final String AWAY = "Away";

    private final String code;
    private final String label;

    Cause(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As written in the database. */
    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** Whoever sees dates only is told of sickness as being away. */
    String labelFor(Sight sight) {
        return this == SICKNESS && sight == Sight.DATES ? AWAY : label;
    }

    /** Empty for a code no cause has. */
    static Optional<Cause> of(String code) {
        return Arrays.stream(values()).filter(cause -> cause.code.equals(code)).findFirst();
    }
}
