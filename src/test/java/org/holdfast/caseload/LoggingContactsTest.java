package org.holdfast.caseload;

import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.BEN;
import static org.holdfast.caseload.CaseloadCast.CARA;
import static org.holdfast.caseload.CaseloadCast.FAY;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.List;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoggingContactsTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static CaseloadCast cast;
    private static int next = 300;

    @BeforeAll
    static void people() {
        cast = new CaseloadCast(service);
    }

    private static String reference() {
        return "YP-0" + next++;
    }

    /** A case whose child nobody has seen for 40 days, with its prompt. */
    private static UUID gap(String reference) {
        UUID id = cast.aCase(reference, AMINA, TODAY.minusDays(200));
        cast.contact(id, AMINA, "in person", TODAY.minusDays(40));
        cast.sweep(TODAY);
        return id;
    }

    private static int contacts(UUID aCase) {
        return service.asOwner().one(Long.class, "select count(*) from contact where case_id = ?", aCase).intValue();
    }

    private static String form(String reference) {
        return "#case-" + reference + " form";
    }

    @Test
    void oneLineOnTheCaseloadLogsThatTheChildWasSeenAndThePromptIsGone() {
        String reference = reference();
        UUID id = gap(reference);
        Browser amina = cast.as(AMINA);

        Page done = amina.submit(amina.get("/caseload"), form(reference), "mode", "in person", "day", "yesterday");

        assertEquals("/caseload?said=seen-logged", done.location());
        Page after = amina.get(done.location());
        assertTrue(after.one(".hf-said").text().startsWith("The contact is logged. The child was seen"));
        assertTrue(after.one("#case-" + reference).text().contains("20 November, yesterday Within 28 days"));
        assertEquals("cleared", cast.promptState(id));
    }

    @Test
    void anAttemptIsCountedAndClearsNothing() {
        String reference = reference();
        UUID id = gap(reference);
        Browser amina = cast.as(AMINA);

        Page done = amina.submit(amina.get("/caseload"), form(reference), "mode", "attempted");

        assertEquals("/caseload?said=attempt-logged", done.location());
        assertTrue(amina.get("/caseload").one("#case-" + reference).text().contains("1 attempt since"));
        assertEquals("open", cast.promptState(id));
    }

    @Test
    void onlyPhysicallyMeetingTheChildCountsAsSeen() {
        String reference = reference();
        UUID id = gap(reference);
        for (String mode : List.of("phone", "video", "text or message", "outreach encounter", "group")) {
            log(AMINA, id, reference, "mode", mode);
        }
        log(AMINA, id, reference, "mode", "in person", "with", "carer");
        assertEquals("open", cast.promptState(id));

        log(AMINA, id, reference, "mode", "accompanied appointment");
        assertEquals("cleared", cast.promptState(id));
    }

    @Test
    void aContactOfAManagerWhoDoesNotWorkOnTheCaseIsTheWorkersUnlessTheyMetTheChildThemselves() {
        String reference = reference();
        UUID id = gap(reference);

        Page page = cast.as(BEN).get("/cases/" + id);
        assertTrue(page.one("#log").text().contains("Logged as Amina Yusuf's contact"));
        Page done = cast.as(BEN).submit(page, "#log form", "mode", "in person");

        assertEquals("/cases/" + id + "?said=seen-logged", done.location());
        assertEquals(AMINA, service.asOwner().one(UUID.class, "select person_id from contact where case_id = ? and on_day = ?", id, TODAY));
    }

    private static Page log(UUID person, UUID id, String reference, String... fields) {
        return cast.as(person).submit(cast.as(person).get("/caseload"), form(reference), fields);
    }

    @Test
    void aDoubleTapLogsOneContact() throws Exception {
        String reference = reference();
        UUID id = gap(reference);
        Browser amina = cast.as(AMINA);
        Page form = amina.get("/caseload");
        Callable<Page> tap = () -> amina.submit(form, form(reference), "mode", "attempted");

        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            for (var answer : hands.invokeAll(List.of(tap, tap))) {
                assertEquals("/caseload?said=attempt-logged", answer.get().location());
            }
        }
        assertEquals(2, contacts(id));
    }

    @Test
    void twoContactsAtOnceAreBothInTheStanding() throws Exception {
        String reference = reference();
        UUID id = gap(reference);
        Browser amina = cast.as(AMINA);
        Callable<Page> early = () -> amina.submit(amina.get("/caseload"), form(reference), "mode", "in person", "day", "19/11/2026");
        Callable<Page> late = () -> amina.submit(amina.get("/caseload"), form(reference), "mode", "in person", "day", "20/11/2026");

        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            for (var answer : hands.invokeAll(List.of(early, late))) {
                assertEquals(303, answer.get().status());
            }
        }
        assertEquals(LocalDate.of(2026, 11, 20), service.asOwner().one(LocalDate.class, "select last_seen_on from case_standing where case_id = ?", id));
    }

    @Test
    void whatIsMissingOrUnreadableComesBackAsTypedWithALinkToItsField() {
        String reference = reference();
        UUID id = gap(reference);

        Page refused = log(AMINA, id, reference, "mode", "", "day", "the other day", "minutes", "an hour", "crisis", "yes");

        assertEquals(422, refused.status());
        assertEquals(List.of("#day-" + reference, "#mode-" + reference, "#minutes-" + reference),
                refused.document().select(".govuk-error-summary__list a").eachAttr("href"));
        assertEquals("the other day", refused.one("#day-" + reference).val());
        assertEquals("an hour", refused.one("#minutes-" + reference).val());
        assertTrue(refused.one("#crisis-" + reference).hasAttr("checked"));
        assertTrue(refused.one("#case-" + reference + " > details").hasAttr("open"));
        assertEquals(1, contacts(id));
    }

    @Test
    void aDayAheadOrBeforeTheOpeningIsRefusedInWords() {
        String reference = reference();
        UUID id = gap(reference);

        Page ahead = log(AMINA, id, reference, "mode", "in person", "day", "tomorrow");
        Page before = log(AMINA, id, reference, "mode", "in person", "day", "1 January 2026");

        assertEquals("Choose today or a day before it. What has not happened yet cannot be logged", ahead.one("#day-" + reference + "-error").ownText());
        assertTrue(before.one("#day-" + reference + "-error").ownText().startsWith("This case was opened on 5 May 2026."));
        assertEquals(1, contacts(id));
    }

    @Test
    void hostileTextIsRefusedAndShownAsText() {
        String reference = reference();
        UUID id = gap(reference);
        String hostile = "<script>alert(1)</script>' or 1=1 --";

        Page refused = log(AMINA, id, reference, "mode", hostile, "with", hostile, "day", hostile, "hardEvent", hostile, "minutes", "99999999999");

        assertEquals(422, refused.status());
        assertEquals(hostile, refused.one("#day-" + reference).val());
        assertFalse(refused.text().contains("<script>alert"));
        assertEquals(1, contacts(id));
    }

    @Test
    void nobodyOutsideLogsStrikesOrSeesAContact() {
        String reference = reference();
        UUID id = gap(reference);
        UUID contact = cast.contact(id, AMINA, "in person", TODAY);
        for (UUID outsider : List.of(FAY, CARA)) {
            assertEquals(404, cast.as(outsider).post("/cases/" + id + "/contacts", "mode", "in person", "day", "today").status());
            assertEquals(404, cast.as(outsider).get("/contacts/" + contact + "/strike").status());
            assertEquals(404, cast.as(outsider).post("/contacts/" + contact + "/strike", "reason", "None of my business").status());
        }
        assertEquals(2, contacts(id));
    }

    @Test
    void aStruckContactStaysVisibleWithItsReasonAndThePromptComesBack() {
        String reference = reference();
        UUID id = gap(reference);
        log(AMINA, id, reference, "mode", "in person");
        assertEquals("cleared", cast.promptState(id));
        Browser amina = cast.as(AMINA);
        String strike = amina.get("/cases/" + id).document().select("a[href$=/strike]").first().attr("href");

        Page refused = amina.submit(amina.get(strike), "main form", "reason", "  ");
        Page done = amina.submit(amina.get(strike), "main form", "reason", "It was the brother");

        assertEquals(422, refused.status());
        assertEquals("#reason", refused.one(".govuk-error-summary__list a").attr("href"));
        assertEquals("/cases/" + id + "?said=struck", done.location());
        Page page = amina.get(done.location());
        assertEquals("21 November: In person", page.one("s").text());
        assertTrue(page.text().contains("Struck out by Amina Yusuf: It was the brother"));
        assertTrue(page.text().contains("12 October, 40 days ago"));
        assertEquals("open", cast.promptState(id));
        assertEquals(404, amina.get(strike).status());
    }

    @Test
    void anOverlongReasonIsHandedBack() {
        UUID id = gap(reference());
        String strike = cast.as(AMINA).get("/cases/" + id).document().select("a[href$=/strike]").first().attr("href");
        String overlong = "x".repeat(501);

        Page refused = cast.as(AMINA).submit(cast.as(AMINA).get(strike), "main form", "reason", overlong);

        assertEquals(422, refused.status());
        assertEquals(overlong, refused.one("#reason").val());
    }
}
