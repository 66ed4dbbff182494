package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** How a disagreement ended, in the words of the third person. */
@Serdeable
public record DisputeOutcomeForm(@Nullable String outcome) {}
