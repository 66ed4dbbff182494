package org.holdfast.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.GAP_CASE;
import static org.holdfast.supervision.RecordCast.SEEN_CASE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.house.TestService;
import org.holdfast.journeys.Chromium;
import org.holdfast.journeys.Tab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people write one record, each in a browser of their own. */
class RecordJourneyTest {
    private static final String SUPPORT = "[name=function_support_notes]";

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
    void whatIsTypedIsSavedByItselfAndThePageSaysWhen() {
        try (Tab ben = as(BEN, 1280)) {
            ben.page().locator(SUPPORT).fill("She carries a lot.");

            assertThat(ben.page().locator("#saved-state")).hasText("Saved at 10:30");
            eventually("She carries a lot.");
        }
    }

    @Test
    void aLostConnectionIsSaidAndNothingIsLost() {
        try (Tab ben = as(BEN, 1280)) {
            ben.page().context().setOffline(true);
            ben.page().locator(SUPPORT).fill("Typed on a train.");
            ben.page().locator(SUPPORT).blur();
            assertThat(ben.page().locator("#problem-state")).containsText("Not saved yet: no connection. Keep this page open");

            ben.page().context().setOffline(false);
            assertThat(ben.page().locator("#saved-state")).hasText("Saved at 10:30");
            assertThat(ben.page().locator("#problem-state")).hasText("");
            eventually("Typed on a train.");
        }
    }

    @Test
    void eachSeesWhatTheOtherWroteAndOneFieldByBothKeepsBothTexts() {
        try (Tab ben = as(BEN, 1280); Tab amina = as(AMINA, 1280)) {
            ben.page().locator("[name=function_development_notes]").fill("Ben's thought");
            ben.page().locator("[name=function_development_notes]").blur();
            assertThat(amina.page().locator("[name=function_development_notes]")).hasValue("Ben's thought");

            amina.page().locator(SUPPORT).focus();
            ben.page().locator(SUPPORT).fill("Ben's words");
            ben.page().locator(SUPPORT).blur();
            assertThat(amina.page().locator("[data-field=function_support_notes] .hf-field__note")).containsText("Ben Okafor is writing here too");
            amina.page().locator(SUPPORT).fill("Amina's words");
            amina.page().locator(SUPPORT).blur();
            assertThat(amina.page().locator(".hf-conflict")).containsText("Amina's words");
        }
        assertEquals("Ben's words", notes());
        assertEquals("Amina's words", service.asOwner().one(String.class, "select other_text from field_conflict where session_id = ?", session));
    }

    @Test
    void aConflictIsShownSideBySideAndSettledOnThePage() {
        try (Tab amina = as(AMINA, 1280)) {
            amina.page().locator(SUPPORT).focus();
            try (Tab ben = as(BEN, 1280)) {
                ben.page().locator(SUPPORT).fill("Ben's words");
                ben.page().locator(SUPPORT).blur();
                assertThat(ben.page().locator("#saved-state")).hasText("Saved at 10:30");
            }
            amina.page().locator(SUPPORT).fill("Amina's words");
            amina.page().locator(SUPPORT).blur();
            assertThat(amina.page().locator(".hf-conflict")).containsText("Ben's words");
            assertThat(amina.page().locator(".hf-conflict")).containsText("Amina's words");
            amina.accessible().picture("record-conflict");

            amina.page().locator(".hf-conflict button", new Page.LocatorOptions().setHasText("Keep both")).click();
            assertThat(amina.page().locator(".hf-conflict")).hasCount(0);
            assertThat(amina.page().locator(SUPPORT)).hasValue("Ben's words\n\nAmina's words");
        }
    }

