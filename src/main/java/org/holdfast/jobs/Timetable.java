package org.holdfast.jobs;

import java.util.Collection;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.holdfast.time.Today;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** Brings what Quartz keeps in the database in line with the jobs there are. Several nodes may do so at once. */
final class Timetable {
    private final Scheduler scheduler;

    Timetable(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void follow(Collection<Schedule.Entry> entries) throws SchedulerException {
        forgetAllBut(entries.stream().map(Timetable::key).collect(Collectors.toSet()));
        for (Schedule.Entry entry : entries) {
            if (!isKnown(entry)) {
                // replacing a trigger by one of another kind would leave half of each
                scheduler.deleteJob(key(entry));
                scheduler.scheduleJob(job(entry), Set.of(trigger(entry)), true);
            }
        }
    }

    static JobKey key(Schedule.Entry entry) {
        return JobKey.jobKey(entry.name());
    }

    private void forgetAllBut(Set<JobKey> current) throws SchedulerException {
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
            if (!current.contains(key)) {
                scheduler.deleteJob(key);
            }
        }
    }

    /** An unchanged job keeps its trigger, so that a run missed while nothing was running is still made up for. */
    private boolean isKnown(Schedule.Entry entry) throws SchedulerException {
        Trigger known = scheduler.getTrigger(TriggerKey.triggerKey(entry.name()));
        return known != null && entry.timing().toString().equals(known.getDescription());
    }

    private static JobDetail job(Schedule.Entry entry) {
        return JobBuilder.newJob(Run.class).withIdentity(key(entry)).storeDurably().requestRecovery().build();
    }

    private static Trigger trigger(Schedule.Entry entry) {
        return TriggerBuilder.newTrigger()
                .withIdentity(entry.name())
                .withDescription(entry.timing().toString())
                .withSchedule(times(entry.timing()))
                .build();
    }

    private static ScheduleBuilder<?> times(Schedule.Timing timing) {
        return switch (timing) {
            case Schedule.Every every -> SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(every.interval().toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount();
            case Schedule.Daily daily -> CronScheduleBuilder
                    .dailyAtHourAndMinute(daily.at().getHour(), daily.at().getMinute())
                    .inTimeZone(TimeZone.getTimeZone(Today.LONDON))
                    .withMisfireHandlingInstructionFireAndProceed();
        };
    }
}
