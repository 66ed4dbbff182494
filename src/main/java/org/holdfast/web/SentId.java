package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An id that came with a form: the once-only id of what it makes, or of somebody or something that was chosen. */
public final class SentId {
    private SentId() {}

    /** Empty where nothing was sent, or something that is not an id written in full: our own pages never send that. */
    public static Optional<UUID> read(@Nullable String sent) {
        try {
            return sent == null ? Optional.empty() : Optional.of(UUID.fromString(sent)).filter(id -> id.toString().equalsIgnoreCase(sent));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Those of them that are ids, with commas between; empty where there is none. */
    public static String joined(@Nullable List<String> sent) {
        return sent == null ? "" : sent.stream().flatMap(one -> read(one).stream()).map(UUID::toString).collect(Collectors.joining(","));
    }
}
