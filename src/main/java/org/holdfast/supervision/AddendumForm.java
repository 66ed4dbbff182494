package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.holdfast.database.Ids;

/** Something to be said after the record has locked. */
@Serdeable
public record AddendumForm(@Nullable String once, @Nullable String addendum) {
    UUID onceOr(Ids ids) {
        return Once.read(once).orElseGet(ids::next);
    }
}
