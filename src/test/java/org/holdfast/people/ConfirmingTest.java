package org.holdfast.people;

import static org.holdfast.access.Someone.ADA;
import static org.holdfast.access.Someone.AMINA;
import static org.holdfast.access.Someone.BEN;
import static org.holdfast.access.Someone.GRACE;
import static org.holdfast.access.Someone.HANA;
import static org.holdfast.access.Someone.LEO;
import static org.holdfast.access.Someone.NOOR;
import static org.holdfast.access.Someone.OLU;
import static org.holdfast.access.Someone.PENNY;
import static org.holdfast.access.Someone.PRIYA;
import static org.holdfast.access.Someone.RUTH;
import static org.holdfast.access.Someone.SAM;
import static org.holdfast.access.Someone.SUE;
import static org.holdfast.access.Someone.TESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.access.Someone;
import org.holdfast.access.World;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What gives reach, from the proposal to the day it ends: who confirms it, who is told, and when it counts. */
class ConfirmingTest {
    @RegisterExtension
    final TestService service = TestService.started();

    private World world;

    @BeforeEach
    void everybodyIsInPlace() {
        world = new World(service.database());
    }

    @Test
    void aConfirmedLineCountsAtOnceAndEndsTheOneBefore() {
        assertEquals(404, as(PENNY).get("/cases/" + world.id("case AMINAS")).status());
        assertTrue(supervisedBy(BEN).contains(world.id(AMINA)));

        as(GRACE).post("/confirmations", "line", world.id("proposed line PENNY").toString());

        assertEquals(200, as(PENNY).get("/cases/" + world.id("case AMINAS")).status());
        assertFalse(supervisedBy(BEN).contains(world.id(AMINA)));
        assertEquals(LocalDate.of(2026, 11, 21), service.asOwner().one(LocalDate.class, "select ends_on from supervision_line where id = ?", world.id("line AMINA BEN")));
    }

    @Test
    void supervisorsAndSuperviseeAreToldOnTheirHomePageUntilTheyHaveReadIt() {
        as(GRACE).post("/confirmations", "line", world.id("proposed line PENNY").toString());

        Page aminas = as(AMINA).get("/supervision-changes");
        assertTrue(aminas.text().contains("Penny Field is your line supervisor from 21 November 2026 on."));
        assertTrue(aminas.text().contains("Ben Field has not been your line supervisor since 21 November 2026."));
        assertTrue(as(PENNY).get("/supervision-changes").document().text().contains("You are Amina Field's line supervisor"));
        assertTrue(as(BEN).get("/").document().text().contains("1 change to read"));

        Page bens = as(BEN).get("/supervision-changes");
        assertTrue(bens.document().text().contains("You have not been Amina Field's line supervisor since 21 November 2026."));
        assertEquals(303, as(BEN).submit(bens, "form[action=/supervision-changes]").status());
        assertFalse(as(BEN).get("/").document().text().contains("to read"));
        assertTrue(as(BEN).get("/supervision-changes").document().text().contains("Nothing new"));
    }

    @Test
    void nobodySaysThatSomebodyElseHasReadTheirChange() {
        UUID aminas = world.id("change AMINAS");

        as(NOOR).post("/supervision-changes", "change", aminas.toString());

        assertEquals(1, as(AMINA).get("/supervision-changes").document().select("input[name=change]").size());
    }

    @Test
    void aRegionalLeadConfirmsForACentreManagerAndForTheOrganisation() {
        UUID manager = world.id("proposed manager of HARBOUR");
        UUID lead = world.id("proposed safeguarding lead");
        UUID lineOfGrace = world.id("proposed line of GRACE");
        assertFalse(as(GRACE).get("/confirmations").text().contains("Tess Field"));
        assertFalse(as(GRACE).get("/confirmations").text().contains("Ruth Field supervises Grace Field"));
        as(GRACE).post("/confirmations", "role", manager.toString(), "role", lead.toString(), "line", lineOfGrace.toString());
        assertEquals(List.of(), confirmed(manager, lead, lineOfGrace));

        Page waiting = as(RUTH).get("/confirmations");
        assertTrue(waiting.text().contains("Tess Field manages Harbour"));
        assertTrue(waiting.text().contains("Tess Field is safeguarding lead"));
        assertFalse(waiting.text().contains("Penny Field"));
        as(RUTH).submit(waiting, "form[action=/confirmations]");

        assertEquals(3, confirmed(manager, lead, lineOfGrace).size());
        assertEquals(200, as(TESS).get("/confirmations").status());
    }

    @Test
    void whileThereIsNoRegionalLeadAManagerStandsInForTheOrganisation() {
        service.asOwner().run("update role_held set ends_on = '2026-11-21' where role = 'regional lead'");

        as(HANA).post("/confirmations", "role", world.id("proposed safeguarding lead").toString());

        assertEquals(1, confirmed(world.id("proposed safeguarding lead")).size());
    }

