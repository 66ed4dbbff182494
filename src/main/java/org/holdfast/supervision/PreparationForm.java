package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** One side's shared preparation. */
@Serdeable
public record PreparationForm(@Nullable String preparation) {}
