package org.holdfast.home;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** What to look for; sent in the body, so that it stands in no address and no log. */
@Serdeable
public record SearchForm(@Nullable String words) {}
