package org.holdfast.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.database.Login;
import org.holdfast.house.TestDatabase;
import org.holdfast.house.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trail is linked row by row, and whatever is done to it afterwards shows. */
@Tag("postgres15")
class TrailTest {
    private static final UUID AMINA = new UUID(0x0190000000007000L, 0x8000000000000001L);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @RegisterExtension final TestDatabase database = TestDatabase.migrated();

    private Instant now = NOON;
    private LinkingTheTrail linking;
    private List<UUID> rows;

    @BeforeEach
    void threeReadsAndTwoActsAreLinked() throws SQLException {
        linking = new LinkingTheTrail(TestPostgres.SECRETS, Clock.fixed(NOON, ZoneOffset.UTC));
        rows = new ArrayList<>(List.of(read(), act(), read(), act(), read()));
        link();
    }

    @Test
    void everyRowIsLinkedInTheOrderItWasAdded() throws SQLException {
        assertEquals(rows, database.asOwner().column(UUID.class, "select row_id from trail_link order by sequence"));
        Verification.Result result = verify(null);
        assertEquals(List.of(), result.findings());
        assertEquals(5, result.linked());
        assertEquals(0, result.tail());
        assertNull(result.tailSince());
    }

    @Test
    void whatIsNotLinkedYetIsReportedApart() throws SQLException {
        read();
        Verification.Result result = verify(null);
        assertEquals(List.of(), result.findings());
        assertEquals(5, result.linked());
        assertEquals(1, result.tail());
        assertEquals(NOON, result.tailSince());
    }

    @Test
    void noRowIsLinkedWhileAnOlderTransactionMightStillAddOneBeforeIt() throws SQLException {
        UUID early;
        UUID late;
        try (Connection running = database.connect(Login.OWNER)) {
            running.setAutoCommit(false);
            try (Statement slow = running.createStatement()) {
                early = UUID.randomUUID();
                slow.execute("insert into access_log (id, at, viewer_kind, viewer_id, what, subject_id) values ('" + early + "', now(), 'person', '" + AMINA + "', 'case', '" + AMINA + "')");
                late = read();
                assertEquals(0, linkOnce());
                running.commit();
            }
        }
        link();
        assertEquals(List.of(early, late), database.asOwner().column(UUID.class, "select row_id from trail_link where sequence > 5 order by sequence"));
        assertEquals(List.of(), verify(null).findings());
    }

    @Test
    void whoComesWhileAnotherLinksDoesNothing() throws SQLException {
        read();
        try (Connection other = database.connect(Login.JOBS); Statement taking = other.createStatement()) {
            other.setAutoCommit(false);
            taking.execute("select pg_advisory_xact_lock(hashtext('holdfast trail'))");
            assertEquals(0, linkOnce());
        }
        link();
        assertEquals(6, verify(null).linked());
    }

    @Test
    void aChangedRowIsFound() throws SQLException {
        database.asOwner().run("update act set why = 'another reason' where id = ?", rows.get(1));
        assertFinding("Row " + rows.get(1) + " (link 2) does not match");
        assertEquals(1, verify(null).found());
    }

    @Test
    void everyColumnOfARowIsUnderItsLink() throws SQLException {
        for (String change : List.of("at = at + interval '1 microsecond'", "security = not security", "by_id = gen_random_uuid()", "what = 'something else'",
                "subject_id = null", "concerns_id = null", "why = null", "by_kind = 'system'", "transaction_id = '3'")) {
            database.asOwner().run("create table kept as select * from act where id = ?", rows.get(3));
            database.asOwner().run("update act set " + change + " where id = ?", rows.get(3));
            assertEquals(1, verify(null).found(), change);
            database.asOwner().run("delete from act where id = ?", rows.get(3));
            database.asOwner().run("insert into act select * from kept");
            database.asOwner().run("drop table kept");
            assertEquals(0, verify(null).found(), change);
        }
    }

    @Test
    void aRemovedRowIsFound() throws SQLException {
        database.asOwner().run("delete from access_log where id = ?", rows.get(2));
        assertFinding("Row " + rows.get(2) + " (link 3) is missing.");
    }

