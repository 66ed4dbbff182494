package org.holdfast.supervision;

import java.util.UUID;

/** A person as a session shows them. */
public record Named(UUID id, String name) {
    /** "Amina" of "Amina Khan". */
    public String firstName() {
        return name.strip().split("\\s+")[0];
    }
}
