package org.holdfast.jobs;

/**
 * A job, as a bean of the room it belongs to. It runs on one node at a time and never twice at once. It may be killed
 * at any moment and started again, so it keeps no state of its own: it finds what is due, does it, and what it did is
 * no longer due.
 */
public interface Scheduled {
    /** Its line in the {@link Schedule}. */
    Schedule.Entry entry();

    /** Does what is due. Returns how many things that were; an exception is logged, and the next run tries again. */
    int run();
}
