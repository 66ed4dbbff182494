package org.holdfast.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of one job. The only class Quartz knows: its name is in the database, so it must not change, while the jobs
 * behind it can.
 */
@DisallowConcurrentExecution
final class Run implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final Scheduled job;
    private final Told told;

    Run(Scheduled job, Told told) {
        this.job = job;
        this.told = told;
    }

    @Override
    public void execute(JobExecutionContext context) {
        told.begins();
        try {
            say(job.run());
        } catch (RuntimeException failed) {
            told.failed(job.entry(), failed);
        }
    }

    private void say(int done) {
        if (done > 0) {
            LOG.info("Job {} did {}", job.entry().name(), done);
        }
    }
}
