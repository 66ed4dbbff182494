package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Giving somebody a role.
 *
 * @param team    which one a team manager manages; for everybody else the team they join, where one is chosen
 * @param centre  which one a service centre manager manages
 * @param purpose what an auditor is appointed for
 * @param until   an auditor's last day
 */
@Serdeable
public record RoleForm(
        @Nullable String once, @Nullable String role, @Nullable String team, @Nullable String centre, @Nullable String purpose,
        @Nullable String until) {
    static final RoleForm EMPTY = new RoleForm(null, "practitioner", null, null, "", "");

    public String purposeTyped() {
        return purpose == null ? "" : purpose;
    }

    public String untilTyped() {
        return until == null ? "" : until;
    }
}
