package org.holdfast.supervision;

import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.CARA;
import static org.holdfast.supervision.RecordCast.CARAS_CASE;
import static org.holdfast.supervision.RecordCast.DORA;
import static org.holdfast.supervision.RecordCast.GAP_CASE;
import static org.holdfast.supervision.RecordCast.SEEN_CASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SavingTheRecordTest {
    @RegisterExtension
    static final TestService service = TestService.started();

    private static RecordCast cast;

    private UUID session;

    @BeforeAll
    static void theCast() {
        cast = new RecordCast(service);
    }

    @BeforeEach
    void aRecordIsBeingWritten() {
        session = cast.session();
    }

    @Test
    void aSavedFieldIsThereWithANewRevisionAndTheTime() {
        Page page = save(BEN, "function", "support", "notes", 0, "She carries a lot.");

        assertEquals(200, page.status());
        assertEquals(1, json(page).get("revision"));
        assertEquals("10:30", json(page).get("savedAt"));
        assertEquals("She carries a lot.", notes("support"));
    }

    @Test
    void twoPeopleInOneGroupDoNotStandInEachOthersWay() {
        UUID discussion = discussion(SEEN_CASE);

        assertEquals(200, save(AMINA, "discussion", discussion.toString(), "know", 1, "She was out late.").status());
        assertEquals(200, save(BEN, "discussion", discussion.toString(), "infer", 1, "It may be the phone.").status());

        assertEquals("She was out late.", one("select know from case_discussion where id = ?", discussion));
        assertEquals("It may be the phone.", one("select infer from case_discussion where id = ?", discussion));
    }

    @Test
    void differentWordsInOneFieldAreBothKeptAndNeitherIsLost() {
        save(AMINA, "function", "support", "notes", 0, "Amina's words");
        Page second = save(BEN, "function", "support", "notes", 0, "Ben's words");

        assertEquals(409, second.status());
        assertEquals("both wrote", json(second).get("because"));
        assertEquals("Ben's words", json(second).get("mine"));
        assertEquals("Amina's words", json(second).get("theirs"));
        assertEquals("Amina Khan", json(second).get("theirsBy"));
        assertEquals("Amina's words", notes("support"));
        assertEquals("Ben's words", one("select other_text from field_conflict where session_id = ?", session));
        String page = cast.as(AMINA).get(path("")).text();
        assertTrue(page.contains("Ben&#39;s words") || page.contains("Ben's words"), page);
    }

    @Test
    void theSameWordsByBothAreNoConflict() {
        save(AMINA, "function", "support", "notes", 0, "The same");

        assertEquals(200, save(BEN, "function", "support", "notes", 0, "The same").status());
    }

    @Test
    void aNewerBaseOverwritesWithoutAConflict() {
        Object revision = json(save(AMINA, "function", "support", "notes", 0, "First")).get("revision");

        assertEquals(200, save(BEN, "function", "support", "notes", (Integer) revision, "Second").status());
        assertEquals("Second", notes("support"));
    }

    @Test
    void theSameKeyGetsTheFirstAnswerAgainAndSavesNothingTwice() {
        UUID key = UUID.randomUUID();
        Page first = save(AMINA, key, "function", "support", "notes", 0, "First");
        save(BEN, "function", "support", "notes", 1, "Second");
        Page again = save(AMINA, key, "function", "support", "notes", 0, "First");

        assertEquals(json(first), json(again));
        assertEquals("Second", notes("support"));
    }

    @Test
    void theSameKeyAlsoGetsAConflictAgain() {
        UUID key = UUID.randomUUID();
        save(AMINA, "function", "support", "notes", 0, "Hers");
        Page first = save(BEN, key, "function", "support", "notes", 0, "His");
        Page again = save(BEN, key, "function", "support", "notes", 0, "His");

        assertEquals(json(first), json(again));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from field_conflict where session_id = ?", session));
    }

    @Test
    void aKeyOfAnotherPersonOrSessionIsNotThere() {
        UUID key = UUID.randomUUID();
        save(AMINA, key, "function", "support", "notes", 0, "Hers");

        assertEquals(404, save(BEN, key, "function", "support", "notes", 0, "His").status());
        session = cast.session();
        assertEquals(404, save(AMINA, key, "function", "support", "notes", 0, "Hers").status());
    }

    @Test
    void outsidersFindNothing() {
        for (UUID outsider : List.of(CARA, DORA)) {
            assertEquals(404, cast.as(outsider).get(path("")).status());
            assertEquals(404, cast.as(outsider).get(path("/changes")).status());
            assertEquals(404, save(outsider, "function", "support", "notes", 0, "Curious").status());
            assertEquals(404, cast.as(outsider).post(path(""), "once", UUID.randomUUID().toString(), "do", "add-action").status());
        }
        assertEquals(404, cast.as(AMINA).get("/sessions/not-an-id/record").status());
    }

    @Test
    void eachWritesOnlyTheirOwnViewOfRisk() {
        String discussion = discussion(SEEN_CASE).toString();

        assertEquals(422, save(AMINA, "discussion", discussion, "supervisor-short-term", 1, "low").status());
        assertEquals(422, save(BEN, "discussion", discussion, "practitioner-short-term", 1, "low").status());
        assertEquals(200, save(AMINA, "discussion", discussion, "practitioner-short-term", 1, "high").status());
        assertEquals(200, save(BEN, "discussion", discussion, "supervisor-short-term", 1, "low").status());
        assertEquals("high", one("select practitioner_short_term from case_discussion where id = ?", UUID.fromString(discussion)));
    }

    @Test
    void datesAreReadAsPeopleWriteThemAndWhatCannotBeReadIsSaidInASentence() {
        String action = added("add-action").replace("action-", "");
        int base = revision();

        Page tomorrow = save(AMINA, "action", action, "due-on", base, "tomorrow");
        Page nonsense = save(AMINA, "action", action, "due-on", base + 1, "when the moon is full");

        assertEquals("22 November 2026", json(tomorrow).get("shown"));
        assertEquals(422, nonsense.status());
        assertFalse(json(nonsense).get("sentence").toString().isEmpty());
        assertEquals("2026-11-22", one("select cast(due_on as text) from action where id = ?", UUID.fromString(action)));
    }

    @Test
    void aFieldTakesTwoHundredThousandCharactersAndNotOneMore() {
        String longest = "ä".repeat(200_000);

        assertEquals(200, save(AMINA, "function", "support", "notes", 0, longest).status());
        assertEquals(longest, notes("support"));
        assertEquals(422, save(AMINA, "function", "support", "notes", 1, longest + "ä").status());
        assertEquals(200, cast.as(AMINA).get(path("")).status());
    }

    @Test
    void hostileTextStaysText() {
        String hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> '); drop table session; -- ${7*7} {{7*7}}";
        save(AMINA, "function", "support", "notes", 0, hostile);
        save(BEN, "function", "support", "notes", 0, hostile + "!");

        Page page = cast.as(BEN).get(path(""));
        assertEquals(hostile, notes("support"));
        assertEquals(hostile, page.one("textarea[name=function_support_notes]").val());
        assertEquals(0, page.document().select("img, script:not([src])").size());
    }

    @Test
    void whatNamesNoFieldIsNotThere() {
        discussion(SEEN_CASE);

        assertEquals(404, save(AMINA, "function", "support", "revision", 0, "x").status());
        assertEquals(404, save(AMINA, "function", "magic", "notes", 0, "x").status());
        assertEquals(404, save(AMINA, "session", "support", "notes", 0, "x").status());
        assertEquals(404, save(AMINA, "action", UUID.randomUUID().toString(), "what", 0, "x").status());
        assertEquals(404, save(AMINA, "action", "no-id", "what", 0, "x").status());
        assertEquals(404, save(AMINA, "record", UUID.randomUUID().toString(), "place", 0, "x").status());
    }

    @Test
    void nothingIsWrittenOnceTheRecordIsShared() {
        save(AMINA, "function", "support", "notes", 0, "Before");
        cast.step(session, 4, "shared", 1, BEN);

        Page late = save(AMINA, "function", "support", "notes", 1, "After");

        assertEquals(409, late.status());
        assertEquals("closed", json(late).get("because"));
        assertEquals("Before", notes("support"));
        Page form = cast.as(AMINA).post(path(""), "once", UUID.randomUUID().toString(), "base", "1", "as-shown", "function_support_notes=000000000000",
                "function_support_notes", "After");
        assertEquals(409, form.status());
        assertTrue(form.texts("[aria-labelledby=lost-title] .hf-preserve").contains("After"));
        assertEquals(200, cast.as(AMINA).get(path("")).status());
    }

    @Test
    void nothingIsSavedUnderTheNameOfSomebodyElseWhoSignedInMeanwhile() {
        Page page = put(BEN, Map.of("viewer", AMINA.toString(), "part", "function", "partId", "support", "field", "notes", "base", 0,
                "key", UUID.randomUUID().toString(), "value", "Amina's words"));

        assertEquals(409, page.status());
        assertEquals("somebody else", json(page).get("because"));
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from session_record where session_id = ?", session));
    }

    @Test
    void theOtherPersonsChangesAreToldOnceAndOnlyThose() {
        save(AMINA, "function", "support", "notes", 0, "Hers");
        save(BEN, "function", "development", "notes", 0, "His");

        Map<String, Object> all = json(cast.as(BEN).get(path("/changes?since=0")));
        Map<String, Object> later = json(cast.as(BEN).get(path("/changes?since=1")));
        Map<String, Object> none = json(cast.as(BEN).get(path("/changes?since=2")));

        assertEquals(2, ((List<?>) all.get("fields")).size());
        assertEquals("function_development_notes", ((Map<?, ?>) ((List<?>) later.get("fields")).getFirst()).get("name"));
        assertEquals(List.of(), none.get("fields"));
        assertNull(none.get("parts"));
    }

    @Test
    void casesComeFromTheSuperviseesCaseloadOnlyAndOnlyOnce() {
        UUID discussion = discussion(SEEN_CASE);

        assertEquals(discussion, discussion(SEEN_CASE));
        assertEquals(404, cast.as(BEN).post(path(""), "once", UUID.randomUUID().toString(), "do", "add-case:" + CARAS_CASE).status());
    }

    @Test
    void aDoubleTapAddsOneAction() {
        String once = UUID.randomUUID().toString();
        Page first = cast.as(BEN).post(path(""), "once", once, "do", "add-action");
        Page second = cast.as(BEN).post(path(""), "once", once, "do", "add-action");

        assertEquals(303, first.status());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from action where session_id = ?", session));
    }

    @Test
    void aDecisionIsLiveForWhoeverReachesTheCaseAsSoonAsItIsSaved() {
        UUID discussion = discussion(SEEN_CASE);
        String decision = added("add-decision:" + discussion).replace("decision-", "");
        save(BEN, "decision", decision, "what", revision(), "Meet weekly");

        assertEquals("Meet weekly", service.database().asOwner().one(String.class, "select what from decision where id = ?", UUID.fromString(decision)));
        assertEquals(List.of("Meet weekly"), seenBy(DORA, "select what from decision where case_id = '" + SEEN_CASE + "' and id = '" + decision + "'"));
        assertEquals(List.of(), seenBy(DORA, "select know from case_discussion"));
    }

    private static List<String> seenBy(UUID person, String query) {
        return service.asApp(person).column(String.class, "with day as (select set_config('holdfast.today', '2026-11-21', true) as d) select x from (" + query
                + ") q(x), day where day.d <> ''");
    }

    @Test
    void withoutScriptTheWholeFormSavesWhatWasChangedAndNothingElse() {
        Page hers = cast.as(AMINA).get(path(""));
        save(BEN, "function", "development", "notes", 0, "Ben wrote this meanwhile");

        Page sent = cast.as(AMINA).submit(hers, "#record", "do", "save", "function_support_notes", "Line one\r\nLine two", "function_support_discussed", "yes");

        assertEquals(303, sent.status(), sent.text());
        assertEquals("Line one\nLine two", notes("support"));
        assertEquals("Ben wrote this meanwhile", notes("development"));
        assertEquals(true, service.asOwner().one(Boolean.class, "select discussed from function_note where session_id = ? and function = 'support'", session));
    }

    @Test
    void withoutScriptAConflictShowsBothTextsAndAChoiceSettlesIt() {
        Page hers = cast.as(AMINA).get(path(""));
        save(BEN, "function", "support", "notes", 0, "Ben's words");

        Page both = cast.as(AMINA).submit(hers, "#record", "do", "save", "function_support_notes", "Amina's words");
        assertEquals(409, both.status());
        assertEquals(List.of("Ben's words", "Amina's words"), both.texts(".hf-conflict .hf-preserve"));

        String keepBoth = both.one("button[value$=:both]").val();
        Page chosen = cast.as(AMINA).submit(both, "#record", "do", keepBoth);
        assertEquals(303, chosen.status(), chosen.text());
        assertEquals("Ben's words\n\nAmina's words", notes("support"));
        assertEquals(0, cast.as(BEN).get(path("")).document().select(".hf-conflict").size());
    }

    @Test
    void choosingTheOtherTextNeverLosesWhatWasWrittenMeanwhile() {
        save(AMINA, "function", "support", "notes", 0, "One");
        String conflict = json(save(BEN, "function", "support", "notes", 0, "Two")).get("conflict").toString();
        save(AMINA, "function", "support", "notes", 1, "One, and more");

        cast.as(BEN).post(path(""), "once", UUID.randomUUID().toString(), "do", "choose:" + conflict + ":other");

        assertEquals("One, and more", notes("support"));
        assertEquals(List.of("One", "One, and more"), service.asOwner().column(String.class,
                "select standing_text from field_conflict where session_id = ? order by id", session));
    }

    @Test
    void withoutScriptWhatCannotBeReadIsShownAgainAndTheRestIsSaved() {
        Page page = cast.as(AMINA).get(path(""));
        String held = "record_" + session + "_held-on";

        Page back = cast.as(AMINA).submit(page, "#record", "do", "save", held, "some day", "function_support_notes", "Kept");

        assertEquals(422, back.status());
        assertEquals("some day", back.one("[name=" + held + "]").val());
        assertTrue(back.one(".govuk-error-summary__list a").attr("href").endsWith(held));
        assertEquals("Kept", notes("support"));
        Page again = cast.as(AMINA).submit(back, "#record", "do", "save", held, "20 November 2026");
        assertEquals(303, again.status());
    }

    @Test
    void wordsForAPartThatWasTakenOutAreHandedBack() {
        String action = added("add-action").replace("action-", "");
        Page hers = cast.as(AMINA).get(path(""));
        cast.as(BEN).post(path(""), "once", UUID.randomUUID().toString(), "do", "remove:action:" + action);

        Page sent = cast.as(AMINA).submit(hers, "#record", "do", "save", "action_" + action + "_what", "Ring the school");

        assertEquals(422, sent.status());
        assertEquals(List.of("Ring the school"), sent.texts("[aria-labelledby=lost-title] .hf-preserve"));
    }

    @Test
    void theGapIsAskedAboutOnlyWhereTheRuleFired() {
        UUID seen = discussion(SEEN_CASE);
        UUID gap = discussion(GAP_CASE);
        Page page = cast.as(BEN).get(path(""));

        assertEquals(1, page.document().select("#gap-" + gap).size());
        assertEquals(0, page.document().select("#gap-" + seen).size());
        assertTrue(page.one("#gap-" + gap).text().contains("Today is day 40"));
    }

    @Test
    void nothingOfPrivatePreparationStandsOnThePage() {
        String page = cast.as(BEN).get(path("")).document().text().toLowerCase();

        assertFalse(page.contains("private preparation"));
    }

    @Test
    void everyFreeTextSaysWhoSeesItAndWhereOtherThingsMustGo() {
        discussion(GAP_CASE);
        Page page = cast.as(BEN).get(path(""));

        for (var text : page.document().select("#record textarea")) {
            assertEquals(1, page.document().select("[id=" + text.id() + "-who]").size(), text.id());
        }
        assertEquals(page.document().select("#record .hf-text").size(), page.document().select("#record .hf-text .hf-quiet-details").size());
    }

    @Test
    void manySavesAtOnceLoseNothing() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<Page>> saves = IntStream.range(0, 24).<Callable<Page>>mapToObj(i -> () ->
                    save(i % 2 == 0 ? AMINA : BEN, "function", FunctionOfSupervision.values()[i % 4].code, "notes", 0, "Words " + i)).toList();
            List<Future<Page>> done = many.invokeAll(saves);
            for (Future<Page> one : done) {
                assertTrue(one.get().status() == 200 || one.get().status() == 409, one.get().text());
            }
        }
        long standing = service.asOwner().one(Long.class, "select count(*) from function_note where session_id = ? and notes like 'Words %'", session);
        long waiting = service.asOwner().one(Long.class, "select count(*) from field_conflict where session_id = ?", session);
        assertEquals(24, standing + waiting);
    }

    private Page save(UUID person, String part, String partId, String field, int base, String value) {
        return save(person, UUID.randomUUID(), part, partId, field, base, value);
    }

    private Page save(UUID person, UUID key, String part, String partId, String field, int base, String value) {
        return put(person, Map.of("viewer", person.toString(), "part", part, "partId", partId, "field", field, "base", base, "key", key.toString(), "value", value));
    }

    private Page put(UUID person, Map<String, Object> body) {
        try {
            byte[] json = service.bean(ObjectMapper.class).writeValueAsBytes(new LinkedHashMap<>(body));
            return cast.as(person).send("PUT", path("/fields"), "application/json", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(Page page) {
        try {
            return service.bean(ObjectMapper.class).readValue(page.body(), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(page.status() + " " + page.text(), e);
        }
    }

    private UUID discussion(UUID caseId) {
        return UUID.fromString(added("add-case:" + caseId).replace("discussion-", ""));
    }

    /** Presses a button of the form; the anchor it leads to. */
    private String added(String doing) {
        Page page = cast.as(BEN).post(path(""), "once", UUID.randomUUID().toString(), "base", "0", "do", doing);
        assertEquals(303, page.status(), page.text());
        return page.header("Location").split("#")[1];
    }

    private String path(String below) {
        return "/sessions/" + session + "/record" + below;
    }

    private String notes(String function) {
        return service.asOwner().one(String.class, "select notes from function_note where session_id = ? and function = ?", session, function);
    }

    private int revision() {
        return service.asOwner().one(Integer.class, "select revision from session_record where session_id = ?", session);
    }

    private static String one(String sql, Object parameter) {
        return service.asOwner().one(String.class, sql, parameter);
    }
}
