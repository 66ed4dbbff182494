package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.database.Login;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Extracts through the API, each test in a centre of its own. */
class IntakeApiTest {
    @RegisterExtension static final TestService service = TestService.started();
    private static CaseSystem system;

    private UUID centre;

    @BeforeAll
    static void aSystemWithAToken() {
        system = CaseSystem.withScopes(service, "intake", "read");
    }

    @BeforeEach
    void aCentreOfItsOwn() {
        centre = UUID.randomUUID();
        service.asOwner().run("insert into centre (id, name) values (?, 'Harbour Centre')", centre);
        service.clock().setDay(LocalDate.of(2026, 11, 21));
    }

    @Test
    void aDryRunChangesNothingAndAnApplicationDoesWhatItSaid() {
        Page dryRun = dryRun(Extract.small());

        assertEquals(counts(3, 0, 0, 0), table(dryRun, "ssd_professionals"));
        assertEquals(counts(3, 0, 0, 0), table(dryRun, "ssd_involvements"));
        assertEquals(false, json(dryRun).get("applied"));
        assertEquals(0L, number("select count(*) from person where centre_id = ?"));
        assertEquals(0L, number("select count(*) from intake where centre_id = ?"));

        Page applied = apply(Extract.small());
        assertEquals(json(dryRun).get("tables"), json(applied).get("tables"));
        assertEquals(true, json(applied).get("applied"));
        assertEquals(2L, number("select count(*) from child_case where centre_id = ?"));
        assertEquals(0L, number("select count(*) from intake_row r join intake i on i.id = r.intake_id where i.centre_id = ?"));
    }

    @Test
    void theSameExtractAgainChangesNothing() {
        apply(Extract.small());

        Page again = apply(Extract.small());

        for (String table : List.of("ssd_professionals", "ssd_involvements")) {
            assertEquals(counts(0, 0, 3, 0), table(again, table));
        }
        assertEquals(counts(0, 0, 2, 0), table(again, "ssd_cin_visits"));
        assertEquals(counts(0, 0, 1, 0), table(again, "ssd_missing"));
        assertEquals(2L, number("select count(*) from contact t join child_case k on k.id = t.case_id where k.centre_id = ?"));
    }

    @Test
    void peopleComeWithTheirTeamRoleAndProposedSupervisor() {
        apply(Extract.small());

        assertEquals(List.of("Amina Sólyom", "Ben O'Hara", "Carys Vance"), texts("select name from person where centre_id = ? order by 1"));
        assertEquals(List.of("practitioner true", "practitioner true", "team manager false"), texts("""
            select r.role || ' ' || (r.confirmed_at is not null) from role_held r join person p on p.id = r.person_id
            where p.centre_id = ? order by 1"""));
        assertEquals(List.of("Ben O'Hara under Amina Sólyom false", "Carys Vance under Amina Sólyom false"), texts("""
            select e.name || ' under ' || s.name || ' ' || (l.confirmed_at is not null) from supervision_line l
            join person e on e.id = l.supervisee_id join person s on s.id = l.supervisor_id where e.centre_id = ? order by 1"""));
        assertEquals(List.of("Carys Vance"), texts("select name from person where centre_id = ? and newly_qualified"));
        assertEquals(List.of("0.80"), texts("select full_time_share::text from person where centre_id = ? and external_reference = 'P2'"));
        assertEquals(0L, number("select count(*) from account a join person p on p.id = a.person_id where p.centre_id = ?"));
    }

    @Test
    void casesComeAllocatedWithNothingJudgedYet() {
        apply(Extract.small());

        assertEquals(List.of("YP-0001 C1 2026-06-01 allocated not yet clear not stated North", "YP-0002 C2 2026-10-01 allocated not yet clear not stated North"), texts("""
            select k.reference || ' ' || k.external_reference || ' ' || s.opened_on || ' ' || s.stage || ' ' || s.short_term_risk || ' ' || s.service_type || ' ' || t.name
            from child_case k join case_standing s on s.case_id = k.id left join team t on t.id = k.team_id where k.centre_id = ? order by 1"""));
        assertEquals(List.of("C1 11 within", "C2 51 over"), states());
        assertEquals(List.of("2026-11-19"), texts("select s.missing_since::text from case_standing s join child_case k on k.id = s.case_id where k.centre_id = ? and s.missing_since is not null"));
        assertEquals(1L, number("select count(*) from prompt p join child_case k on k.id = p.case_id where k.centre_id = ? and p.state = 'open'"));
    }

