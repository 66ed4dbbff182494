package org.holdfast.caseload;

import static org.holdfast.caseload.CaseloadCast.ADA;
import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.BEN;
import static org.holdfast.caseload.CaseloadCast.CARA;
import static org.holdfast.caseload.CaseloadCast.DORA;
import static org.holdfast.caseload.CaseloadCast.ELI;
import static org.holdfast.caseload.CaseloadCast.FAY;
import static org.holdfast.caseload.CaseloadCast.NORTH;
import static org.holdfast.caseload.CaseloadCast.SOUTH;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseloadTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static CaseloadCast cast;
    private static UUID gap;

    @BeforeAll
    static void cases() {
        cast = new CaseloadCast(service);
        gap = cast.aCase("YP-0101", AMINA, TODAY.minusDays(200));
        cast.contact(gap, AMINA, "in person", TODAY.minusDays(40));
        cast.contact(gap, AMINA, "attempted", TODAY.minusDays(9));
        cast.contact(gap, AMINA, "attempted", TODAY.minusDays(2));
        UUID seen = cast.aCase("YP-0102", AMINA, TODAY.minusDays(100));
        cast.contact(seen, AMINA, "in person", TODAY.minusDays(3));
        UUID missing = cast.aCase("YP-0103", AMINA, TODAY.minusDays(60));
        cast.contact(missing, AMINA, "in person", TODAY.minusDays(1));
        cast.missing(missing, TODAY.minusDays(1));
        cast.assign(seen, CARA, "co-worker", TODAY.minusDays(10));
        cast.aCase("YP-0104", null, TODAY.minusDays(12));
        cast.aCase("YP-0105", BEN, TODAY.minusDays(5));
        cast.aCase("YP-0201", FAY, TODAY.minusDays(20));
        cast.sweep(TODAY);
    }

    @Test
    void oneSeesTheOwnOpenCasesMissingChildrenFirstThenTheLongestUnseen() {
        Page page = cast.as(AMINA).get("/caseload");

        assertEquals(200, page.status());
        assertEquals(List.of("YP-0103", "YP-0101", "YP-0102"), page.texts(".hf-case__name"));
        assertEquals("3 open cases. 1 missing now, 1 past the time to be seen, 0 coming up to it.", page.texts(".hf-main > p").getFirst());
    }

    @Test
    void aCaseSaysWhenTheChildWasLastSeenInWordsAndDaysAndHowOftenSomebodyTried() {
        String card = cast.as(AMINA).get("/caseload").one("#case-YP-0101").text();

        assertTrue(card.contains("12 October, 40 days ago"), card);
        assertTrue(card.contains("More than 28 days: what is the plan?"), card);
        assertTrue(card.contains("2 attempts since"), card);
        assertTrue(card.contains("Risk, short term Low Risk, medium to long term Not yet clear"), card);
        assertTrue(card.contains("Seen 1 time in 90 days, last 40 days ago. 2 attempts."), card);
    }

    @Test
    void theStandingLeadsToThePromptThatExplainsIt() {
        Element standing = cast.as(AMINA).get("/caseload").one("#case-YP-0101 .hf-case__asks a");

        assertEquals("/prompts/" + cast.prompt(gap), standing.attr("href"));
    }

    @Test
    void aCoWorkerSeesTheCaseWithTheirRole() {
        Page page = cast.as(CARA).get("/caseload");

        assertEquals(List.of("YP-0102"), page.texts(".hf-case__name"));
        assertTrue(page.one(".hf-case__head").text().contains("Co-worker"));
    }

    @Test
    void aTeamIsShownByPractitionerWithCasesWithoutAWorkerAsSuch() {
        Page page = cast.as(BEN).get("/teams/" + NORTH + "/caseload");

        assertEquals(List.of("Without a worker", "Amina Yusuf", "Ben Okafor"), page.texts("main h2"));
        assertEquals(List.of("YP-0104", "YP-0103", "YP-0101", "YP-0102", "YP-0105"), page.texts(".hf-case__name"));
    }

    @Test
    void aManagerWithoutCasesIsLedToTheTeamAndTheCentreManagerChooses() {
        assertEquals("/teams/" + SOUTH + "/caseload", cast.as(ELI).get("/caseload").location());

        Page choice = cast.as(DORA).get("/caseload");
        assertEquals(List.of("North Team", "South Team"), choice.texts("#teams ~ .hf-links a, section[aria-labelledby=teams] .hf-links a"));
        assertTrue(choice.texts("section[aria-labelledby=people] a").containsAll(List.of("Amina Yusuf", "Ben Okafor", "Fay Reed")));
    }

    @Test
    void somebodyWithTwoHatsSeesTheOwnCasesAndTheTeamsButNotThePeersCases() {
        assertEquals(List.of("YP-0105"), cast.as(BEN).get("/caseload").texts(".hf-case__name"));
        assertEquals(200, cast.as(BEN).get("/people/" + AMINA + "/caseload").status());
        assertEquals(404, cast.as(BEN).get("/people/" + ELI + "/caseload").status());
        assertEquals(404, cast.as(BEN).get("/people/" + FAY + "/caseload").status());
        assertEquals(404, cast.as(BEN).get("/teams/" + SOUTH + "/caseload").status());
    }

    @Test
    void nobodySeesAPeersCaseload() {
        assertEquals(404, cast.as(CARA).get("/people/" + AMINA + "/caseload").status());
        assertEquals(404, cast.as(AMINA).get("/teams/" + NORTH + "/caseload").status());
        assertEquals(404, cast.as(FAY).get("/cases/" + gap).status());
    }

    @Test
    void anAdministratorReachesNoCase() {
        assertEquals(404, cast.as(ADA).get("/caseload").status());
        assertEquals(404, cast.as(ADA).get("/people/" + AMINA + "/caseload").status());
        assertEquals(404, cast.as(ADA).get("/cases/" + gap).status());
    }

    @Test
    void whatIsNoIdIsNotThere() {
        assertEquals(404, cast.as(BEN).get("/people/amina/caseload").status());
        assertEquals(404, cast.as(BEN).get("/cases/YP-0101").status());
        assertEquals(404, cast.as(BEN).get("/teams/1/caseload").status());
    }

    @Test
    void everyReadingOfACaseloadIsNoted() {
        int before = reads(BEN, AMINA);
        cast.as(BEN).get("/people/" + AMINA + "/caseload");
        cast.as(BEN).get("/cases/" + gap);

        assertEquals(before + 2, reads(BEN, AMINA));
    }

    private static int reads(UUID viewer, UUID concerns) {
        return service.asOwner().one(Long.class, "select count(*) from access_log where viewer_id = ? and concerns_id = ?", viewer, concerns).intValue();
    }

    @Test
    void theCentreManagerReadsTheCaseWithoutWhatPeopleWroteAndWritesNothing() {
        Page page = cast.as(DORA).get("/cases/" + gap);

        assertEquals(200, page.status());
        assertTrue(page.text().contains("Low"));
        assertFalse(page.text().contains("Told by school"));
        assertTrue(cast.as(AMINA).get("/cases/" + gap).text().contains("Told by school"));
        assertTrue(page.document().select("main form, a[href^=/prompts]").isEmpty());
        assertTrue(cast.as(DORA).get("/teams/" + NORTH + "/caseload").document().select("main form, a[href^=/prompts], a[href$=#log]").isEmpty());
        assertEquals(404, cast.as(DORA).post("/cases/" + gap + "/contacts", "mode", "in person", "day", "today").status());
    }

    @Test
    void anEmptyCaseloadSaysWhatWouldAppear() {
        assertTrue(cast.as(FAY).get("/caseload").texts(".hf-case__name").contains("YP-0201"));
        assertEquals(200, cast.as(DORA).get("/people/" + DORA + "/caseload").status());
        assertEquals("No open cases", cast.as(DORA).get("/people/" + DORA + "/caseload").one(".hf-empty__title").text());
    }
}