    @Test
    void casesDecisionsAndActionsAreAddedWithoutLosingWhatIsBeingTyped() {
        try (Tab ben = as(BEN, 1280)) {
            Page page = ben.page();
            page.locator(SUPPORT).fill("In the middle of a sentence");
            page.locator("#case").selectOption(SEEN_CASE.toString());
            page.locator("button[value=add-case]").click();
            assertThat(page.locator(".hf-discussion")).hasCount(1);
            page.locator("button[value^=add-decision]").click();
            assertThat(page.locator("[id^=decision-][data-part] textarea").first()).isFocused();
            page.keyboard().press("Alt+Shift+A");
            assertThat(page.locator("fieldset[id^=action-] textarea")).isFocused();

            assertThat(page.locator(SUPPORT)).hasValue("In the middle of a sentence");
            eventually("In the middle of a sentence");
        }
    }

    @Test
    void whenTheRecordIsSharedThePageSaysSoAndKeepsWhatWasTyped() {
        try (Tab amina = as(AMINA, 1280)) {
            amina.page().locator(SUPPORT).fill("First");
            amina.page().locator(SUPPORT).blur();
            assertThat(amina.page().locator("#saved-state")).hasText("Saved at 10:30");
            cast.step(session, 4, "shared", 1, BEN);
            amina.page().locator(SUPPORT).fill("Too late");
            amina.page().locator(SUPPORT).blur();

            assertThat(amina.page().locator("#problem-state")).containsText("This record has been shared");
            assertThat(amina.page().locator(SUPPORT)).hasValue("Too late");
            amina.page().onDialog(com.microsoft.playwright.Dialog::accept);
        }
    }

    @Test
    void thePageIsAccessibleAtDeskAndOnAPhone() {
        fullRecord();
        for (int width : new int[] {1280, 360}) {
            try (Tab ben = as(BEN, width)) {
                ben.accessible().picture("record-" + width);
                ben.page().evaluate("document.querySelectorAll('details.hf-discussion').forEach(d => d.open = true)");
                ben.accessible().picture("record-open-" + width);
            }
        }
        cast.step(session, 4, "shared", 1, BEN);
        try (Tab amina = as(AMINA, 1280)) {
            amina.accessible().picture("record-shared");
        }
    }

    @Test
    void withoutScriptEverythingIsOneFormThatSaves() {
        fullRecord();
        try (Tab ben = opened(Chromium.tab(service.address().toString()).withoutScript().open(), BEN)) {
            ben.page().locator(SUPPORT).fill("No script here");
            ben.page().locator("button[value=save]").click();
            assertThat(ben.page().locator(".hf-said")).hasText(Pattern.compile("Everything is saved"));
            ben.picture("record-without-script");
        }
        eventually("No script here");
    }

    private void fullRecord() {
        var ben = cast.as(BEN);
        service.asOwner().run("insert into agenda_item (id, session_id, section, position, case_id, added_at) values (?, ?, 'cases', 1, ?, now()), (?, ?, 'cases', 2, ?, now())",
                UUID.randomUUID(), session, GAP_CASE, UUID.randomUUID(), session, RecordCast.OTHER_CASE);
        service.asOwner().run("insert into agenda_item (id, session_id, section, position, words, added_at) values (?, ?, 'mediation', 5000, 'The duty rota falls on two people', now())",
                UUID.randomUUID(), session);
        for (String doing : List.of("add-case:" + GAP_CASE, "add-case:" + SEEN_CASE, "add-action")) {
            ben.post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", doing);
        }
        UUID discussion = service.asOwner().one(UUID.class, "select id from case_discussion where session_id = ? and case_id = ?", session, GAP_CASE);
        ben.post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", "add-decision:" + discussion);
        service.asOwner().run("update case_discussion set reason = 'Not seen for 40 days', know = 'Five nights out in October.', practitioner_short_term = 'high' where id = ?", discussion);
    }

    private Tab as(UUID person, int width) {
        return opened(Chromium.tab(service.address().toString()).width(width).open(), person);
    }

    private Tab opened(Tab tab, UUID person) {
        tab.page().context().addCookies(List.of(new Cookie("holdfast", cast.token(person)).setUrl(service.address().toString())));
        return tab.at("/sessions/" + session + "/record");
    }

    private void eventually(String words) {
        assertEquals(words, notes());
    }

    private String notes() {
        return service.asOwner().one(String.class, "select notes from function_note where session_id = ? and function = 'support'", session);
    }
}