    @Test
    void aVisitThatReadsDifferentlyReplacesTheEarlierReading() {
        apply(Extract.small());

        Page changed = apply(Extract.small().changed("ssd_cin_visits", "V1,C1,10/11/2026,Y", "V1,C1,12/10/2026,Y"));

        assertEquals(counts(0, 1, 1, 0), table(changed, "ssd_cin_visits"));
        assertEquals(List.of("C1 40 over", "C2 51 over"), states());
        assertEquals(List.of("1 2026-11-10 Replaced by import", "2 2026-10-12 standing"), texts("""
            select t.revision || ' ' || t.on_day || ' ' || coalesce(x.reason, 'standing') from contact t join child_case k on k.id = t.case_id
            left join contact_strike x on x.contact_id = t.id where k.centre_id = ? and t.external_reference = 'V1' order by 1"""));
        assertEquals(counts(0, 0, 2, 0), table(apply(Extract.small().changed("ssd_cin_visits", "V1,C1,10/11/2026,Y", "V1,C1,12/10/2026,Y")), "ssd_cin_visits"));
    }

    @Test
    void aVisitStruckOutHereStaysStruckOut() {
        apply(Extract.small());
        service.asOwner().run("""
            insert into contact_strike (contact_id, reason, struck_at)
            select t.id, 'Somebody else was visited', now() from contact t join child_case k on k.id = t.case_id where k.centre_id = ? and t.external_reference = 'V1'""", centre);

        assertEquals(counts(0, 0, 2, 0), table(apply(Extract.small()), "ssd_cin_visits"));
        assertEquals(List.of("C1 173 over", "C2 51 over"), states());
    }

    @Test
    void aHandoverOnOneDayKeepsTheClockRunning() {
        apply(Extract.small());
        Extract handover = Extract.small()
                .changed("ssd_involvements", "I2,P3,Allocated Worker,C2,2026-10-01,NULL", "I2,P3,Allocated Worker,C2,2026-10-01,20/11/2026")
                .row("ssd_involvements", "I4,P2,Allocated Worker,C2,2026-11-20,");

        Page answer = apply(handover);

        assertEquals(counts(1, 1, 2, 0), table(answer, "ssd_involvements"));
        assertEquals(List.of(), json(answer).get("reported"));
        assertEquals(List.of("C1 11 within", "C2 51 over"), states());
        assertEquals(List.of("P2 2"), texts("""
            select p.external_reference || ' ' || (select count(distinct a.person_id) from assignment a where a.case_id = k.id and a.role = 'young person''s worker')
            from child_case k join case_standing s on s.case_id = k.id join person p on p.id = s.worker_id where k.centre_id = ? and k.external_reference = 'C2'"""));
    }

    @Test
    void aHandoverThatArrivesLateKeepsTheClockRunningToo() {
        apply(Extract.small());
        Extract ended = Extract.small().changed("ssd_involvements", "I2,P3,Allocated Worker,C2,2026-10-01,NULL", "I2,P3,Allocated Worker,C2,2026-10-01,20/11/2026");
        apply(ended);
        assertEquals(List.of("C1 11 within"), states());

        apply(ended.row("ssd_involvements", "I4,P2,Allocated Worker,C2,2026-11-20,"));

        assertEquals(List.of("C1 11 within", "C2 51 over"), states());
    }