    @Test
    void theManagerOfTheTeamsOwnCentreConfirmsWhoManagesIt() {
        UUID role = UUID.randomUUID();
        post(ADA, "/people/" + world.id(Someone.DAN) + "/roles", "once", role.toString(), "role", "team manager", "team", world.id("team SOUTH").toString());

        as(HANA).post("/confirmations", "role", role.toString());
        assertEquals(List.of(), confirmed(role));

        assertTrue(as(GRACE).get("/confirmations").text().contains("Dan Field manages South"));
        as(GRACE).post("/confirmations", "role", role.toString());
        assertEquals(1, confirmed(role).size());
    }

    @Test
    void nobodyConfirmsTheirOwnRole() {
        UUID role = UUID.randomUUID();
        post(ADA, "/people/" + world.id(GRACE) + "/roles", "once", role.toString(), "role", "team manager", "team", world.id("team NORTH").toString());

        as(GRACE).post("/confirmations", "role", role.toString());
        assertEquals(List.of(), confirmed(role));

        as(RUTH).post("/confirmations", "role", role.toString());
        assertEquals(1, confirmed(role).size());
    }

    @Test
    void anAdministratorCannotConfirmInSomebodyElsesName() {
        assertEquals("42501", service.asApp(world.id(ADA)).refusal("update role_held set confirmed_by = ?, confirmed_at = now()", world.id(GRACE)));
        assertEquals("42501", service.asApp(world.id(ADA)).refusal("update supervision_line set confirmed_by = ?, confirmed_at = now()", world.id(GRACE)));
        UUID penny = world.id("proposed line PENNY");
        assertEquals(List.of(), service.asApp(world.id(ADA)).column(UUID.class, "select id from confirm_lines(array[cast(? as uuid)], now())", penny));
    }

    @Test
    void whatWasConfirmedStandsInTheTrail() {
        as(GRACE).post("/confirmations", "line", world.id("proposed line PENNY").toString());

        assertTrue(service.asOwner().column(String.class,
            "select what from act where security and by_id = ? and concerns_id = ?", world.id(GRACE), world.id(AMINA)).contains("supervision line confirmed"));
    }

    @Test
    void aCoverCountsAtOnceAndStopsByItselfTheDayAfterItsLast() {
        assertEquals(404, as(TESS).get("/cases/" + world.id("case MOVED")).status());

        Page arranged = post(GRACE, "/people/" + world.id(SUE) + "/covers", "supervisor", world.id(TESS).toString(), "until", "28 November 2026");

        assertEquals(303, arranged.status());
        assertEquals(200, as(TESS).get("/cases/" + world.id("case MOVED")).status());
        assertEquals(404, as(TESS).get("/people/" + world.id(SUE)).status());
        assertTrue(as(SUE).get("/supervision-changes").text().contains("Tess Field is your cover supervisor from 21 November 2026 on."));
        assertTrue(service.asApp(world.id(TESS)).on(LocalDate.of(2026, 11, 28)).column(UUID.class, "select * from viewer_supervisee()").contains(world.id(SUE)));
        assertFalse(service.asApp(world.id(TESS)).on(LocalDate.of(2026, 11, 29)).column(UUID.class, "select * from viewer_supervisee()").contains(world.id(SUE)));
    }

    @Test
    void aCoverThatIsEndedEndsItsReachAtOnce() {
        UUID cover = UUID.randomUUID();
        post(GRACE, "/people/" + world.id(SUE) + "/covers", "once", cover.toString(), "supervisor", world.id(TESS).toString(), "until", "28 November 2026");
        post(GRACE, "/people/" + world.id(SUE) + "/covers", "once", cover.toString(), "supervisor", world.id(TESS).toString(), "until", "28 November 2026");
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from supervision_line where supervisee_id = ? and kind = 'cover'", world.id(SUE)));

        assertEquals(404, post(OLU, "/people/" + world.id(SUE) + "/covers/" + cover + "/end").status());
        assertEquals(303, post(GRACE, "/people/" + world.id(SUE) + "/covers/" + cover + "/end").status());

        assertEquals(404, as(TESS).get("/cases/" + world.id("case MOVED")).status());
    }

    @Test
    void aManagerArrangesCoverForNobodyElsesPeopleAndGivesNoneToThemselves() {
        String[] until = {"supervisor", world.id(GRACE).toString(), "until", "28 November 2026"};
        assertEquals(404, post(HANA, "/people/" + world.id(SUE) + "/covers", until).status());
        assertEquals(404, post(OLU, "/people/" + world.id(SUE) + "/covers", until).status());
        assertEquals(404, post(GRACE, "/people/" + world.id(GRACE) + "/covers", until).status());
        Page own = post(GRACE, "/people/" + world.id(SUE) + "/covers", until);
        assertEquals(422, own.status());
        assertTrue(own.text().contains("Choose who covers"));
        assertEquals("42501", service.asApp(world.id(GRACE)).refusal("select arrange_cover(gen_random_uuid(), ?, ?, '2026-11-28', now())", world.id(SUE), world.id(GRACE)));
        assertEquals("42501", service.asApp(world.id(HANA)).refusal("select arrange_cover(gen_random_uuid(), ?, ?, '2026-11-28', now())", world.id(SUE), world.id(TESS)));
    }

