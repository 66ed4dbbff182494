package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Agreeing to the version that was read. */
@Serdeable
public record AgreementForm(@Nullable String version, @Nullable String comment) {
    int seen() {
        return number(version);
    }

    /** 0, which no version has, for anything that is not a version's number. */
    static int number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