    @Test
    void aCaseThatComesBackAfterAGapIsOpenedAgain() {
        apply(Extract.small());
        Extract ended = Extract.small().changed("ssd_involvements", "I1,P2,Allocated Worker,C1,01/06/2026,", "I1,P2,Allocated Worker,C1,01/06/2026,12/11/2026");
        apply(ended);
        assertEquals(List.of("C2 51 over"), states());
        assertEquals(List.of("2026-11-12"), texts("select c.closed_on::text from case_closure c join case_opening o on o.id = c.opening_id join child_case k on k.id = o.case_id where k.centre_id = ?"));

        apply(ended.row("ssd_involvements", "I4,P3,Allocated Worker,C1,2026-11-16,"));

        assertEquals(List.of("C1 5 within", "C2 51 over"), states());
        assertEquals(2L, number("select max(o.number)::bigint from case_opening o join child_case k on k.id = o.case_id where k.centre_id = ?"));
    }

    @Test
    void aGapWithinOneExtractIsOneOpening() {
        apply(Extract.small().row("ssd_involvements", "I0,P3,Allocated Worker,C1,01/02/2026,01/03/2026"));

        assertEquals(List.of("2026-02-01"), texts("select o.opened_on::text from case_opening o join child_case k on k.id = o.case_id where k.centre_id = ? and k.external_reference = 'C1'"));
        assertEquals(List.of("C1 11 within", "C2 51 over"), states());
    }

    @Test
    void anEarlierStartThatArrivesLateMovesTheOpening() {
        apply(Extract.small());

        apply(Extract.small().changed("ssd_involvements", "I2,P3,Allocated Worker,C2,2026-10-01", "I2,P3,Allocated Worker,C2,2026-09-01"));

        assertEquals(List.of("C1 11 within", "C2 81 over"), states());
        assertEquals(List.of("2026-09-01"), texts("select s.opened_on::text from case_standing s join child_case k on k.id = s.case_id where k.centre_id = ? and k.external_reference = 'C2'"));
    }

    @Test
    void realOverlapsGoInAreReportedAndTheLaterStartIsTheWorker() {
        Page answer = apply(Extract.small().row("ssd_involvements", "I4,P3,Allocated Worker,C1,2026-08-01,"));

        assertEquals(counts(4, 0, 0, 0), table(answer, "ssd_involvements"));
        assertEquals(List.of("ssd_involvements 5"), reported(answer));
        assertEquals(List.of("P3"), texts("select p.external_reference from case_standing s join child_case k on k.id = s.case_id join person p on p.id = s.worker_id where k.centre_id = ? and k.external_reference = 'C1'"));
    }

    @Test
    void aStartAndEndOnOneDayIsValid() {
        Page answer = apply(Extract.small().row("ssd_involvements", "I4,P3,Allocated Worker,C1,2026-08-01,2026-08-01"));

        assertEquals(counts(4, 0, 0, 0), table(answer, "ssd_involvements"));
        assertEquals(List.of(), reported(answer));
    }

    @Test
    void rowsThatCannotBeTrueStayOutByLineAndTheOthersGoIn() {
        Page answer = apply(Extract.small()
                .row("ssd_involvements", "I4,P9,Allocated Worker,C3,01/06/2026,")
                .row("ssd_involvements", "I5,P2,Allocated Worker,C3,22/11/2026,")
                .row("ssd_involvements", "I6,P2,Allocated Worker,C3,01/06/2026,01/05/2026")
                .row("ssd_involvements", "I7,P2,Allocated Worker,C3,06/21/2026,")
                .row("ssd_involvements", ",P2,Allocated Worker,C3,01/06/2026,")
                .row("ssd_cin_visits", "V3,C9,10/11/2026,Y,N,N")
                .row("ssd_cin_visits", "V4,C1,22/11/2026,Y,N,N")
                .row("ssd_cin_visits", "V5,C1,,Y,N,N")
                .row("ssd_missing", "M2,C9,10/11/2026,M,,Y,N")
                .row("ssd_missing", "M3,C1,10/11/2026,X,,Y,N"));

        assertEquals(200, answer.status());
        assertEquals(List.of(
                "ssd_involvements 5 This worker stands neither in ssd_professionals nor in Holdfast",
                "ssd_involvements 6 A date lies after 21 November 2026",
                "ssd_involvements 7 The end lies before the start",
                "ssd_involvements 8 invo_involvement_start_date is not a date such as 2026-11-21 or 21/11/2026",
                "ssd_involvements 9 invo_involvements_id is empty",
                "ssd_cin_visits 4 This child has no involvement, neither in ssd_involvements nor in Holdfast",
                "ssd_cin_visits 5 A date lies after 21 November 2026",
                "ssd_cin_visits 6 cinv_cin_visit_date is empty",
                "ssd_missing 3 This child has no involvement, neither in ssd_involvements nor in Holdfast",
                "ssd_missing 4 miss_missing_episode_type is neither M nor A"), rejected(answer));
        assertEquals(counts(3, 0, 0, 5), table(answer, "ssd_involvements"));
        assertEquals(counts(2, 0, 0, 3), table(answer, "ssd_cin_visits"));
        assertEquals(2L, number("select count(*) from child_case where centre_id = ?"));
    }

