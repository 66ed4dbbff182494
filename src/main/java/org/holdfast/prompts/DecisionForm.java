package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** A decision about a gap, as typed. */
@Serdeable
public record DecisionForm(
        @Nullable String once, @Nullable String decision, @Nullable String cause, @Nullable String reasons, @Nullable String reviewOn) {
    static final DecisionForm EMPTY = new DecisionForm(null, null, null, "", "");

    public String reasonsTyped() {
        return reasons == null ? "" : reasons;
    }

    public String reviewOnTyped() {
        return reviewOn == null ? "" : reviewOn;
    }
}
