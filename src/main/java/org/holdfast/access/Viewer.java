package org.holdfast.access;

import io.micronaut.core.annotation.Nullable;
import java.util.Set;
import java.util.UUID;

/**
 * The one who is looking: a signed-in person, a system with a token, or nobody yet.
 *
 * @param kind          what sort of viewer
 * @param id            the person's id, or the token's id; null for nobody
 * @param name          the person's name as shown to themselves, or the token's label; empty for nobody
 * @param roles         the roles held today, confirmed ones only; an administrator holds no other
 * @param scopes        what a token may do ({@code intake}, {@code read}); empty for people
 * @param centreId      the service centre the person works in; null for nobody, systems and regional leads
 * @param browserSession the browser session they came with; null where there is none
 */
public record Viewer(
        Kind kind, @Nullable UUID id, String name, Set<Role> roles, Set<String> scopes, @Nullable UUID centreId,
        @Nullable BrowserSession browserSession) {

    /** Sorts of viewer. */
    public enum Kind { NOBODY, PERSON, SYSTEM }

    /** Somebody who has not signed in. */
    public static final Viewer NOBODY = new Viewer(Kind.NOBODY, null, "", Set.of(), Set.of(), null, null);

    public boolean isSignedIn() {
        return kind == Kind.PERSON;
    }

    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The same person in the same browser session, of which something else holds now. */
    public Viewer in(BrowserSession now) {
        return new Viewer(kind, id, name, roles, scopes, centreId, now);
    }

    /** Whether this viewer is that very person. */
    public boolean is(UUID personId) {
        return isSignedIn() && personId.equals(id);
    }
}