    @Test
    void oneIdWithTwoContentsIsRejectedOnBothLinesAndARepetitionCountsOnce() {
        Page answer = apply(Extract.small()
                .row("ssd_cin_visits", "V1,C1,11/11/2026,Y,N,N")
                .row("ssd_cin_visits", "V2,C2,10/11/2026,N,,N"));

        assertEquals(List.of(
                "ssd_cin_visits 2 This id also stands on line 4 with different content",
                "ssd_cin_visits 4 This id also stands on line 2 with different content"), rejected(answer));
        assertEquals(counts(1, 0, 1, 2), table(answer, "ssd_cin_visits"));
    }

    @Test
    void idsAreTheirOwnInEveryTableAndCentre() {
        apply(Extract.small().with("ssd_cp_visits", """
                cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen
                V1,C1,11/11/2026,Y
                """));
        assertEquals(3L, number("select count(*) from contact t join child_case k on k.id = t.case_id where k.centre_id = ?"));

        aCentreOfItsOwn();
        assertEquals(counts(3, 0, 0, 0), table(apply(Extract.small()), "ssd_involvements"));
    }

    @Test
    void laterVisitsNeedOnlyTheirOwnFile() {
        apply(Extract.small());

        Page answer = apply(Extract.small().without("ssd_professionals").without("ssd_involvements").without("ssd_missing")
                .row("ssd_cin_visits", "V3,C2,20/11/2026,Y,N,N"));

        assertEquals(counts(1, 0, 2, 0), table(answer, "ssd_cin_visits"));
        assertEquals(List.of("C1 11 within", "C2 1 within"), states());
    }

    @Test
    void rolesOtherThanTheTwoAreReportedAndDoNotCount() {
        Page answer = apply(Extract.small().row("ssd_involvements", "I4,P3,Independent Reviewing Officer,C1,2026-08-01,"));

        assertEquals(List.of("ssd_involvements 5"), reported(answer));
        assertEquals(List.of("C1 11 within", "C2 51 over"), states());
    }

    @Test
    void unknownColumnsAndPartsAreReportedAndIgnored() {
        Page answer = apply(Extract.small()
                .with("ssd_address", "addr_id\nA1\n")
                .with("ssd_cp_visits", "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,colour\nW1,C1,11/11/2026,Y,blue\n"));

        assertEquals(200, answer.status());
        assertEquals(List.of("ssd_address null", "ssd_cp_visits 1"), reported(answer));
        assertEquals(counts(1, 0, 0, 0), table(answer, "ssd_cp_visits"));
        assertFalse(answer.text().contains("blue"));
    }

