package org.holdfast.prompts;

import static org.holdfast.caseload.CaseloadCast.ADA;
import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.BEN;
import static org.holdfast.caseload.CaseloadCast.CARA;
import static org.holdfast.caseload.CaseloadCast.DORA;
import static org.holdfast.caseload.CaseloadCast.ELI;
import static org.holdfast.caseload.CaseloadCast.FAY;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.holdfast.caseload.CaseloadCast;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PromptTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static CaseloadCast cast;
    private static int next = 700;
    private UUID gap;
    private String prompt;

    @BeforeEach
    void aGap() {
        if (cast == null) {
            cast = new CaseloadCast(service);
        }
        gap = notSeenFor(40, AMINA);
        prompt = "/prompts/" + cast.prompt(gap);
    }

    private static UUID notSeenFor(int days, UUID worker) {
        UUID id = cast.aCase("YP-0" + next++, worker, TODAY.minusDays(200));
        cast.contact(id, worker, "in person", TODAY.minusDays(days));
        cast.sweep(TODAY);
        return id;
    }

    private Page decide(UUID person, String... fields) {
        return cast.as(person).submit(cast.as(person).get(prompt), "form[action$=/decisions]", fields);
    }

    @Test
    void aPromptSaysWhyItIsHereWithTheFactsAndTheSetting() {
        cast.contact(gap, AMINA, "attempted", TODAY.minusDays(3));
        Page page = cast.as(BEN).get(prompt);

        assertEquals(200, page.status());
        String why = page.one("section[aria-labelledby=why]").text();
        assertTrue(why.contains("An organisational requirement, not a statutory one."), why);
        assertTrue(why.contains("It was raised on 21 November 2026, on day 40, with the setting of that day: 28 days, and notice from day 21."), why);
        assertTrue(why.contains("The child was last seen on 12 October 2026. Today is day 40"), why);
        assertTrue(page.one("section[aria-labelledby=facts]").text().contains("Attempts since 1 attempt"));
        assertTrue(page.text().contains("What is the plan?"));
    }

    @Test
    void thePractitionerReadsItAndItSaysToWhomItGoes() {
        Page page = cast.as(AMINA).get(prompt);

        assertTrue(page.text().contains("The decision goes to Ben Okafor. Nobody decides about their own case."));
        assertTrue(page.document().select("form[action$=/decisions]").isEmpty());
        assertEquals(404, cast.as(AMINA).post(prompt + "/decisions", "decision", "escalate", "cause", "crisis", "reasons", "x", "reviewOn", "today").status());
        assertEquals(404, cast.as(AMINA).post(prompt + "/postponements", "reason", "x").status());
    }

    @Test
    void outsidersFindNothing() {
        for (UUID outsider : List.of(CARA, ELI, FAY, ADA, DORA)) {
            assertEquals(404, cast.as(outsider).get(prompt).status());
            assertEquals(404, cast.as(outsider).post(prompt + "/decisions", "decision", "escalate").status());
        }
        assertEquals(404, cast.as(BEN).get("/prompts/1").status());
        assertEquals(404, cast.as(BEN).get("/prompts/" + gap).status());
    }

    @Test
    void aDecisionRestsThePromptUntilItsReviewDateAndADoubleTapDecidesOnce() {
        Page form = cast.as(BEN).get(prompt);
        for (int tap = 0; tap < 2; tap++) {
            Page done = cast.as(BEN).submit(form, "form[action$=/decisions]", "decision", "change approach", "cause", "child not engaging",
                    "reasons", "Try through the aunt", "reviewOn", "5 December 2026");
            assertEquals(prompt + "?said=decided", done.location());
        }

        assertEquals("decided", cast.promptState(gap));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from gap_decision where case_id = ?", gap));
        Page page = cast.as(BEN).get(prompt);
        assertTrue(page.text().contains("A decision stands until 5 December 2026."));
        assertTrue(page.document().text().contains("Change approach (child not engaging), 21 November, review by 5 December, Ben Okafor"));

        cast.sweep(TODAY.plusDays(14));
        assertEquals("decided", cast.promptState(gap));
        cast.sweep(TODAY.plusDays(15));
        assertEquals("open", cast.promptState(gap));
        cast.sweep(TODAY);
    }

    @Test
    void theNextSeenContactEndsADecisionAndStrikingThatContactLetsItStandAgain() {
        decide(BEN, "decision", "escalate", "cause", "crisis", "reasons", "Talk to the social worker", "reviewOn", "1 December 2026");
        assertEquals(BEN, service.asOwner().one(UUID.class, "select by_id from act where what = 'contact gap decided about' and subject_id = ?", gap));
        cast.as(AMINA).submit(cast.as(AMINA).get("/cases/" + gap), "#log form", "mode", "in person");
        assertEquals("cleared", cast.promptState(gap));

        String strike = cast.as(AMINA).get("/cases/" + gap).document().select("a[href$=/strike]").first().attr("href");
        cast.as(AMINA).submit(cast.as(AMINA).get(strike), "main form", "reason", "It was another child");

        assertEquals("decided", cast.promptState(gap));
    }

    @Test
    void whatIsMissingComesBackAsTyped() {
        Page refused = decide(BEN, "reasons", "Typed and kept", "reviewOn", "next Michaelmas");

        assertEquals(422, refused.status());
        assertEquals(List.of("#decision", "#cause", "#reviewOn"), refused.document().select(".govuk-error-summary__list a").eachAttr("href"));
        assertEquals("Typed and kept", refused.one("#reasons").val());
        assertEquals("next Michaelmas", refused.one("#reviewOn").val());
        assertEquals("open", cast.promptState(gap));
    }

    @Test
    void aReviewIsAtMostThirtyOneDaysAhead() {
        Page refused = decide(BEN, "decision", "escalate", "cause", "crisis", "reasons", "x", "reviewOn", "23 December 2026");

        assertEquals("Choose a review date from today to 22 December 2026", refused.one("#reviewOn-error").ownText());
        assertEquals(303, decide(BEN, "decision", "escalate", "cause", "crisis", "reasons", "x", "reviewOn", "22 December 2026").status());
    }

    @Test
    void overlongReasonsAreRefused() {
        Page refused = decide(BEN, "decision", "escalate", "cause", "crisis", "reasons", "x".repeat(2001), "reviewOn", "today");

        assertEquals(422, refused.status());
        assertEquals("#reasons", refused.one(".govuk-error-summary__list a").attr("href"));
    }

    @Test
    void itCanBePutOffOnceForSevenDaysWithAReason() {
        assertEquals(422, cast.as(BEN).post(prompt + "/postponements", "reason", "").status());
        Page done = cast.as(BEN).submit(cast.as(BEN).get(prompt), "form[action$=/postponements]", "reason", "She sees the family on Tuesday");

        assertEquals(prompt + "?said=put-off", done.location());
        assertEquals("put off", cast.promptState(gap));
        cast.sweep(TODAY.plusDays(7));
        assertEquals("put off", cast.promptState(gap));
        cast.sweep(TODAY.plusDays(8));
        assertEquals("open", cast.promptState(gap));
        assertTrue(cast.as(BEN).get(prompt).document().select("form[action$=/postponements]").isEmpty());
        assertEquals(422, cast.as(BEN).post(prompt + "/postponements", "reason", "Again").status());
        cast.sweep(TODAY);
    }

    @Test
    void aManagersOwnCaseGoesToTheirOwnSupervisor() {
        UUID own = notSeenFor(40, BEN);
        Page page = cast.as(BEN).get("/prompts/" + cast.prompt(own));

        assertTrue(page.text().contains("The decision goes to Dora Lane."));
        assertFalse(cast.as(DORA).get("/prompts/" + cast.prompt(own)).document().select("form[action$=/decisions]").isEmpty());
    }

    @Test
    void whileTheWorkerIsAwayItIsACoverQuestion() {
        UUID notice = notSeenFor(23, CARA);
        assertFalse(home(BEN).contains(reference(notice)));
        cast.away(CARA, TODAY.minusDays(2), TODAY.plusDays(12));

        assertTrue(home(BEN).contains(reference(notice)));
        assertTrue(cast.as(BEN).get("/prompts/" + cast.prompt(notice)).text().contains("Cara Jones is away until 3 December 2026. Who sees the child meanwhile?"));
    }

    @Test
    void noticeIsForThePractitionerAloneAndOverForTheSupervisorToo() {
        UUID notice = notSeenFor(28, AMINA);

        assertTrue(home(AMINA).contains(reference(notice)));
        assertFalse(home(BEN).contains(reference(notice)));
        assertTrue(home(AMINA).contains(reference(gap)));
        assertTrue(home(BEN).contains(reference(gap)));
        assertFalse(home(ELI).contains(reference(gap)));
        assertFalse(home(DORA).contains(reference(gap)));
    }

    private static String home(UUID person) {
        return cast.as(person).get("/").text();
    }

    private static String reference(UUID aCase) {
        return service.asOwner().one(String.class, "select reference from child_case where id = ?", aCase);
    }

    @Test
    void theFirstPageOfADaySweepsWhereTheNightDidNot() {
        UUID soon = notSeenFor(20, AMINA);
        service.clock().setDay(TODAY.plusDays(1));
        try {
            assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from prompt where case_id = ?", soon));
            service.asOwner().run("delete from sweep");
            service.asOwner().run("update browser_session set last_seen_at = ?, started_at = ?", service.clock().instant(), service.clock().instant());
            assertTrue(home(AMINA).contains(reference(soon)));
            assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from sweep where on_day = ?", TODAY.plusDays(1)));
        } finally {
            service.clock().setDay(TODAY);
            service.asOwner().run("update browser_session set last_seen_at = ?, started_at = ?", service.clock().instant(), service.clock().instant());
        }
    }

    @Test
    void whoDecidesIsTheSameSaidOfACaseAndSaidOfAViewer() {
        for (UUID viewer : List.of(AMINA, BEN, CARA, DORA, ELI, FAY, ADA)) {
            List<UUID> ofTheViewer = service.asApp(viewer).column(UUID.class, "select viewer_decides_about_gap(array(select case_id from contact_gap(viewer_today()))) as id");
            List<UUID> ofEachCase = service.asApp(viewer).column(UUID.class, "select case_id as id from contact_gap(viewer_today()) where viewer_id() in (select decides_about_gap(case_id, viewer_today()))");
            assertEquals(ofEachCase.stream().sorted().toList(), ofTheViewer.stream().sorted().toList());
        }
    }

    @Test
    void theListOfRulesReadsLikeATableOfContents() {
        assertEquals(List.of("contact-gap"), Rules.all().stream().map(Rule::id).toList());
        for (Rule rule : Rules.all()) {
            assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from pg_proc where proname = ?", rule.function()));
        }
    }
}
