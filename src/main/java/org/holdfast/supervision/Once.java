package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import java.util.UUID;

/** The once-only id a form carries; the new row takes it as its own, so that a double tap makes one. */
final class Once {
    private Once() {}

    /** Empty where the form carried none, or something that is no id. */
    static Optional<UUID> read(@Nullable String carried) {
        try {
            return carried == null ? Optional.empty() : Optional.of(UUID.fromString(carried)).filter(id -> id.toString().equals(carried));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
