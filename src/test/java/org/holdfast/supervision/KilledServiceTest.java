package org.holdfast.supervision;

import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.holdfast.database.ChildService;
import org.holdfast.database.Login;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.Sql;
import org.holdfast.house.TestDatabase;
import org.holdfast.pdf.PdfReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed as a process, with SIGKILL, at the worst moments: what it had promised is kept. */
class KilledServiceTest {
    private static final boolean LONG = Boolean.getBoolean("holdfast.long");
    private static final String[] SETTINGS = {"holdfast.as-of=" + RecordCast.TODAY, "holdfast.jobs.check-in=1s"};
    private static final String NOTES = "She carries a lot and says so.";

    @TempDir static Path temporary;

    @RegisterExtension final TestDatabase shared = TestDatabase.migrated();

    private RecordCast cast;
    private Sql sql;
    private URI address;

    @Test
    void everyAcknowledgedSaveIsThereAfterAKillAndNoneIsHalfThere() throws Exception {
        long seed = new Random().nextLong();
        Random chance = new Random(seed);
        Path data = temporary.resolve("saving");
        ChildService service = started(data);
        cast = new RecordCast(sql, Clock.systemUTC()::instant, () -> new Browser(address));
        for (int kill = 1; kill <= (LONG ? 50 : 5); kill++) {
            UUID session = cast.session();
            List<Writer> writers = Stream.of("accountability", "development", "support", "mediation").map(function -> new Writer(session, function)).toList();
            saveUntilKilled(service, writers, 4 + chance.nextInt(60));
            service = started(data);

            String round = "kill " + kill + ", seed " + seed;
            for (Writer writer : writers) {
                writer.assertKept(round);
                writer.sendAgain(round);
            }
            assertEquals(writers.stream().mapToInt(writer -> writer.sent).sum(),
                    sql.one(Integer.class, "select revision from session_record where session_id = ?", session), "each save counts once, " + round);
        }
        service.close();
    }