    @Test
    void whatWasTypedForACoverIsKept() {
        Page tooLong = post(GRACE, "/people/" + world.id(SUE) + "/covers", "supervisor", world.id(TESS).toString(), "until", "2 January 2027");

        assertEquals(422, tooLong.status());
        assertEquals("2 January 2027", tooLong.one("#coverUntil").val());
        assertEquals(world.id(TESS).toString(), tooLong.one("#coverBy option[selected]").val());
        assertEquals(1, tooLong.document().select("a[href='#coverUntil']").size());
        assertTrue(tooLong.text().contains("within the next 42 days"));
    }

    @Test
    void anAuditorHasAPurposeAndAnEnd() {
        Page without = post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "auditor");
        assertEquals(422, without.status());
        assertTrue(without.text().contains("Write what the audit is for"));
        assertEquals(1, without.document().select("a[href='#roleUntil']").size());
        assertEquals(422, post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "auditor", "purpose", "Quality", "until", "1 June 2027").status());

        assertEquals(303, post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "auditor", "purpose", "Quality", "until", "1 February 2027").status());
        assertTrue(as(RUTH).get("/confirmations").text().contains("Priya Field is auditor: Quality"));
        assertEquals("23514", service.asOwner().refusal("insert into role_held (id, person_id, role, starts_on) values (gen_random_uuid(), ?, 'auditor', '2026-11-21')", world.id(PRIYA)));
    }

    @Test
    void atMostTwoAreAppointedAtATime() {
        Page third = post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "safeguarding lead");

        assertEquals(422, third.status());
        assertTrue(third.text().contains("Two people are appointed or proposed as safeguarding lead already"));
        assertEquals("23514", service.asOwner().refusal(
            "insert into role_held (id, person_id, role, starts_on) values (gen_random_uuid(), ?, 'safeguarding lead', '2026-11-21')", world.id(PRIYA)));

        post(ADA, "/people/" + world.id(SAM) + "/roles/" + world.id("role SAM") + "/end");
        assertEquals(303, post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "safeguarding lead").status());
    }

    @Test
    void aRoleThatLacksSomethingIsPutRightWithWhatWasChosen() {
        Page without = post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "team manager");

        assertEquals(422, without.status());
        assertEquals(1, without.document().select("input[name=role][value='team manager'][checked]").size());
        assertEquals(1, without.document().select("a[href='#team']").size());
        assertEquals(422, post(ADA, "/people/" + world.id(PRIYA) + "/roles", "role", "king").status());
        assertEquals(422, post(ADA, "/people/" + world.id(RUTH) + "/roles", "role", "service centre manager").status());
    }

    @Test
    void aRoleIsEndedOnThePageOfWhoHoldsIt() {
        assertEquals(404, post(ADA, "/people/" + world.id(LEO) + "/roles/" + world.id("role BEN") + "/end").status());
        assertEquals(200, as(BEN).get("/teams/" + world.id("team NORTH") + "/caseload").status());

        assertEquals(303, post(ADA, "/people/" + world.id(BEN) + "/roles/" + world.id("role BEN") + "/end").status());

        assertEquals(404, as(BEN).get("/teams/" + world.id("team NORTH") + "/caseload").status());
    }

    @Test
    void somebodyAppointedHasAHomePageThatLeadsNowhereElse() {
        Page home = as(SAM).get("/");

        assertTrue(home.document().text().contains("Safeguarding lead"));
        assertEquals(List.of(), home.document().select("main a").eachAttr("href"));
    }

    private List<UUID> supervisedBy(Someone supervisor) {
        return service.asApp(world.id(supervisor)).column(UUID.class, "select * from viewer_line_supervisee()");
    }

    private Browser as(Someone someone) {
        return world.as(someone, service);
    }

    private Page post(Someone someone, String path, String... fields) {
        return as(someone).post(path, fields);
    }

    private List<UUID> confirmed(UUID... ids) {
        return service.asOwner().column(UUID.class, """
            with asked as (select cast(unnest(string_to_array(?, ',')) as uuid) as id)
            select id from role_held where id in (select id from asked) and confirmed_at is not null
            union all select id from supervision_line where id in (select id from asked) and confirmed_at is not null""",
            Stream.of(ids).map(UUID::toString).collect(Collectors.joining(",")));
    }
}
