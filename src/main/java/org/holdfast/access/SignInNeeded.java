package org.holdfast.access;

import io.micronaut.core.annotation.Nullable;
import java.util.UUID;

/** Nobody has signed in, or the session has ended, where somebody must be. Carries no stack trace: it is no surprise. */
public final class SignInNeeded extends RuntimeException {
    private final @Nullable UUID was;

    public SignInNeeded() {
        this(null);
    }

    /** @param was whose browser session has ended; null where there was none */
    public SignInNeeded(@Nullable UUID was) {
        super("Sign in first", null, false, false);
        this.was = was;
    }

    /** Whose browser session has ended: what they had typed is not to be sent by anybody else. Null where there was none. */
    public @Nullable UUID was() {
        return was;
    }
}
