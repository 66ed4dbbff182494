package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.holdfast.database.Ids;
import org.holdfast.web.SentId;

/** Something to be said after the record has locked. */
@Serdeable
public record AddendumForm(@Nullable String once, @Nullable String addendum) {
    UUID onceOr(Ids ids) {
        return SentId.read(once).orElseGet(ids::next);
    }
}