    @Test
    void whatNamesAChildIsRefusedAndStoredNowhere() {
        Page answer = apply(Extract.small()
                .with("ssd_person", "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob\nC1,Marigold,Fennimore,F,14/02/2010\nC2,Quentin,Fennimore,M,15/03/2011\n")
                .with("ssd_cla_visits", "clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,child_surname,nhs_number,upn\nX1,C1,11/11/2026,Y,Fennimore,9434765919,A123456789012\n"));

        assertEquals(List.of("ssd_cla_visits child_surname", "ssd_cla_visits nhs_number", "ssd_cla_visits upn", "ssd_person pers_dob",
                "ssd_person pers_forename", "ssd_person pers_sex", "ssd_person pers_surname"), refused(answer));
        assertEquals(counts(2, 0, 0, 0), table(answer, "ssd_person"));
        assertEquals(counts(1, 0, 0, 0), table(answer, "ssd_cla_visits"));
        dryRunOnThePageStays(Extract.small().with("ssd_person", "pers_person_id,pers_surname\nC1,Fennimore\n"));
        for (String word : List.of("Marigold", "Fennimore", "2010-02-14", "9434765919", "A123456789012")) {
            assertEquals(List.of(), tablesHolding(word), word);
        }
    }

    /** Staging rows that stay, so that the search above has something to look through. */
    private void dryRunOnThePageStays(Extract extract) {
        IntakeTestAdministrator.of(service).dryRun(extract, centre);
        assertTrue(service.asOwner().one(Long.class, "select count(*) from intake_row where table_name = 'ssd_person'") > 0);
    }

    @Test
    void windows1252IsReadAndSaid() {
        Page answer = apply(Extract.small().written("ssd_professionals", Charset.forName("windows-1252")));

        assertEquals(List.of("ssd_professionals 1"), reported(answer));
        assertTrue(texts("select name from person where centre_id = ?").contains("Amina Sólyom"));
    }

    @Test
    void aFileThatIsNoCsvOrLacksItsIdRefusesTheWholeRequest() {
        for (String csv : List.of("", "no comma here", "cinv_person_id,cinv_cin_visit_date\nC1,10/11/2026\n",
                "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen\nV1,\"C1,10/11/2026,Y\n")) {
            Page answer = apply(Extract.small().with("ssd_cin_visits", csv));

            assertEquals(422, answer.status(), csv);
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(json(answer).get("detail").toString().startsWith("ssd_cin_visits"), answer.text());
        }
        assertEquals(0L, number("select count(*) from person where centre_id = ?"));
        assertEquals(0L, number("select count(*) from intake where centre_id = ?"));
    }

    @Test
    void aRequestThatHoldsNothingReadableIsRefused() {
        assertEquals(422, apply(Extract.empty()).status());
        assertEquals(422, apply(Extract.empty().with("ssd_address", "a\n1\n")).status());
        assertEquals(422, system.send("/api/v1/intake?centre=" + centre, "nonsense".getBytes()).status());
    }

