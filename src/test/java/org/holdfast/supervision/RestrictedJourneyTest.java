package org.holdfast.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.SEEN_CASE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.TestService;
import org.holdfast.journeys.Chromium;
import org.holdfast.journeys.Tab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people write the restricted part, each in a browser of their own; one prepares alone and finds it again. */
class RestrictedJourneyTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static RecordCast cast;

    private UUID session;

    @BeforeAll
    static void theCast() {
        cast = new RecordCast(service);
    }

    @BeforeEach
    void aRecordIsBeingWritten() {
        session = cast.session();
        cast.as(BEN).post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", "add-case:" + SEEN_CASE);
    }

    @Test
    void theRecordLeadsToItAndWhatOneTypesTheOtherSees() {
        try (Tab ben = as(BEN, 1280, "/record"); Tab amina = as(AMINA, 1280, "/restricted-part")) {
            ben.page().locator("#restricted a").click();
            String wellbeing = "[name=restricted_" + session + "_wellbeing]";
            ben.page().locator(wellbeing).fill("A heavy month.");
            ben.page().locator(wellbeing).blur();
            assertThat(ben.page().locator("#saved-state")).hasText("Saved at 10:30");
            assertThat(amina.page().locator(wellbeing)).hasValue("A heavy month.");

            amina.page().locator(wellbeing).focus();
            ben.page().locator(wellbeing).fill("A heavy month, and a good team.");
            ben.page().locator(wellbeing).blur();
            assertThat(amina.page().locator("[data-field=restricted_" + session + "_wellbeing] .hf-field__note")).containsText("Ben Okafor is writing here too");
            amina.page().locator(wellbeing).fill("A heavy month, and it is getting lighter.");
            amina.page().locator(wellbeing).blur();
            assertThat(amina.page().locator(".hf-conflict")).containsText("a good team");
            amina.accessible().picture("restricted-conflict");
            amina.page().locator(".hf-conflict button", new Page.LocatorOptions().setHasText("Keep both")).click();
            assertThat(amina.page().locator(".hf-conflict")).hasCount(0);
            amina.page().keyboard().press("Alt+Shift+A");
            assertThat(amina.page().locator("h1")).containsText("Restricted part");
        }
    }

    @Test
    void thePagesAreAccessibleAtDeskAndOnAPhone() {
        cast.as(AMINA).post("/sessions/" + session + "/private-preparation", "words", "I have not told anybody that the Lantern case frightens me.", "base", "0");
        for (int width : new int[] {1280, 360}) {
            try (Tab amina = as(AMINA, width, "/restricted-part")) {
                amina.accessible().picture("restricted-" + width);
                amina.at("/sessions/" + session + "/private-preparation").accessible().picture("private-preparation-" + width);
                amina.at("/sessions/" + session).accessible().picture("session-sealed-" + width);
                amina.at("/own-words").page().locator("#words").fill("lantern");
                amina.page().locator("main button[type=submit]").click();
                assertThat(amina.page().locator("mark")).hasText("Lantern");
                amina.accessible().picture("own-words-" + width);
            }
            try (Tab ben = as(BEN, width, "/record")) {
                ben.accessible().picture("record-restricted-" + width);
            }
        }
        cast.step(session, 4, "shared", 1, BEN);
        service.asOwner().run("insert into record_version (id, session_id, number, cause, content, made_by, made_at) values (gen_random_uuid(), ?, 1, 'shared', '{}', ?, now())", session, BEN);
        try (Tab amina = as(AMINA, 1280, "/restricted-part")) {
            amina.accessible().picture("restricted-shared");
        }
    }

    private Tab as(UUID person, int width, String below) {
        Tab tab = Chromium.tab(service.address().toString()).width(width).open();
        tab.page().context().addCookies(List.of(new Cookie("holdfast", cast.token(person)).setUrl(service.address().toString())));
        return tab.at("/sessions/" + session + below);
    }
}
