package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Why a planned session does not take place. */
@Serdeable
public record CancellationForm(@Nullable String cancelCause, @Nullable String cancelWords) {}