    @Test
    void aRowRemovedTogetherWithItsLinkIsFound() throws SQLException {
        database.asOwner().run("delete from access_log where id = ?", rows.get(2));
        database.asOwner().run("delete from trail_link where sequence = 3");
        assertFinding("Links 3 to 3 are missing.");
    }

    @Test
    void aRowWhoseLinkAndPlaceWereTakenOverByTheNextIsFound() throws SQLException {
        database.asOwner().run("delete from access_log where id = ?", rows.get(2));
        database.asOwner().run("delete from trail_link where sequence = 3");
        database.asOwner().run("update trail_link set sequence = 3 where sequence = 4");
        database.asOwner().run("update trail_link set sequence = 4 where sequence = 5");
        assertFinding("Row " + rows.get(3) + " (link 3) does not match");
    }

    @Test
    void rowsInAnotherOrderAreFound() throws SQLException {
        database.asOwner().run("update trail_link set sequence = sequence + 100 where sequence in (2, 3)");
        database.asOwner().run("update trail_link set sequence = 105 - sequence where sequence in (102, 103)");
        assertTrue(verify(null).found() >= 2);
        assertFinding("(link 2) does not match");
    }

    @Test
    void aRowSlippedInLaterIsFound() throws SQLException {
        UUID slipped = UUID.randomUUID();
        database.asOwner().run("""
            insert into act (id, at, security, by_kind, by_id, what, transaction_id)
            select ?, at, false, 'person', by_id, 'supervision record agreed', transaction_id from act where id = ?""", slipped, rows.get(1));
        link();
        assertFinding("Row " + slipped + " was slipped in");
    }

    @Test
    void anEndCutOffIsFoundAgainstAHeadThatWasKept() throws SQLException {
        Head kept = verify(null).head();
        database.asOwner().run("delete from trail_link where sequence > 3");
        database.asOwner().run("delete from act where id = ?", rows.get(3));
        database.asOwner().run("delete from access_log where id = ?", rows.get(4));

        assertEquals(List.of(), verify(null).findings());
        assertEquals(List.of("The end was cut off: the head you gave is link 5, and the trail ends with 3."), verify(kept).findings());

        read();
        read();
        link();
        assertEquals(5, verify(null).head().sequence());
        assertTrue(verify(kept).findings().getFirst().startsWith("Link 5 is another one than the head you gave"));
    }

    @Test
    void aWholeTrailHoldsAgainstEveryEarlierHead() throws SQLException {
        Head kept = verify(null).head();
        read();
        link();
        assertEquals(List.of(), verify(kept).findings());
        assertEquals(List.of(), verify(Head.NONE).findings());
    }

    @Test
    void withoutTheKeyALinkCannotBeMade() throws SQLException {
        database.asOwner().run("update trail_link set mac = sha256('forged') where sequence = 5");
        assertFinding("(link 5) does not match");
    }

    @Test
    void aDumpTakenIntoAnotherServerGoesOnWithItsTrail() throws SQLException {
        database.asOwner().run("delete from trail_link");
        database.asOwner().run("update act set transaction_id = '4000000000'");
        database.asOwner().run("update access_log set transaction_id = '4000000000'");
        relinkAsTheOtherServerDid();

        UUID first = read();
        assertEquals(List.of(), verify(null).findings());
        link();
        UUID second = act();
        link();

        assertEquals(List.of(first, second), database.asOwner().column(UUID.class, "select row_id from trail_link where sequence > 5 order by sequence"));
        assertEquals(List.of(), verify(null).findings());
    }

    /** Its snapshot had gone past those numbers. */
    private void relinkAsTheOtherServerDid() throws SQLException {
        TrailKey key = new TrailKey(TestPostgres.SECRETS);
        Head head = Head.NONE;
        try (Connection owner = database.connect(Login.OWNER); Statement statement = owner.createStatement();
                var found = statement.executeQuery("select " + TrailRow.COLUMNS + " from trail t order by t.id")) {
            while (found.next()) {
                TrailRow row = TrailRow.read(found);
                head = key.link(head, row);
                database.asOwner().run("insert into trail_link (sequence, row_id, transaction_id, linked_at, mac) values (?, ?, cast(? as xid8), ?, ?)",
                    head.sequence(), row.id(), row.transactionId(), NOON, head.mac());
            }
        }
    }

