package org.holdfast.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody does in the service. One person may hold several; each is dated. The last three are appointments of the
 * whole organisation.
 */
@Introspected
public enum Role {
    PRACTITIONER("practitioner", "Practitioner"),
    TEAM_MANAGER("team manager", "Team manager"),
    SERVICE_CENTRE_MANAGER("service centre manager", "Service centre manager"),
    REGIONAL_LEAD("regional lead", "Regional lead"),
    ADMINISTRATOR("administrator", "Administrator"),
    SAFEGUARDING_LEAD("safeguarding lead", "Safeguarding lead"),
    DATA_PROTECTION_LEAD("data-protection lead", "Data-protection lead"),
    AUDITOR("auditor", "Auditor");

    private static final Set<Role> IN_PRACTICE = EnumSet.of(PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD);

    private final String code;
    private final String label;

    Role(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As written in the database. */
    public String code() {
        return code;
    }

    /** As shown on pages. */
    public String label() {
        return label;
    }

    /** Whether it is held in practice: such people supervise, or are supervised. */
    public boolean isInPractice() {
        return IN_PRACTICE.contains(this);
    }

    /** @throws IllegalArgumentException for a code no role has */
    public static Role of(String code) {
        return written(code).orElseThrow(() -> new IllegalArgumentException("No role is written " + code));
    }

    /** The role that is written so; empty where none is. */
    public static Optional<Role> written(@Nullable String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
