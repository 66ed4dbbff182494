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

    Run(Scheduled job) {
        this.job = job;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            told(job.run());
        } catch (RuntimeException failed) {
            LOG.error("Job {} failed; its next run tries again", job.entry().name(), failed);
        }
    }

    private void told(int done) {
        if (done > 0) {
            LOG.info("Job {} did {}", job.entry().name(), done);
        }
    }
}
