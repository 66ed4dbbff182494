package org.holdfast.jobs;

import jakarta.inject.Singleton;

/**
 * Whether this process is about to stop. A job that does several things asks before each: what it leaves is still due,
 * and done after the next start or by another node.
 */
@Singleton
public final class Stopping {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
