package org.holdfast.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.holdfast.accounts.Invitations;
import org.holdfast.house.Authenticator;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty machine to a manager who may see a team, by hand. */
class SettingUpTest {
    private static final String PASSWORD = "kelp holds to rock";

    @RegisterExtension
    final TestService service = TestService.started();

    private Browser ada;

    @BeforeEach
    void anAdministratorSetsUpACentreWithATeam() {
        ada = service.browser();
        String link = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();
        ada.post(link, "name", "Ada Field", "userName", "ada@example.org", "password", PASSWORD);
        Authenticator.setUp(ada, service.clock());
        ada.post("/centres", "once", UUID.randomUUID().toString(), "name", "Harbour Centre");
        ada.post("/centres/" + one("select id from centre") + "/teams", "once", UUID.randomUUID().toString(), "name", "North Team");
    }

    @Test
    void aProposedLineCountsOnlyOnceTheCentreManagerHasConfirmedIt() {
        UUID ben = person("Ben Okafor");
        UUID nadia = person("Nadia Rahman");
        UUID grace = person("Grace Lloyd");
        ada.post("/people/" + ben + "/roles", "once", UUID.randomUUID().toString(), "role", "practitioner");
        ada.post("/people/" + nadia + "/roles", "once", UUID.randomUUID().toString(), "role", "team manager", "team", one("select id from team"));
        ada.post("/people/" + grace + "/roles", "once", UUID.randomUUID().toString(), "role", "service centre manager", "centre", one("select id from centre"));
        ada.post("/people/" + ben + "/supervision-lines", "once", UUID.randomUUID().toString(), "supervisor", nadia.toString(), "kind", "line");

        Browser nadias = invited(nadia, "nadia@example.org");
        assertEquals(404, nadias.get("/people/" + ben).status());

        Browser graces = invited(grace, "grace@example.org");
        assertEquals(404, graces.get("/confirmations").status());
        assertEquals(303, graces.post("/confirmations/centre").status());
        Page waiting = graces.get("/confirmations");
        assertTrue(waiting.document().text().contains("Nadia Rahman supervises Ben Okafor"));
        graces.submit(waiting, "form[action=/confirmations]");

        assertEquals(200, nadias.get("/people/" + ben).status());
        assertTrue(graces.get("/confirmations").document().text().contains("Nothing waits for you"));
    }

    @Test
    void onlyTheFirstManagerOfACentreThatIsBeingSetUpConfirmsThemselves() {
        UUID grace = person("Grace Lloyd");
        UUID harry = person("Harry Shaw");
        for (UUID manager : new UUID[] {grace, harry}) {
            ada.post("/people/" + manager + "/roles", "once", UUID.randomUUID().toString(), "role", "service centre manager", "centre", one("select id from centre"));
        }
        assertEquals(303, invited(grace, "grace@example.org").post("/confirmations/centre").status());

        assertEquals(404, invited(harry, "harry@example.org").post("/confirmations/centre").status());
    }

    @Test
    void anAdministratorCannotConfirmWhatGivesReach() {
        UUID ben = person("Ben Okafor");
        UUID nadia = person("Nadia Rahman");
        ada.post("/people/" + ben + "/supervision-lines", "once", UUID.randomUUID().toString(), "supervisor", nadia.toString(), "kind", "line");
        UUID adaId = UUID.fromString(one("select id from person where name = 'Ada Field'"));

        assertEquals(404, ada.post("/confirmations").status());
        assertEquals("42501", service.asApp(adaId).refusal(
            "update supervision_line set confirmed_by = ?, confirmed_at = now()", adaId));
    }

    @Test
    void anAdministratorWhoIsAlsoNamedSupervisorReachesNothingThroughIt() {
        UUID ben = person("Ben Okafor");
        UUID adaId = UUID.fromString(one("select id from person where name = 'Ada Field'"));
        service.asOwner().run("""
            insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, confirmed_by, confirmed_at)
            values (gen_random_uuid(), ?, ?, 'line', '2026-01-01', ?, now())""", ben, adaId, ben);

        assertEquals(0, service.asApp(adaId).column(UUID.class, "select * from viewer_supervisee()").size());
        assertEquals(0, service.asApp(adaId).column(UUID.class, "select * from viewer_case()").size());
    }

