package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** What the supervisee wrote for themselves, and the revision they changed. */
@Serdeable
public record PrivatePreparationForm(@Nullable String words, @Nullable String base) {
    int baseRevision() {
        return base != null && base.matches("[0-9]{1,9}") ? Integer.parseInt(base) : 0;
    }
}
