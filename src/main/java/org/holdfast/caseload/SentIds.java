package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import java.util.UUID;

/** Ids that came with a form. */
final class SentIds {
    private SentIds() {}

    /** Nothing where it is no id: a form from our own pages always carries one. */
    static Optional<UUID> read(@Nullable String sent) {
        try {
            return sent == null || sent.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(sent));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
