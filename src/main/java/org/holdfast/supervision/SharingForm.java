package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Sharing a record; {@code asked} is there when the question before it was shown. */
@Serdeable
public record SharingForm(@Nullable String asked, @Nullable String notCoveredBecause) {
    boolean wasAsked() {
        return asked != null;
    }
}
