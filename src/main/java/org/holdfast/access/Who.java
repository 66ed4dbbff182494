package org.holdfast.access;

/** Who may use a route at all. What they reach through it is decided by each read, and again by the database. */
public enum Who {
    /** Also people who have not signed in. */
    ANYBODY,
    /** Every signed-in person, whatever their role. */
    SIGNED_IN,
    PRACTITIONER,
    TEAM_MANAGER,
    SERVICE_CENTRE_MANAGER,
    REGIONAL_LEAD,
    ADMINISTRATOR,
    SAFEGUARDING_LEAD,
    DATA_PROTECTION_LEAD,
    AUDITOR,
    /** A system with a token that has the scope {@code intake}. */
    INTAKE_TOKEN,
    /** A system with a token that has the scope {@code read}. */
    READ_TOKEN;

    /** Whether that viewer is one of these. */
    public boolean includes(Viewer viewer) {
        return switch (this) {
            case ANYBODY -> true;
            case SIGNED_IN -> viewer.isSignedIn();
            case INTAKE_TOKEN -> viewer.scopes().contains("intake");
            case READ_TOKEN -> viewer.scopes().contains("read");
            default -> viewer.is(Role.valueOf(name()));
        };
    }
}
