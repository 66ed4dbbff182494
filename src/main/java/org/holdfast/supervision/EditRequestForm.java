package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Asking for edits to the version that was read. */
@Serdeable
public record EditRequestForm(@Nullable String version, @Nullable String edits) {
    int seen() {
        return AgreementForm.number(version);
    }
}
