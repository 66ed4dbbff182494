package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Something for the agenda: words under a section, or a case. */
@Serdeable
public record AgendaItemForm(@Nullable String once, @Nullable String section, @Nullable String item, @Nullable String caseId) {}
