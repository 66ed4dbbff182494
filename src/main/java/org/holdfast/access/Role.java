package org.holdfast.access;

import io.micronaut.core.annotation.Introspected;

/** What somebody does in the service. One person may hold several; each is dated. */
@Introspected
public enum Role {
    PRACTITIONER("practitioner", "Practitioner"),
    TEAM_MANAGER("team manager", "Team manager"),
    SERVICE_CENTRE_MANAGER("service centre manager", "Service centre manager"),
    REGIONAL_LEAD("regional lead", "Regional lead"),
    ADMINISTRATOR("administrator", "Administrator");

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

    /** @throws IllegalArgumentException for a code no role has */
    public static Role of(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No role is written " + code);
    }
}