    private void saveUntilKilled(ChildService service, List<Writer> writers, int acknowledged) throws Exception {
        Semaphore answers = new Semaphore(0);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> writing = writers.stream().map(writer -> each.submit(() -> writer.writeWhileItLives(answers))).toList();
            answers.acquire(acknowledged);
            service.kill();
            for (Future<?> ended : writing) {
                ended.get();
            }
        }
    }

    /** An open page in which Ben goes on typing under one function. */
    private final class Writer {
        private final UUID session;
        private final String function;
        private int sent;
        private int base;
        private String acknowledged;
        private String typed;
        private String key;

        Writer(UUID session, String function) {
            this.session = session;
            this.function = function;
        }

        Void writeWhileItLives(Semaphore answers) {
            Page answer = saveNext();
            while (answer != null) {
                assertEquals(200, answer.status(), answer.text());
                base = Integer.parseInt(answer.text().replaceAll(".*\"revision\":(\\d+).*", "$1"));
                acknowledged = typed;
                answers.release();
                answer = saveNext();
            }
            return null;
        }

        private Page saveNext() {
            sent++;
            typed = "Words %d under %s, ".formatted(sent, function) + "kelp ".repeat(1000) + "and their end.";
            key = UUID.randomUUID().toString();
            return save();
        }

        /** The answer; null where the service was gone before it came. */
        private Page save() {
            try {
                return put(session, "function", function, "notes", base, key, typed);
            } catch (AssertionError gone) {
                if (gone.getCause() instanceof IOException) {
                    return null;
                }
                throw gone;
            }
        }

        void assertKept(String round) {
            String kept = sql.column(String.class, "select notes from function_note where session_id = ? and function = ?", session, function)
                    .stream().findFirst().orElse(null);
            assertTrue(kept == null ? acknowledged == null : kept.equals(acknowledged) || kept.equals(typed),
                    round + ": acknowledged " + beginning(acknowledged) + ", kept " + beginning(kept));
        }

        private static String beginning(String text) {
            return text == null ? "nothing" : text.substring(0, 30) + " (" + text.length() + ")";
        }

        /** As the open page does once the service answers again: what was not acknowledged, under the same key. */
        void sendAgain(String round) {
            Page answer = save();
            assertEquals(200, answer.status(), round + answer.text());
            assertEquals(typed, sql.one(String.class, "select notes from function_note where session_id = ? and function = ?", session, function), round);
        }
    }

    /** Between the request for a PDF and its result. */
    private enum Moment {
        ASKED("select exists (select from report_request where subject_id = '%s')"),
        BEING_MADE("select exists (select from qrtz_fired_triggers where job_name = 'supervision-record-pdfs' and state = 'EXECUTING')"),
        BEING_STORED("select exists (select from pg_locks where relation = 'stored_report'::regclass and not granted)");

        private final String sign;

        Moment(String sign) {
            this.sign = sign;
        }

        boolean hasCome(Sql sql, UUID session) {
            return sql.one(Boolean.class, sign.formatted(session));
        }
    }

    @Test
    void aPdfThatWasAskedForBeforeAKillIsThereAfterTheRestartAndStoredOnce() throws Exception {
        Path data = temporary.resolve("printing");
        ChildService service = started(data);
        cast = new RecordCast(sql, Clock.systemUTC()::instant, () -> new Browser(address));
        for (Moment moment : Moment.values()) {
            UUID session = cast.session();
            try (Connection inTheWay = service.connect(Login.OWNER)) {
                lockWhileNoPdfCanBeStored(session, inTheWay);
                service.until(moment + " has come", () -> moment.hasCome(sql, session));
                service.kill();
                assertEquals(0, stored(session), "killed before the result");
            }
            service = started(data);
            assertMade(service, session);
        }
        service.close();
    }

    @Test
    void anOrderlyStopWhileAPdfIsMadeIsQuickAndNoFailure() throws Exception {
        Path data = temporary.resolve("stopping");
        ChildService service = started(data);
        cast = new RecordCast(sql, Clock.systemUTC()::instant, () -> new Browser(address));
        UUID session = cast.session();
        try (Connection inTheWay = service.connect(Login.OWNER)) {
            lockWhileNoPdfCanBeStored(session, inTheWay);
            service.until("a PDF is being stored", () -> Moment.BEING_STORED.hasCome(sql, session));
            long from = System.nanoTime();
            service.stop();
            service.exitCode();

            assertTrue(System.nanoTime() - from < Duration.ofSeconds(10).toNanos());
            assertEquals(List.of(), service.output().lines().filter(line -> line.matches(".*(ERROR|WARN|Exception).*")).toList());
        }

        service = started(data);
        assertMade(service, session);
        assertEquals(0, sql.rows("select id from report_attempt").size());
        service.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "holdfast.long", matches = "true", disabledReason = "takes minutes: ops/test --long")
    void aPdfIsMadeByTheOtherNodeWhenItsMakerIsKilled() throws Exception {
        sql = shared.asOwner();
        cast = new RecordCast(sql, Clock.systemUTC()::instant, () -> new Browser(address));
        Map<String, ChildService> nodes = new HashMap<>();
        addNode(nodes);
        addNode(nodes);
        for (int kill = 0; kill < 20; kill++) {
            Moment moment = kill % 2 == 0 ? Moment.BEING_MADE : Moment.BEING_STORED;
            UUID session = cast.session();
            try (Connection inTheWay = shared.connect(Login.OWNER)) {
                lockWhileNoPdfCanBeStored(session, inTheWay);
                nodes.values().iterator().next().until(moment + " has come", () -> moment.hasCome(sql, session) && maker() != null);
                nodes.remove(maker()).kill();
                assertEquals(0, stored(session), "killed before the result");
            }
            ChildService other = nodes.values().iterator().next();
            address = URI.create(other.ready());
            assertMade(other, session);
            addNode(nodes);
        }
        for (ChildService node : nodes.values()) {
            node.close();
        }
    }

    private void addNode(Map<String, ChildService> nodes) throws Exception {
        ChildService node = ChildService.startOn(shared.address(), Files.createDirectories(temporary.resolve("nodes/each")), SETTINGS);
        address = URI.create(node.ready());
        List<String> known = sql.column(String.class, "select instance_name from qrtz_scheduler_state order by last_checkin_time desc");
        nodes.put(known.stream().filter(name -> !nodes.containsKey(name)).findFirst().orElseThrow(), node);
    }

    /** The node that is making a PDF now; null where none is. */
    private String maker() {
        return sql.column(String.class, "select instance_name from qrtz_fired_triggers where job_name = 'supervision-record-pdfs' and state = 'EXECUTING'")
                .stream().findFirst().orElse(null);
    }

    private ChildService started(Path data) throws Exception {
        ChildService service = ChildService.start(Files.createDirectories(data), SETTINGS);
        address = URI.create(service.ready());
        sql = Sql.asOwner(() -> service.connect(Login.OWNER));
        return service;
    }

    /** Agreeing locks the record and asks for the PDF; nobody can store one until that connection is closed. */
    private void lockWhileNoPdfCanBeStored(UUID session, Connection inTheWay) throws Exception {
        assertEquals(200, put(session, "function", "support", "notes", 0, UUID.randomUUID().toString(), NOTES).status());
        assertEquals(303, cast.as(BEN).post("/sessions/" + session + "/sharing", "asked", "true").status());
        inTheWay.setAutoCommit(false);
        try (Statement lock = inTheWay.createStatement()) {
            lock.execute("lock table stored_report in share mode");
        }
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1").status());
    }

    private Page put(UUID session, String part, String partId, String field, int base, String key, String value) {
        String json = """
                {"part": "%s", "partId": "%s", "field": "%s", "base": %d, "key": "%s", "value": "%s"}""".formatted(part, partId, field, base, key, value);
        return cast.as(BEN).send("PUT", "/sessions/" + session + "/record/fields", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private void assertMade(ChildService service, UUID session) throws InterruptedException {
        service.until("the PDF is there", () -> stored(session) > 0);
        Page pdf = cast.as(AMINA).get("/sessions/" + session + "/pdf");
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertTrue(PdfReading.text(pdf.body()).contains(NOTES));
        assertEquals(List.of(1L, 1L), List.of(stored(session), sql.one(Long.class, "select count(*) from report_request where subject_id = ?", session)));
    }

    private long stored(UUID session) {
        return sql.one(Long.class, "select count(*) from stored_report s join report_request r on r.id = s.request_id where r.subject_id = ?", session);
    }
}
