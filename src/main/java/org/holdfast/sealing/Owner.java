package org.holdfast.sealing;

import java.util.UUID;

/**
 * Whose key closes an item. Without that key everything of this owner stays closed for good.
 *
 * @param kind what sort of owner, as the database writes it
 * @param id   the person's or the session's id
 */
public record Owner(String kind, UUID id) {
    static final String PERSON = "person";
    private static final String ACCOUNT = "account";

    /** What only that person reads. */
    public static Owner person(UUID person) {
        return new Owner(PERSON, person);
    }

    /** What signing in as that person needs, whatever their role. */
    public static Owner account(UUID person) {
        return new Owner(ACCOUNT, person);
    }

    /** What only the two people of that session read. */
    public static Owner session(UUID session) {
        return new Owner("session", session);
    }

    /** The stored files of that session's record, for whoever may read the record. */
    public static Owner documentsOf(UUID session) {
        return new Owner("documents", session);
    }

    /** Whether the id is a person's; otherwise it is a session's. */
    boolean isPerson() {
        return kind.equals(PERSON) || kind.equals(ACCOUNT);
    }
}
