package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Another time for a planned session, and why; {@code anyway} is there once a warning was read and taken. */
@Serdeable
public record MoveForm(
        @Nullable String date, @Nullable String time, @Nullable String minutes, @Nullable String place, @Nullable String cause,
        @Nullable String anyway) {}
