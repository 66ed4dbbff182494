package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.holdfast.access.Role;

/** Giving somebody a role. */
@Serdeable
public record RoleForm(@Nullable String once, @Nullable String role, @Nullable String team, @Nullable String centre) {
    static final RoleForm EMPTY = new RoleForm(null, Role.PRACTITIONER.code(), null, null);
}
