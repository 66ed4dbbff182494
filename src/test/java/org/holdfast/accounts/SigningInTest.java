package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SigningInTest {
    private static final String PASSWORD = "kelp holds to rock";

    @RegisterExtension
    final TestService service = TestService.started();

    @Test
    void theFirstLinkMakesTheFirstAdministratorOnce() {
        String link = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();
        Browser browser = service.browser();

        Page done = accept(browser, link);

        assertEquals(303, done.status());
        assertEquals(200, browser.open("/people").status());
        assertEquals(404, service.browser().get(link).status());
        assertTrue(service.bean(Invitations.class).forFirstAdministrator().isEmpty());
    }

    @Test
    void aNewFirstLinkEndsTheOneBefore() {
        String before = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();
        service.bean(Invitations.class).forFirstAdministrator().orElseThrow();

        assertEquals(404, service.browser().get(before).status());
    }

    @Test
    void somebodySignsInWithTheirPasswordAndOutAgain() {
        administrator();
        Browser browser = service.browser();

        assertEquals("/people", signIn(browser, "ADA@example.org", PASSWORD, "/people").location());
        assertEquals(200, browser.get("/people").status());

        String cookie = browser.cookie("holdfast");
        browser.post("/sign-out");
        assertNull(browser.cookie("holdfast"));
        browser.header("Cookie", "holdfast=" + cookie);
        assertTrue(browser.get("/people").location().startsWith("/sign-in"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        administrator();

        Page wrong = signIn(service.browser(), "ada@example.org", "not the password", "/");
        Page unknown = signIn(service.browser(), "ben@example.org", "not the password", "/");

        assertEquals(422, wrong.status());
        assertEquals(422, unknown.status());
        assertEquals(wrong.document().select(".govuk-error-summary").text(), unknown.document().select(".govuk-error-summary").text());
    }

    @Test
    void tenFailuresUnderOneNameWaitAQuarterOfAnHour() {
        administrator();
        for (int i = 0; i < 10; i++) {
            signIn(service.browser(), "ada@example.org", "not the password", "/");
        }

        assertEquals(422, signIn(service.browser(), "ada@example.org", PASSWORD, "/").status());
        service.clock().advance(Duration.ofMinutes(16));
        assertEquals(303, signIn(service.browser(), "ada@example.org", PASSWORD, "/").status());
    }

    @Test
    void aBrowserSessionEndsAfterThirtyIdleMinutesAndAfterTenHours() {
        administrator();
        Browser idle = service.browser();
        signIn(idle, "ada@example.org", PASSWORD, "/");
        service.clock().advance(Duration.ofMinutes(29));
        assertEquals(200, idle.get("/people").status());
        service.clock().advance(Duration.ofMinutes(31));
        assertEquals(303, idle.get("/people").status());

        Browser busy = service.browser();
        signIn(busy, "ada@example.org", PASSWORD, "/");
        for (int i = 0; i < 29; i++) {
            service.clock().advance(Duration.ofMinutes(20));
            assertEquals(200, busy.get("/people").status(), "after " + (i + 1) * 20 + " minutes");
        }
        service.clock().advance(Duration.ofMinutes(21));
        assertEquals(303, busy.get("/people").status());
    }

    @Test
    void aPageThatAsksByItselfDoesNotKeepTheSessionAlive() {
        administrator();
        Browser left = service.browser();
        signIn(left, "ada@example.org", PASSWORD, "/");
        left.header("X-Polling", "true");
        service.clock().advance(Duration.ofMinutes(20));
        assertEquals(200, left.get("/people").status());
        service.clock().advance(Duration.ofMinutes(11));
        assertEquals(303, left.get("/people").status());
    }

    @Test
    void signingInChangesTheToken() {
        administrator();
        Browser browser = service.browser();
        signIn(browser, "ada@example.org", PASSWORD, "/");
        String first = browser.cookie("holdfast");
        signIn(browser, "ada@example.org", PASSWORD, "/");

        assertNotEquals(first, browser.cookie("holdfast"));
        assertEquals(303, service.browser().header("Cookie", "holdfast=" + first).get("/people").status());
    }

    @Test
    void aShortPasswordIsRefusedWithTheFormAsTyped() {
        String link = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();

        Page refused = service.browser().post(link, "name", "Ada Field", "userName", "ada@example.org", "password", "short");

        assertEquals(422, refused.status());
        assertEquals("Ada Field", refused.one("#name").val());
        assertEquals("#password", refused.one(".govuk-error-summary a").attr("href"));
        assertEquals("", refused.one("#password").val());
    }

    @Test
    void aPasswordOfAMillionCharactersIsRefusedWithoutBeingHashed() {
        administrator();

        assertEquals(422, signIn(service.browser(), "ada@example.org", "x".repeat(1_000_000), "/").status());
    }

    @Test
    void onlyPagesOfOursAreLedBackTo() {
        administrator();

        assertEquals("/", signIn(service.browser(), "ada@example.org", PASSWORD, "//elsewhere.example").location());
        assertEquals("/", signIn(service.browser(), "ada@example.org", PASSWORD, "https://elsewhere.example/").location());
        assertEquals("/", signIn(service.browser(), "ada@example.org", PASSWORD, "/\\elsewhere.example").location());
    }

    @Test
    void nobodySignsInAsAPersonOfTheDemonstrationOutsideIt() {
        administrator();
        String ada = service.asOwner().column(String.class, "select id::text from person").getFirst();

        assertEquals(404, service.browser().post("/sign-in/demonstration", "person", ada).status());
    }

    private void administrator() {
        accept(service.browser(), service.bean(Invitations.class).forFirstAdministrator().orElseThrow());
    }

    private static Page accept(Browser browser, String link) {
        return browser.post(link, "name", "Ada Field", "userName", "ada@example.org", "password", PASSWORD);
    }

    private static Page signIn(Browser browser, String name, String password, String to) {
        return browser.post("/sign-in", "userName", name, "password", password, "to", to);
    }
}