    @Test
    void theExportHoldsEveryRowOfItsDaysAndTheHead() throws Exception {
        now = NOON.plus(Duration.ofDays(1));
        linking = new LinkingTheTrail(TestPostgres.SECRETS, Clock.fixed(now, ZoneOffset.UTC));
        read();
        link();

        List<String> both = export("2026-11-21", "2026-11-22");
        List<String> first = export("2026-11-21", "2026-11-21");
        List<String> second = export("2026-11-22", "2026-11-22");

        assertEquals(7, both.size());
        assertEquals(6, first.size());
        assertEquals(2, second.size());
        assertEquals(both.subList(0, 5), first.subList(0, 5));
        assertTrue(first.get(1).startsWith("{\"sequence\":2,\"kind\":\"act\",\"id\":\"" + rows.get(1) + "\",\"at\":\"2026-11-21T12:00:00Z\""), first.get(1));
        assertEquals("{\"from\":\"2026-11-22\",\"to\":\"2026-11-22\",\"rows\":1,\"head\":\"" + verify(null).head() + "\"}", second.getLast());
        assertTrue(first.getLast().contains("\"head\":\"5:"));
    }

    @Test
    void theJobsReadAndLinkTheTrailAndChangeNothingInIt() {
        for (String table : List.of("access_log", "act", "trail_link")) {
            assertEquals("42501", database.asJobs().refusal("delete from " + table));
        }
        assertEquals("42501", database.asJobs().refusal("update trail_link set sequence = sequence"));
        assertEquals("42501", database.asJobs().refusal("update act set what = what"));
        assertEquals("42501", database.asApp(AMINA).refusal("select * from trail_link"));
    }

    @Test
    void aHeadIsReadAsItIsWritten() throws SQLException {
        Head head = verify(null).head();
        Head read = Head.of(head.toString()).orElseThrow();
        assertEquals(head.sequence(), read.sequence());
        assertArrayEquals(head.mac(), read.mac());
        assertEquals(Optional.empty(), Head.of("12:abc"));
        assertEquals(Optional.empty(), Head.of(""));
    }

    @Test
    void twoDifferentRowsAreNeverTheSameBytes() {
        TrailRow one = new TrailRow("act", AMINA, NOON, false, "job", null, "ab", null, null, "c", "7");
        TrailRow other = new TrailRow("act", AMINA, NOON, false, "job", null, "a", null, null, "bc", "7");
        TrailRow empty = new TrailRow("act", AMINA, NOON, false, "job", null, "ab", null, null, null, "7");
        assertFalse(Arrays.equals(one.bytes(), other.bytes()));
        assertFalse(Arrays.equals(one.bytes(), empty.bytes()));
    }

    private void assertFinding(String words) throws SQLException {
        List<String> findings = verify(null).findings();
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(words)), findings.toString());
    }

    private UUID read() {
        UUID id = UUID.randomUUID();
        database.asOwner().run("insert into access_log (id, at, viewer_kind, viewer_id, what, subject_id) values (?, ?, 'person', ?, 'case', ?)", id, now, AMINA, AMINA);
        return id;
    }

    private UUID act() {
        UUID id = UUID.randomUUID();
        database.asOwner().run("insert into person (id, name) values (?, 'Amina Khan') on conflict do nothing", AMINA);
        database.asOwner().run("""
            insert into act (id, at, security, by_kind, by_id, what, subject_id, concerns_id, why)
            values (?, ?, false, 'person', ?, 'supervision record locked', ?, ?, 'agreed')""", id, now, AMINA, AMINA, AMINA);
        return id;
    }

    private Verification.Result verify(Head known) throws SQLException {
        try (Connection jobs = database.connect(Login.JOBS)) {
            return Verification.of(jobs, TestPostgres.SECRETS, known);
        }
    }

    private List<String> export(String from, String to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Connection jobs = database.connect(Login.JOBS)) {
            Export.write(jobs, LocalDate.parse(from), LocalDate.parse(to), out);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private int linkOnce() throws SQLException {
        try (Connection jobs = database.connect(Login.JOBS)) {
            return linking.link(jobs);
        }
    }

    /** Until nothing waits: transactions of other databases on the same server hold the order back too. */
    private void link() throws SQLException {
        for (int tries = 0; verify(null).tail() > 0 && tries < 1_000; tries++) {
            linkOnce();
        }
    }
}
