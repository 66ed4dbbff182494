package org.holdfast.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.database.DatabaseAway;
import org.quartz.SchedulerException;
import org.quartz.listeners.SchedulerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log is told when jobs fail. A database that is away is one line when it goes and one when it is back, instead
 * of a stack trace with each attempt; what a stop cuts off is no failure.
 */
final class Told extends SchedulerListenerSupport {
    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    private final Stopping stopping;
    private final AtomicBoolean away = new AtomicBoolean();

    Told(Stopping stopping) {
        this.stopping = stopping;
    }

    /** Quartz itself could not do something. */
    @Override
    public void schedulerError(String what, SchedulerException failed) {
        if (!isExpected(failed)) {
            LOG.error("{}", what, failed);
        }
    }

    /** A job ended with an exception. */
    void failed(Schedule.Entry job, RuntimeException failed) {
        if (!isExpected(failed)) {
            LOG.error("Job {} failed; its next run tries again", job.name(), failed);
        }
    }

    void notNudged(Schedule.Entry job, SchedulerException lost) {
        if (!isExpected(lost)) {
            LOG.warn("Job {} could not be nudged and runs at its next time", job.name(), lost);
        }
    }

    private boolean isExpected(Exception failed) {
        if (stopping.hasBegun()) {
            return true;
        }
        boolean isAway = DatabaseAway.isBehind(failed);
        if (isAway && !away.getAndSet(true)) {
            LOG.warn("The database cannot be reached; the jobs wait for it");
        }
        return isAway;
    }

    /** A job begins, so the database is there. */
    void begins() {
        if (away.getAndSet(false)) {
            LOG.info("The database answers again; the jobs go on");
        }
    }
}
