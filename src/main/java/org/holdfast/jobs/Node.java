package org.holdfast.jobs;

import static java.util.Map.entry;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.holdfast.database.Ids;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as one of the nodes that share the jobs in the database. When a node has not been heard of for a few
 * {@code holdfast.jobs.check-in} intervals, another repeats what it was doing.
 */
@Context
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final String CLUSTER = "holdfast";
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(4);

    private final Map<String, Scheduled> jobs;
    private final Scheduler scheduler;
    private final Stopping stopping;
    private final Told told;

    Node(@Named("jobs") DataSource database, List<Scheduled> jobs, Ids ids, Stopping stopping,
            @Value("${holdfast.jobs.check-in:7500ms}") Duration checkIn) throws SchedulerException {
        this.stopping = stopping;
        this.told = new Told(stopping);
        this.jobs = jobs.stream().collect(Collectors.toMap(job -> job.entry().name(), Function.identity()));
        this.scheduler = scheduler("node-" + ids.next(), DelegatingDataSource.unwrapDataSource(database), checkIn);
        this.scheduler.setJobFactory((fired, _) -> named(fired.getJobDetail().getKey().getName()));
        this.scheduler.getListenerManager().addSchedulerListener(told);
    }

    /** While nodes of two versions run, this one may be handed a job it does not have. */
    private Job named(String name) {
        Scheduled job = jobs.get(name);
        return job == null ? _ -> LOG.info("Job {} belongs to another version", name) : new Run(job, told);
    }

    /** Quartz keeps one scheduler of a name per Java machine; two nodes in one, as in tests, would be the same. */
    private static Scheduler scheduler(String node, DataSource database, Duration checkIn) throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(node, new Pool(database));
        synchronized (Node.class) {
            Scheduler scheduler = new StdSchedulerFactory(settings(node, checkIn)).getScheduler();
            SchedulerRepository.getInstance().remove(CLUSTER);
            return scheduler;
        }
    }

    private static Properties settings(String node, Duration checkIn) {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                entry("org.quartz.scheduler.instanceName", CLUSTER),
                entry("org.quartz.scheduler.instanceId", node),
                entry("org.quartz.scheduler.makeSchedulerThreadDaemon", "true"),
                entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                entry("org.quartz.threadPool.threadCount", "2"),
                entry("org.quartz.threadPool.makeThreadsDaemons", "true"),
                entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                entry("org.quartz.jobStore.tablePrefix", "qrtz_"),
                entry("org.quartz.jobStore.dataSource", node),
                entry("org.quartz.jobStore.dbRetryInterval", "5000"),
                entry("org.quartz.jobStore.useProperties", "true"),
                entry("org.quartz.jobStore.isClustered", "true"),
                entry("org.quartz.jobStore.makeThreadsDaemons", "true"),
                entry("org.quartz.jobStore.clusterCheckinInterval", Long.toString(checkIn.toMillis()))));
        return settings;
    }

    @PostConstruct
    void agreeOnTheTimetable() throws SchedulerException {
        new Timetable(scheduler).follow(jobs.values().stream().map(Scheduled::entry).toList());
    }

    @EventListener
    void start(StartupEvent everythingIsThere) throws SchedulerException {
        scheduler.start();
    }

    /** Before the connection pools close. A job that takes longer is cut off, and repeated by another node. */
    @EventListener
    void stop(ShutdownEvent beforeAnythingIsGone) throws InterruptedException {
        stopping.begin();
        Thread shutting = Thread.ofPlatform().daemon().name("jobs-stop").start(this::shutDown);
        shutting.join(PATIENCE_AT_STOP);
    }

    private void shutDown() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException failed) {
            LOG.warn("The jobs did not stop cleanly", failed);
        }
    }

    /** Asks for one run at once, on whichever node is free first. */
    void runNow(Schedule.Entry entry) {
        try {
            scheduler.triggerJob(Timetable.key(entry));
        } catch (SchedulerException lost) {
            told.notNudged(entry, lost);
        }
    }
}
