package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Saying that one sees the version that was read differently, and who should help. */
@Serdeable
public record DisputeForm(@Nullable String version, @Nullable String dispute, @Nullable String thirdPerson) {
    int seen() {
        return AgreementForm.number(version);
    }
}