    @Test
    void moreThan64MegabytesAreRefusedAndLeaveNothing() {
        StringBuilder visits = new StringBuilder("cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen\n");
        String row = ",C1,10/11/2026,Y\n";
        visits.append(("V" + "1".repeat(60) + row).repeat(65 * 1024 * 1024 / (61 + row.length())));

        Page answer = apply(Extract.small().with("ssd_cin_visits", visits.toString()));

        assertEquals(413, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(0L, number("select count(*) from person where centre_id = ?"));
    }

    @Test
    void withSeveralCentresOneMustBeNamed() {
        aCentreOfItsOwn();

        Page without = system.apply(Extract.small());
        assertEquals(422, without.status());
        assertTrue(without.text().contains(centre.toString()) && without.text().contains("Harbour Centre"), without.text());
        assertEquals(422, system.send("/api/v1/intake?centre=" + UUID.randomUUID(), Extract.small().body()).status());
        assertEquals(422, system.send("/api/v1/intake?centre=nonsense", Extract.small().body()).status());
    }

    @Test
    void theSecondOfTwoIntakesForACentreIsToldToWait() throws SQLException {
        try (Connection first = service.database().connect(Login.APP)) {
            first.setAutoCommit(false);
            first.createStatement().execute("select pg_advisory_xact_lock(hashtext('holdfast intake'), hashtext('" + centre + "'))");

            Page second = apply(Extract.small());
            assertEquals(409, second.status());
            assertEquals("application/problem+json", second.header("Content-Type"));

            UUID busy = centre;
            aCentreOfItsOwn();
            assertEquals(200, apply(Extract.small()).status(), "another centre need not wait for " + busy);
        }
    }

    @Test
    void onlyATokenWithTheScopeMaySend() {
        assertEquals(404, CaseSystem.withScopes(service, "read").apply(Extract.small()).status());
        Page stranger = service.browser().send("POST", "/api/v1/intake", Extract.CONTENT_TYPE, Extract.small().body());
        assertEquals(401, stranger.status());
        assertEquals("application/problem+json", stranger.header("Content-Type"));
    }

    @Test
    void aSystemAndAnAdministratorReachNoCaseOfAnothersIntake() {
        apply(Extract.small());

        assertEquals("42501", service.asApp(UUID.randomUUID()).refusal("select check_intake(?, '2026-11-21')", UUID.randomUUID()));
        IntakeTestAdministrator ada = IntakeTestAdministrator.of(service);
        UUID held = service.asOwner().one(UUID.class, "select id from child_case where centre_id = ? and external_reference = 'C1'", centre);
        assertEquals(404, ada.browser().get("/cases/" + held).status());
        assertEquals(0L, service.asApp(ada.id()).one(Long.class, "select count(*) from child_case"));
    }

    @Test
    void takingInLeavesASecurityEventAndADryRunNone() {
        dryRun(Extract.small());
        assertEquals(0L, takenIn());

        apply(Extract.small());
        assertEquals(1L, takenIn());
    }

    private long takenIn() {
        return service.asOwner().one(Long.class, """
            select count(*) from act a join intake i on i.id = a.subject_id
            where a.what = 'extract taken in' and a.by_kind = 'system' and a.security and i.centre_id = ?""", centre);
    }

    private Page dryRun(Extract extract) {
        return system.send("/api/v1/intake?centre=" + centre, extract.body());
    }

    private Page apply(Extract extract) {
        return system.send("/api/v1/intake?apply=true&centre=" + centre, extract.body());
    }

    private static Map<String, Object> json(Page answer) {
        try {
            return service.bean(ObjectMapper.class).readValue(answer.text(), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> table(Page answer, String table) {
        assertEquals(200, answer.status(), answer.text());
        return ((Map<String, Map<String, Integer>>) json(answer).get("tables")).get(table);
    }

    private static Map<String, Integer> counts(int made, int changed, int unchanged, int rejected) {
        return Map.of("new", made, "changed", changed, "unchanged", unchanged, "rejected", rejected);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Page answer, String name) {
        assertEquals(200, answer.status(), answer.text());
        return (List<Map<String, Object>>) json(answer).get(name);
    }

    private static List<String> rejected(Page answer) {
        return list(answer, "rejected").stream().map(row -> row.get("table") + " " + row.get("line") + " " + row.get("reason")).toList();
    }

    private static List<String> reported(Page answer) {
        return list(answer, "reported").stream().map(row -> row.get("table") + " " + row.get("line")).sorted().toList();
    }

    private static List<String> refused(Page answer) {
        return list(answer, "refusedColumns").stream().map(row -> row.get("table") + " " + row.get("column")).sorted().toList();
    }

    /** Open cases with their days and state. */
    private List<String> states() {
        return texts("""
            select k.external_reference || ' ' || g.days || ' ' || g.state from contact_gap('2026-11-21') g
            join child_case k on k.id = g.case_id where k.centre_id = ? order by 1""");
    }

    private List<String> texts(String sql) {
        return service.asOwner().column(String.class, sql, centre);
    }

    private long number(String sql) {
        return service.asOwner().one(Long.class, sql, centre);
    }

    private static List<String> tablesHolding(String word) {
        return service.asOwner().column(String.class, "select c.relname::text from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace").stream()
                .filter(table -> service.asOwner().one(Long.class, "select count(*) from \"" + table + "\" r where r::text ilike ?", "%" + word + "%") > 0)
                .toList();
    }
}
