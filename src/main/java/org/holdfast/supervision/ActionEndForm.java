package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** How an action ended: {@code done} or {@code no longer needed}; {@code to} is the page to come back to. */
@Serdeable
public record ActionEndForm(@Nullable String how, @Nullable String to) {}
