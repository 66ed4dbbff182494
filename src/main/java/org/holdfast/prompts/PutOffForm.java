package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Why a prompt is put off, as typed. */
@Serdeable
public record PutOffForm(@Nullable String reason) {
    public String typed() {
        return reason == null ? "" : reason;
    }
}
