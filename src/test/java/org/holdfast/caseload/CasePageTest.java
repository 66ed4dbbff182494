package org.holdfast.caseload;

import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.BEN;
import static org.holdfast.caseload.CaseloadCast.DORA;
import static org.holdfast.caseload.CaseloadCast.ELI;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasePageTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static CaseloadCast cast;
    private static int next = 500;

    @BeforeAll
    static void people() {
        cast = new CaseloadCast(service);
    }

    private static UUID gap() {
        UUID id = cast.aCase("YP-0" + next++, AMINA, TODAY.minusDays(200));
        cast.contact(id, AMINA, "in person", TODAY.minusDays(40));
        cast.sweep(TODAY);
        return id;
    }

    private static Page submit(UUID person, UUID aCase, String form, String... fields) {
        return cast.as(person).submit(cast.as(person).get("/cases/" + aCase), "form[action$=" + form + "]", fields);
    }

    private static String standing(UUID aCase) {
        return cast.as(AMINA).get("/cases/" + aCase).texts("#contact ~ p strong, section[aria-labelledby=contact] > p strong").getFirst();
    }

    @Test
    void aPlanCoversOnlyOnceTheSupervisorOfTheCaseAgreesIt() {
        UUID id = gap();

        Page proposed = submit(AMINA, id, "/contact-plans", "step", "paused with the door open", "why", "She asked for quiet", "reviewOn", "20 December 2026");

        assertEquals("/cases/" + id + "?said=plan-proposed", proposed.location());
        assertEquals("More than 28 days: what is the plan?", standing(id));
        Page own = cast.as(AMINA).get("/cases/" + id);
        assertTrue(own.text().contains("It waits for Ben Okafor; nobody agrees their own plan."));
        String agreement = "/contact-plans/" + service.asOwner().one(UUID.class, "select id from contact_plan where case_id = ?", id) + "/agreement";
        assertEquals(404, cast.as(AMINA).post(agreement).status());
        assertEquals(404, cast.as(ELI).post(agreement).status());
        assertEquals(404, cast.as(DORA).post(agreement).status());

        Page agreed = cast.as(BEN).submit(cast.as(BEN).get("/cases/" + id), "form[action$=/agreement]");

        assertEquals("/cases/" + id + "?said=plan-agreed", agreed.location());
        assertEquals("Covered by an agreed plan until 20 December", standing(id));
        assertEquals("cleared", cast.promptState(id));
        assertEquals(404, cast.as(BEN).post(agreement).status());
    }

    @Test
    void aPlansReviewIsAtMostNinetyOneDaysAheadOrThirtyOneWhereRiskIsClose() {
        UUID low = gap();
        UUID high = gap();
        cast.risk(high, 2, "high", TODAY);

        assertEquals(422, submit(AMINA, low, "/contact-plans", "step", "monthly", "why", "x", "reviewOn", "21 February 2027").status());
        assertEquals(303, submit(AMINA, low, "/contact-plans", "step", "monthly", "why", "x", "reviewOn", "20 February 2027").status());
        Page refused = submit(AMINA, high, "/contact-plans", "step", "monthly", "why", "Kept as typed", "reviewOn", "23 December 2026");
        assertEquals(422, refused.status());
        assertEquals("Choose a review date from today to 22 December 2026, 31 days ahead", refused.one("#reviewOn-error").ownText());
        assertEquals("Kept as typed", refused.one("#planWhy").val());
        assertEquals(422, submit(AMINA, low, "/contact-plans", "step", "monthly", "why", "x", "reviewOn", "").status());
        assertEquals(303, submit(AMINA, high, "/contact-plans", "step", "monthly", "why", "x", "reviewOn", "22 December 2026").status());
    }

    @Test
    void aPlanNeverRelaxesAStatutoryVisitAndThePageSaysSo() {
        UUID id = gap();
        assertFalse(cast.as(AMINA).get("/cases/" + id).text().contains("never relaxes"));

        submit(AMINA, id, "/standings", "statutoryPlan", "child protection");

        assertTrue(cast.as(AMINA).get("/cases/" + id).text().contains("A contact plan never relaxes a statutory visit."));
    }

    @Test
    void windingDownHoldsTheRuleBackWithAnEndAtMostEightyFourDaysAheadAndOnlyAtLowRisk() {
        UUID id = gap();
        submit(AMINA, id, "/standings", "stage", "winding down");
        assertEquals("More than 28 days: what is the plan?", standing(id));

        Page late = submit(AMINA, id, "/winding-down", "until", "14 February 2027");
        assertEquals("Choose an end from today to 13 February 2027, 84 days ahead", late.one("#endingUntil-error").ownText());
        assertEquals(303, submit(AMINA, id, "/winding-down", "until", "13 February 2027").status());
        assertEquals("Covered by winding down until 13 February 2027", standing(id));

        submit(AMINA, id, "/risk-judgements", "shortTerm", "not yet clear", "why", "New phone, new friends");
        assertEquals("More than 28 days: what is the plan?", standing(id));
        assertEquals("open", cast.promptState(id));
    }

    @Test
    void riskIsJudgedOnEachHorizonByItselfAndLookedAtUnchangedCounts() {
        UUID id = gap();

        assertEquals(422, submit(AMINA, id, "/risk-judgements").status());
        Page withoutReason = submit(AMINA, id, "/risk-judgements", "shortTerm", "high", "why", " ");
        assertEquals("#why", withoutReason.one(".govuk-error-summary__list a").attr("href"));
        assertEquals(303, submit(AMINA, id, "/risk-judgements", "shortTerm", "unchanged", "longerTerm", "medium", "why", "School says so").status());

        Page page = cast.as(AMINA).get("/cases/" + id);
        assertTrue(page.text().contains("Low, unchanged"));
        assertTrue(page.document().text().contains("Medium, 21 November, Amina Yusuf"));
        assertEquals(List.of("low", "low"), service.asOwner().column(String.class,
                "select level from risk_judgement where case_id = ? and horizon = 'short term' order by number", id));
    }

    @Test
    void aMissingChildComesFirstUntilTheEndIsWrittenDown() {
        UUID id = gap();

        assertEquals(422, submit(AMINA, id, "/missing-episodes", "from", "tomorrow").status());
        assertEquals(303, submit(AMINA, id, "/missing-episodes", "from", "yesterday").status());
        assertTrue(cast.as(AMINA).get("/cases/" + id).one(".hf-notice__title").text().startsWith("Missing since 20 November 2026"));
        assertEquals(cast.as(AMINA).get("/cases/" + id).one("h1").text(), cast.as(AMINA).get("/caseload").texts(".hf-case__name").getFirst());

        assertEquals(422, submit(AMINA, id, "/end", "until", "1 November 2026").status());
        Page found = submit(AMINA, id, "/end", "until", "today", "offered", "yes");
        assertEquals("/cases/" + id + "?said=found", found.location());
        Page page = cast.as(AMINA).get("/cases/" + id);
        assertTrue(page.document().select(".hf-notice__title").isEmpty());
        assertTrue(page.text().contains("Return interview offered, not accepted"));
    }

    @Test
    void aChangeOfStageIsDatedAndADoubleTapWritesItOnce() {
        UUID id = gap();
        Page page = cast.as(AMINA).get("/cases/" + id);

        for (int tap = 0; tap < 2; tap++) {
            assertEquals(303, cast.as(AMINA).submit(page, "form[action$=/standings]", "stage", "engaging", "since", "1 November").status());
        }

        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from case_history where case_id = ? and what = 'stage'", id));
        assertTrue(cast.as(AMINA).get("/cases/" + id).document().text().contains("Engaging, 1 November, Amina Yusuf"));
    }

    @Test
    void everyFreeTextSaysWhoSeesItAndWhereItMustGoInstead() {
        Page page = cast.as(AMINA).get("/cases/" + gap());

        assertEquals(page.document().select("textarea").size(), page.document().select(".hf-text .hf-who").size());
        assertEquals(page.document().select("textarea").size(), page.document().select(".hf-text .hf-quiet-details").size());
    }
}
