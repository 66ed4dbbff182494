package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import java.util.UUID;

/** Ids that came with a form. */
final class Sent {
    private Sent() {}

    /** Nothing where it is no id: a form from our own pages always carries one. */
    static Optional<UUID> id(@Nullable String sent) {
        try {
            return sent == null || sent.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(sent.strip()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
