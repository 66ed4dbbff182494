package org.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.database.Login;
import org.holdfast.house.TestDatabase;
import org.holdfast.time.Today;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The small service, loaded once, and each story in it found by what it is rather than by where it was put. */
class SmallServiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

    @BeforeAll
    static void load() throws SQLException {
        assertInstanceOf(Loading.Loaded.class, load(database, TODAY));
    }

    static Loading.Outcome load(TestDatabase into, LocalDate day) throws SQLException {
        try (Connection connection = into.connect(Login.OWNER)) {
            return new Loading(connection, day.atTime(LocalTime.of(10, 30)).atZone(Today.LONDON)).load(Size.SMALL);
        }
    }

    private static long count(String sql, Object... parameters) {
        return database.asOwner().one(Long.class, "select count(*) from " + sql, parameters);
    }

    private static List<String> names(String sql, Object... parameters) {
        return database.asOwner().column(String.class, sql, parameters);
    }

    private static void isThere(String sql, Object... parameters) {
        assertTrue(count(sql, parameters) > 0, sql);
    }

    // ---- its shape

    @Test
    void hasThreeCentresSixTeamsAndThirtySixPractitioners() {
        assertEquals(3, count("centre"));
        assertEquals(6, count("team"));
        assertEquals(36, count("role_held where role = 'practitioner'"));
    }

    @Test
    void holdsAroundFourHundredOpenCasesAndEighteenMonthsOfHistory() {
        long open = count("case_standing where is_open");

        assertTrue(open > 350 && open < 500, "open: " + open);
        isThere("session_record where held_on < ?", TODAY.minusDays(500));
        isThere("contact where on_day < ?", TODAY.minusDays(500));
    }

    @Test
    void endsCasesInTheProportionsOfTheEvidence() {
        double ended = count("case_standing where not is_open");
        double beforeIntervention = count("""
            case_standing s where not is_open and not exists (
                select from case_history h where h.case_id = s.case_id and h.value = 'intervention')""");

        assertEquals(0.538, beforeIntervention / ended, 0.12);
    }

    @Test
    void givesEverybodyInPracticeASupervisor() {
        assertEquals(List.of(), names("""
            select p.name from person p join role_held r on r.person_id = p.id
            where r.role in ('practitioner', 'team manager', 'service centre manager') and p.left_on is null
              and not exists (select from supervision_line l where l.supervisee_id = p.id and l.kind = 'line' and l.confirmed_at is not null
                              and l.starts_on <= ? and l.ends_on is null)""", TODAY));
    }

    @Test
    void keepsEverythingThatHappenedInThePast() {
        assertEquals(0, count("contact where on_day > ?", TODAY));
        assertEquals(0, count("case_history where from_on > ?", TODAY));
        assertEquals(0, count("risk_judgement where judged_on > ?", TODAY));
        assertEquals(0, count("assignment where starts_on > ?", TODAY));
        assertEquals(0, count("session_event where on_day > ?", TODAY));
        assertEquals(0, count("session_record where held_on > ?", TODAY));
        assertEquals(0, count("case_closure where closed_on > ?", TODAY));
        assertEquals(0, count("action_end where ended_on > ?", TODAY));
    }

    @Test
    void keepsEachHistoryInTheOrderOfTime() {
        assertEquals(List.of(), names("""
            select distinct c.reference from case_history h join case_history later on later.case_id = h.case_id and later.what = h.what
            join child_case c on c.id = h.case_id where later.number > h.number and later.from_on < h.from_on"""));
        assertEquals(List.of(), names("""
            select distinct c.reference from risk_judgement r join risk_judgement later on later.case_id = r.case_id and later.horizon = r.horizon
            join child_case c on c.id = r.case_id where later.number > r.number and later.judged_on < r.judged_on"""));
        assertEquals(0, count("session_event e join session_event later using (session_id) where later.number > e.number and later.on_day < e.on_day"));
    }

    @Test
    void namesNobodyAndNoPlaceThatExists() {
        String notHere = Stream.of("Lucy", "Ayesha", "Chloe", "Abi", "Janie", "Ella", "Rochdale", "Wigan", "Rotherham", "Oxford", "Telford", "Bradford",
                "Oldham", "Manchester", "Barnardo", "Sheffield", "Leeds", "London")
            .collect(Collectors.joining("|", "\\m(", ")\\M"));

        assertEquals(List.of(), names("select name from person where name ~* ?", notHere));
        assertEquals(List.of(), names("select name from centre where name ~* ? union select name from team where name ~* ?", notHere, notHere));
        assertEquals(0, count("record_version where content::text ~* ?", notHere));
    }

    @Test
    void speaksTheWordsOfTheProduct() {
        String never = "risky behaviour|safe decision|promiscuous|lifestyle choice|at risk themselves|failed to engage|refused to engage|victim|!";

        assertEquals(0, count("record_version where content::text ~* ?", never));
        assertEquals(0, count("case_closure where concat(reason, unresolved, who_holds_risk, childs_view) ~* ?", never));
        assertEquals(0, count("demonstration_person where what_to_see ~* ?", never));
        assertEquals(0, count("gap_decision where reasons ~* ?", never));
    }

    // ---- children's stories

    @Test
    void tellsOfACaseOpenFor900Days() {
        assertEquals(1, count("case_standing where is_open and opened_on <= ?", TODAY.minusDays(900)));
    }

    @Test
    void tellsOfSixMonthsOfWeeklyAttemptsBeforeTheFirstMeeting() {
        isThere("""
            (select case_id from contact c where mode = 'attempted' and not exists (
                 select from contact s where s.case_id = c.case_id and s.seen and s.on_day < c.on_day)
             group by case_id having count(*) >= 24 and max(on_day) - min(on_day) > 165) tried
            join case_standing s using (case_id) where s.last_seen_on > ?::date - 10""", TODAY);
    }

    @Test
    void tellsOfThreeWorkersAndACentreThatClosed() {
        isThere("centre where closed_on < ?", TODAY);
        isThere("""
            gap_decision g where g.cause = 'centre closed'
              and (select count(distinct person_id) from assignment a where a.case_id = g.case_id and a.role = 'young person''s worker') = 3""");
    }

    @Test
    void tellsOfMonthlyContactKeptByARecordedPlan() {
        isThere("contact_gap(?) where covered_by = 'plan' and plan_step = 'monthly' and days > 28", TODAY);
    }

    @Test
    void tellsOfACaseClosedWithRiskLeft() {
        isThere("""
            case_closure k join case_opening o on o.id = k.opening_id join case_standing s on s.case_id = o.case_id
            where s.medium_to_long_risk = 'medium' and k.unresolved is not null and k.who_holds_risk is not null and k.childs_view is not null""");
    }

    @Test
    void tellsOfASixteenYearOldWhoWasRefusedAProtectionPlan() {
        isThere("decision n join case_discussion d on d.id = n.discussion_id where n.what like '%at 16%' and d.reason like '%protection plan was refused%' and n.safety");
    }

    @Test
    void tellsOfACarerAndAChildWithSeparateWorkers() {
        isThere("""
            assignment c join assignment y on y.case_id = c.case_id and y.role = 'young person''s worker' and y.ends_on is null
            where c.role = 'parent/carer worker' and c.ends_on is null and c.person_id <> y.person_id""");
    }

    @Test
    void tellsOfAPractitionerOnSickLeaveWithoutCover() {
        isThere("""
            absence b where b.kind = 'sickness' and b.ends_on is null and b.starts_on < ?::date - 5
              and exists (select from case_standing s join assignment a on a.case_id = s.case_id and a.ends_on is null where s.is_open and a.person_id = b.person_id)
              and not exists (select from supervision_line l where l.kind = 'cover' and l.supervisee_id = b.person_id)""", TODAY);
    }

    @Test
    void tellsOfAPractitionerWithNothingButHighRiskCases() {
        isThere("""
            (select a.person_id from assignment a join case_standing s on s.case_id = a.case_id and s.is_open
             where a.role = 'young person''s worker' and a.ends_on is null
             group by a.person_id having count(*) >= 8 and bool_and(s.short_term_risk = 'high')) burdened""");
    }

    @Test
    void tellsOfPeopleWhoAreNotEmptyWithoutNamedCases() {
        assertEquals(List.of("Outreach worker", "Peer mentor"), names("""
            select p.job_title from person p where p.job_title in ('Outreach worker', 'Peer mentor')
              and not exists (select from assignment a where a.person_id = p.id)
              and exists (select from session s join session_record r on r.session_id = s.id where s.supervisee_id = p.id) order by 1"""));
    }

    @Test
    void tellsOfEndingsReturnsStrikesAndMissingChildren() {
        isThere("contact_gap(?) where covered_by = 'winding down'", TODAY);
        isThere("case_opening where number = 2");
        isThere("contact_strike");
        isThere("case_standing where is_open and missing_since is not null");
        isThere("contact_plan p where not exists (select from contact_plan_agreement a where a.plan_id = p.id)");
        isThere("case_standing s where is_open and not exists (select from assignment a where a.case_id = s.case_id and a.ends_on is null)");
    }

    // ---- stories of supervision

    @Test
    void tellsOfASupervisorWhoseSessionsLapsedForTwoMonths() {
        assertEquals(List.of("Helen Marsh"), names("""
            select p.name from person p where p.left_on is null
              and exists (select from supervision_line l where l.supervisor_id = p.id and l.ends_on is null)
              and (select count(*) from session s join session_event e on e.session_id = s.id
                   where s.supervisor_id = p.id and e.state = 'cancelled' and e.by_id = p.id and e.on_day > ?::date - 60) >= 6
              and not exists (select from session s join session_record r on r.session_id = s.id where s.supervisor_id = p.id and r.held_on > ?::date - 60)""",
            TODAY, TODAY));
    }

    @Test
    void tellsOfASupervisorNewToTheWorkWhoSupervisesANewcomer() {
        isThere("""
            supervision_line l join person r on r.id = l.supervisor_id join person e on e.id = l.supervisee_id
            where r.work_experience_note like '%New to%' and e.work_experience_note is not null and e.started_on > ?::date - 183""", TODAY);
    }

    @Test
    void tellsOfASessionMovedThreeTimesByTheManager() {
        isThere("(select 1 from session s join session_date d on d.session_id = s.id and d.number > 1 and d.set_by = s.supervisor_id "
            + "where session_state(s.id) = 'planned' group by s.id having count(*) = 3) moved");
    }

    @Test
    void tellsOfANewlyQualifiedWorkerOnTheWeeklyLadder() {
        isThere("""
            person p where newly_qualified and started_on > ?::date - 42
              and (select count(*) from session s join session_record r on r.session_id = s.id where s.supervisee_id = p.id) >= 4""", TODAY);
    }

    @Test
    void tellsOfRecordsInEveryState() {
        List<String> states = names("select distinct session_state(id) from session order by 1");

        assertTrue(states.containsAll(List.of("cancelled", "disputed", "drafted", "locked", "planned", "shared")), states.toString());
        isThere("addendum");
        isThere("session_event where state = 'agreed with comment'");
        isThere("session_event where state = 'drafted' and cause = 'edits requested'");
        isThere("(select action_id from action_carried group by action_id having count(*) >= 3) carried");
        isThere("session where kind = 'practice supervision'");
    }

    @Test
    void leavesNoPlannedSessionBehind() {
        assertEquals(0, count("""
            session s cross join lateral (select starts_at from session_date d where d.session_id = s.id order by number desc limit 1) d
            where session_state(s.id) = 'planned' and d.starts_at < ?::date""", TODAY));
    }

    @Test
    void plansNobodyForTwoSessionsAtOnce() {
        assertEquals(0, count("""
            (select v.person, d.starts_at from session s cross join lateral (values (s.supervisee_id), (s.supervisor_id)) v (person)
             cross join lateral (select starts_at from session_date x where x.session_id = s.id order by number desc limit 1) d
             where session_state(s.id) = 'planned' group by 1, 2 having count(*) > 1) twice"""));
    }

    @Test
    void asksForAFewPdfsOfLockedRecordsOnly() {
        long asked = count("report_request r join record_version v on v.session_id = r.subject_id and v.number = r.version where v.cause = 'locked'");

        assertTrue(asked >= 3 && asked <= 6, "asked: " + asked);
        assertEquals(asked, count("report_request"));
    }

    @Test
    void hasManagersWhoAreSupervisedAndManagersWhoHoldCases() {
        isThere("""
            role_held r join session s on s.supervisee_id = r.person_id where r.role = 'team manager' and session_state(s.id) = 'shared'""");
        isThere("role_held r join assignment a on a.person_id = r.person_id and a.ends_on is null where r.role = 'team manager'");
    }

    // ---- the start, the rules, the doors

    @Test
    void startsWithAManagerWhoHasSomethingOfEverything() {
        String start = names("select p.name from demonstration_person d join person p on p.id = d.person_id order by d.position").getFirst();
        String team = " (select l.supervisee_id from supervision_line l join person p on p.id = l.supervisor_id where p.name = '" + start + "')";

        isThere("prompt where state = 'open' and person_id in" + team);
        isThere("contact_gap(?) where state = 'over' and worker_id in" + team, TODAY);
        isThere("agenda_item i join session s on s.id = i.session_id where session_state(s.id) = 'planned' and s.supervisee_id in" + team);
        isThere("session s where session_state(s.id) = 'shared' and s.supervisee_id in" + team);
        isThere("session s join person p on p.id = s.supervisee_id where session_state(s.id) = 'shared' and p.name = '" + start + "'");
        isThere("report_request r join session s on s.id = r.subject_id where s.supervisee_id in" + team);
    }

    @Test
    void showsAboutTwelveCards() {
        assertTrue(count("demonstration_person") >= 12);
        assertEquals(count("demonstration_person"), count("demonstration_person d join account a on a.person_id = d.person_id"));
    }

    @Test
    void hasEvaluatedTheRulesForToday() {
        assertEquals(1, count("sweep where on_day = ?", TODAY));
        assertEquals(0, count("contact_gap(?) g where g.state = 'over' and not exists (select from prompt p where p.case_id = g.case_id and p.since = g.since and p.state <> 'cleared')", TODAY));
        isThere("prompt where state = 'decided'");
        isThere("prompt where raised_on < ?", TODAY.minusDays(5));
    }

    @Test
    void refusesWhereSomethingIsAlready() throws SQLException {
        Loading.Outcome again = load(database, TODAY);

        assertEquals(new Loading.Refused("This installation holds data already, so the demonstration was not loaded into it."), again);
    }

    // ---- the locks, on data with every kind of relationship in it

    @Test
    void showsEachPersonExactlyTheSessionsTheFunctionNames() {
        String[] all = names("select id::text from session").toArray(String[]::new);
        for (UUID person : database.asOwner().column(UUID.class, "select person_id from demonstration_person")) {
            List<String> seen = seenBy(person, "select id::text from session order by 1");

            assertEquals(seenBy(person, "select s from unnest(?) s where may_see_session(s::uuid) order by 1", (Object) all), seen);
            assertEquals(seen, seenBy(person, "select distinct session_id::text from session_event order by 1"));
            assertEquals(seen, seenBy(person, "select distinct session_id::text from session_date order by 1"));
        }
    }

    private static List<String> seenBy(UUID person, String sql, Object... parameters) {
        return database.asApp(person).on(TODAY).column(String.class, sql, parameters);
    }
}
