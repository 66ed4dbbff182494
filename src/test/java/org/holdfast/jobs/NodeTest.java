package org.holdfast.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.database.Ids;
import org.holdfast.database.Login;
import org.holdfast.house.TestDatabase;
import org.holdfast.house.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quartz.SchedulerException;
import org.slf4j.LoggerFactory;

class NodeTest {
    private static final Schedule.Timing ALMOST_NEVER = Schedule.every(Duration.ofHours(9));
    private static final int MANY_SECONDS = 30;

    @RegisterExtension final TestDatabase database = TestDatabase.migrated();

    private final List<Node> nodes = new ArrayList<>();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() throws Exception {
        for (Node node : nodes) {
            node.stop(null);
        }
        pools.forEach(HikariDataSource::close);
    }

    @Test
    void aJobRunsAgainAndAgainByItself() throws Exception {
        started(job("beat", Schedule.every(Duration.ofMillis(200)), () -> ran.add("beat")));

        assertEquals("beat", ran.poll(MANY_SECONDS, SECONDS));
        assertEquals("beat", ran.poll(MANY_SECONDS, SECONDS));
    }

    @Test
    void aNudgedJobRunsAtOnce() throws Exception {
        Scheduled daily = job("report", Schedule.daily(LocalTime.of(5, 0)), () -> ran.add("report"));
        started(daily).runNow(daily.entry());

        assertEquals("report", ran.poll(MANY_SECONDS, SECONDS));
    }

    @Test
    void aJobThatFailsRunsAgain() throws Exception {
        started(job("failing", Schedule.every(Duration.ofMillis(200)), () -> {
            ran.add("tried");
            throw new IllegalStateException("This failure is part of a test");
        }));

        assertEquals("tried", ran.poll(MANY_SECONDS, SECONDS));
        assertEquals("tried", ran.poll(MANY_SECONDS, SECONDS));
    }

