package org.holdfast.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.holdfast.house.TestDatabase;

/** The rule in SQL against the rule read aloud in Java, over many invented cases at a time. */
@Tag("postgres15")
class ContactGapPropertyTest {
    private static final int CASES_AT_ONCE = 150;
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static HistoriesInTheDatabase database;

    /** An ordinary day, the days the clocks change, the days around 29 February, a turn of the year. */
    private static final List<LocalDate> ANCHORS = List.of(
            LocalDate.of(2026, 11, 21), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 26),
            LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 1), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 1, 1));

    record Batch(LocalDate anchor, List<History> histories) {
        @Override
        public String toString() {
            return anchor + ", " + histories.size() + " cases" + (histories.size() < 3 ? ": " + histories : "");
        }
    }

    @BeforeContainer
    static void open() {
        DATABASE.open(true);
        database = new HistoriesInTheDatabase(DATABASE);
    }

    @AfterContainer
    static void close() {
        DATABASE.drop();
    }

    @Provide
    Arbitrary<Batch> batches() {
        return Arbitraries.of(ANCHORS).flatMap(anchor ->
                new Histories(anchor).any().list().ofSize(CASES_AT_ONCE).map(histories -> new Batch(anchor, histories)));
    }

    @Property(tries = 24)
    void theRuleInSqlSaysWhatTheRuleReadAloudSays(@ForAll("batches") Batch batch) {
        database.write(batch.histories());
        for (int ago : new int[] {0, 1, 7, 29, 60, -1, -28}) {
            LocalDate day = batch.anchor().minusDays(ago);
            assertEquals(readAloud(batch, day), database.verdicts(day), () -> "on " + day);
        }
    }

    private static Map<UUID, History.Verdict> readAloud(Batch batch, LocalDate day) {
        Map<UUID, History.Verdict> verdicts = new HashMap<>();
        for (int i = 0; i < batch.histories().size(); i++) {
            UUID id = HistoriesInTheDatabase.idOf(i);
            batch.histories().get(i).on(day).ifPresent(verdict -> verdicts.put(id, verdict));
        }
        return verdicts;
    }

    @Property(tries = 6)
    void aSeenContactTodayAlwaysBringsTheCaseWithinAndAnAttemptNeverDoes(@ForAll("batches") Batch batch) {
        LocalDate day = batch.anchor();
        List<History> attempted = batch.histories().stream().map(h -> h.with(new History.Contact(day, false, false))).toList();
        database.write(batch.histories());
        Map<UUID, History.Verdict> before = database.verdicts(day);
        database.write(attempted);
        assertEquals(before, database.verdicts(day));

        database.write(batch.histories().stream().map(h -> h.with(new History.Contact(day, true, false))).toList());
        database.verdicts(day).values().forEach(verdict -> assertEquals("within", verdict.state()));
    }

    @Property(tries = 6)
    void settlingCaseByCaseIsSettlingAllAtOnce(@ForAll("batches") Batch batch) {
        database.write(batch.histories());
        List<LocalDate> days = List.of(batch.anchor().minusDays(40), batch.anchor().minusDays(8), batch.anchor());
        days.forEach(day -> database.sql().run("select settle_contact_gap(?, '2026-01-01T00:00:00Z')", day));
        List<Map<String, Object>> together = prompts();

        database.write(batch.histories());
        days.forEach(day -> database.sql().run("select settle_contact_gap(?, '2026-01-01T00:00:00Z', array[id]) from child_case order by md5(id::text)", day));
        assertEquals(together, prompts());
    }

    @Property(tries = 6)
    void theStandingKeptByTriggersIsTheStandingReadFromTheHistory(@ForAll("batches") Batch batch) {
        database.writeAsPeopleDo(batch.histories());
        List<Map<String, Object>> kept = standings();
        database.sql().run("select refresh_case_standing(array(select id from child_case))");
        assertEquals(standings(), kept);
    }

    private static List<Map<String, Object>> standings() {
        return database.sql().rows("""
            select case_id, opened_on, is_open, stands_from, worker_id, clock_starts_on, last_seen_on, missing_since, stage, service_type, need,
                   short_term_risk, plan_step, plan_review_on, plan_agreed_on, winding_down_until
            from case_standing where opening_id is not null order by case_id""");
    }

    private static List<Map<String, Object>> prompts() {
        return database.sql().rows("""
            select p.subject_id, p.since, p.raised_on, p.state, p.until_on, p.person_id, p.facts::text as facts,
                   (select string_agg(n.number || n.what || n.on_day, ', ' order by n.number) from prompt_step n where n.prompt_id = p.id) as steps
            from prompt p order by p.subject_id, p.since""");
    }
}