    @Test
    void anInvitationOpensOnceAndANewOneEndsTheOldOne() {
        UUID ben = person("Ben Okafor");
        String first = link(ben);
        String second = link(ben);

        assertEquals(404, service.browser().get(first).status());
        assertEquals(200, service.browser().get(second).status());
        service.browser().post(second, "userName", "ben@example.org", "password", PASSWORD);
        assertEquals(404, service.browser().get(second).status());
    }

    @Test
    void aCoverEndsAtMostSixWeeksAhead() {
        UUID ben = person("Ben Okafor");
        UUID nadia = person("Nadia Rahman");

        Page refused = ada.post("/people/" + ben + "/supervision-lines", "supervisor", nadia.toString(), "kind", "cover", "until", "3 January 2027");

        assertEquals(422, refused.status());
        assertTrue(refused.document().text().contains("within the next 42 days"));
    }

    @Test
    void whoManagesATeamOrACentreIsSaidWithTheTeamOrTheCentre() {
        UUID ben = person("Ben Okafor");

        Page refused = ada.post("/people/" + ben + "/roles", "role", "team manager", "team", "");
        assertEquals(422, refused.status());
        assertEquals("#team", refused.one(".govuk-error-summary__list a").attr("href"));
        assertTrue(refused.one("details:has(#team)").hasAttr("open"));
        assertEquals(422, ada.post("/people/" + ben + "/roles", "role", "team manager", "team", UUID.randomUUID().toString()).status());
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from role_held where person_id = ?", ben));
    }

    @Test
    void somebodyNotesTheirOwnAbsenceAndComesBack() {
        UUID ben = person("Ben Okafor");
        Browser bens = invited(ben, "ben@example.org");

        assertEquals(422, bens.post("/people/" + ben + "/absences", "kind", "leave", "from", "soon").status());
        assertEquals(303, bens.post("/people/" + ben + "/absences", "kind", "sickness", "from", "20 Nov").status());
        assertTrue(bens.get("/people/" + ben).document().text().contains("Sickness since 20 November 2026"));

        bens.submit(bens.get("/people/" + ben), "form[action$=/return]");
        assertTrue(bens.get("/people/" + ben).document().text().contains("Not away now"));
    }

    @Test
    void anAdministratorReadsThatSomebodyIsAwayButNotWhy() {
        UUID ben = person("Ben Okafor");
        invited(ben, "ben@example.org").post("/people/" + ben + "/absences", "kind", "sickness", "from", "20 Nov");

        String page = ada.get("/people/" + ben).one("section[aria-labelledby=absences]").text();
        assertTrue(page.contains("Away since 20 November 2026"));
        assertFalse(ada.get("/people/" + ben).document().select(".hf-rows").text().toLowerCase().contains("sickness"));
    }

    @Test
    void aPractitionerSeesNoListAndNobodyElse() {
        UUID ben = person("Ben Okafor");
        UUID nadia = person("Nadia Rahman");
        Browser bens = invited(ben, "ben@example.org");

        assertEquals(404, bens.get("/people").status());
        assertEquals(404, bens.get("/people/" + nadia).status());
        assertEquals(404, bens.get("/people/not-an-id").status());
        assertEquals(200, bens.get("/people/" + ben).status());
    }

    private UUID person(String name) {
        String path = ada.post("/people", "once", UUID.randomUUID().toString(), "name", name, "team", one("select id from team"), "startedOn", "1 March 2026").location();
        return UUID.fromString(path.substring("/people/".length(), "/people/".length() + 36));
    }

    private String link(UUID person) {
        String shown = ada.post("/people/" + person + "/invitation").one("#invitation").val();
        return shown.substring(shown.indexOf("/invitations/"));
    }

    private Browser invited(UUID person, String userName) {
        Browser browser = service.browser();
        browser.post(link(person), "userName", userName, "password", PASSWORD);
        Authenticator.setUp(browser, service.clock());
        return browser;
    }

    private String one(String sql) {
        return service.asOwner().column(UUID.class, sql).getFirst().toString();
    }
}