    @Test
    void aJobNeverRunsTwiceAtOnceHoweverManyNodesThereAre() throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        Schedule.Timing often = Schedule.every(Duration.ofMillis(50));
        Runnable work = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            ran.add("done");
            atOnce.decrementAndGet();
        };
        started(job("shared", often, work));
        started(job("shared", often, work));

        for (int i = 0; i < 20; i++) {
            assertNotNull(ran.poll(MANY_SECONDS, SECONDS));
        }
        assertEquals(1, most.get());
    }

    @Test
    void whatANodeThatIsCutOffWasDoingIsRepeatedByAnother() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        Scheduled stuck = job("stuck", ALMOST_NEVER, () -> {
            begun.countDown();
            waitFor(never);
        });
        started(stuck).runNow(stuck.entry());
        assertTrue(begun.await(MANY_SECONDS, SECONDS));
        pools.getFirst().getHikariPoolMXBean().suspendPool();

        started(job("stuck", ALMOST_NEVER, () -> ran.add("repeated")));

        assertEquals("repeated", ran.poll(MANY_SECONDS, SECONDS));
        pools.getFirst().getHikariPoolMXBean().resumePool();
        never.countDown();
    }

    @Test
    void aDatabaseThatGoesAwayIsOneCalmLineInTheLogAndOneWhenItIsBack() throws Exception {
        BlockingQueue<ILoggingEvent> log = heard();
        started(job("beat", Schedule.every(Duration.ofMillis(200)), () -> ran.add("beat")));
        assertNotNull(ran.poll(MANY_SECONDS, SECONDS));

        database.goAway();
        List<ILoggingEvent> lines = new ArrayList<>();
        until("The database cannot be reached; the jobs wait for it", log, lines);
        database.comeBack();
        until("The database answers again; the jobs go on", log, lines);

        assertEquals(List.of("The database cannot be reached; the jobs wait for it", "The database answers again; the jobs go on"),
                lines.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    /** What Quartz and the jobs tell the log from now on. */
    private static BlockingQueue<ILoggingEvent> heard() {
        BlockingQueue<ILoggingEvent> log = new LinkedBlockingQueue<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent line) {
                if (line.getLoggerName().startsWith("org.quartz") || line.getLoggerName().startsWith(Node.class.getPackageName())) {
                    log.add(line);
                }
            }
        };
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        return log;
    }

    private static void until(String said, BlockingQueue<ILoggingEvent> log, List<ILoggingEvent> lines) throws InterruptedException {
        ILoggingEvent line;
        do {
            line = log.poll(MANY_SECONDS, SECONDS);
            assertNotNull(line, said + " was not said after " + lines);
            if (!line.getFormattedMessage().startsWith("Job beat did ")) {
                lines.add(line);
            }
        } while (!line.getFormattedMessage().equals(said));
    }

    @Test
    void aRestartKeepsTheTimeOfAnUnchangedJobAndChangesThatOfAChangedOne() throws Exception {
        node(job("same", ALMOST_NEVER, () -> {}), job("changed", ALMOST_NEVER, () -> {}));
        long same = startTime("same");
        long changed = startTime("changed");

        node(job("same", ALMOST_NEVER, () -> {}), job("changed", Schedule.daily(LocalTime.of(6, 30)), () -> {}));

        assertEquals(same, startTime("same"));
        assertNotEquals(changed, startTime("changed"));
        assertEquals("Europe/London", database.asOwner().one(String.class, "select time_zone_id from qrtz_cron_triggers"));
    }

    @Test
    void aJobThatIsNoMoreIsForgotten() throws Exception {
        node(job("old", ALMOST_NEVER, () -> {}), job("kept", ALMOST_NEVER, () -> {}));
        node(job("kept", ALMOST_NEVER, () -> {}));

        assertEquals(List.of("kept"), database.asOwner().column(String.class, "select job_name from qrtz_job_details"));
    }

    @Test
    void theDatabaseKnowsNamesAndTimesAndNothingElse() throws Exception {
        started(job("plain", Schedule.every(Duration.ofMillis(200)), () -> ran.add("plain")));
        ran.poll(MANY_SECONDS, SECONDS);

        assertEquals(List.of(), database.asOwner().column(String.class, """
                select line from (select job_data from qrtz_job_details union all select job_data from qrtz_triggers) kept,
                    regexp_split_to_table(convert_from(job_data, 'UTF8'), '\n') line
                where line <> '' and line not like '#%'
                """));
    }

    @Test
    void requestsCannotTouchWhatQuartzKeeps() {
        assertEquals("42501", database.asAppWithoutViewer().refusal("select * from qrtz_job_details"));
        assertEquals("42501", database.asAppWithoutViewer().refusal("delete from qrtz_triggers"));
    }

    @Test
    void aStoppedNodeRunsNothingAnyMore() throws Exception {
        Scheduled job = job("after", ALMOST_NEVER, () -> ran.add("after"));
        Node node = started(job);
        ran.poll(MANY_SECONDS, SECONDS);
        node.stop(null);

        node.runNow(job.entry());

        assertTrue(ran.isEmpty());
        assertFalse(database.asOwner().column(String.class, "select trigger_name from qrtz_triggers").isEmpty());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long startTime(String job) {
        return database.asOwner().one(Long.class, "select start_time from qrtz_triggers where job_name = ?", job);
    }

    private Node started(Scheduled... jobs) throws SchedulerException {
        Node node = node(jobs);
        node.start(null);
        return node;
    }

    private Node node(Scheduled... jobs) throws SchedulerException {
        var node = new Node(pool(), List.of(jobs), new Ids(), new Stopping(), Duration.ofSeconds(1));
        nodes.add(node);
        node.agreeOnTheTimetable();
        return node;
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.address().jdbc());
        pool.setUsername(Login.JOBS.role());
        pool.setPassword(TestPostgres.SECRETS.password(Login.JOBS));
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(500);
        pool.setAllowPoolSuspension(true);
        pools.add(pool);
        return pool;
    }

    private static Scheduled job(String name, Schedule.Timing timing, Runnable work) {
        return new Scheduled() {
            @Override
            public Schedule.Entry entry() {
                return new Schedule.Entry(name, timing, "A test needs it.");
            }

            @Override
            public int run() {
                work.run();
                return 1;
            }
        };
    }
}
