package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.holdfast.house.Authenticator;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saying again that it is oneself before restricted material: ops/decisions/0011. */
class StepUpTest {
    private static final String PASSWORD = "kelp holds to rock";

    @RegisterExtension
    final TestService service = TestService.started().with("holdfast.test.restricted-trial", true);

    private Browser ada;

    @BeforeEach
    void adaIsSignedIn() {
        ada = service.browser();
        ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(),
            "name", "Ada Field", "userName", "ada@example.org", "password", PASSWORD);
        Authenticator.setUp(ada, service.clock());
    }

    @Test
    void whoeverHasJustSignedInOpensRestrictedMaterial() {
        service.clock().advance(Duration.ofMinutes(14));

        assertEquals("restricted, for Ada Field", ada.get("/restricted-trial").text());
    }

    @Test
    void aQuarterOfAnHourAfterSigningInOpeningAsksAndLeadsBack() {
        later(15);

        Page asks = ada.open("/restricted-trial?page=2&x=a-b");
        assertEquals("/confirmation", asks.path());
        assertEquals("Please confirm that it is you", asks.one("h1").text());

        Page done = ada.submit(asks, "form[action='/confirmation']", "password", PASSWORD);
        assertEquals("/restricted-trial?page=2&x=a-b", done.location());
        assertEquals(200, ada.get(done.location()).status());
    }

    @Test
    void confirmingChangesTheTokenAndKeepsTheSession() {
        later(15);
        String before = ada.cookie("holdfast");

        confirm(PASSWORD);

        assertNotEquals(before, ada.cookie("holdfast"));
        assertEquals(303, service.browser().header("Cookie", "holdfast=" + before).get("/people").status());
        assertEquals(1, service.asOwner().column(Long.class, "select count(*) from browser_session where ended_at is null").getFirst());
    }

    @Test
    void aWrongPasswordOpensNothing() {
        later(15);

        Page refused = confirm("not the password");

        assertEquals(422, refused.status());
        assertEquals("#password", refused.one(".govuk-error-summary a").attr("href"));
        assertEquals("", refused.one("#password").val());
        assertTrue(ada.get("/restricted-trial").location().startsWith("/confirmation"));
    }

    @Test
    void guessingHereLocksTheAccountForSigningInToo() {
        for (int i = 0; i < 10; i++) {
            later(15);
            confirm("not the password");
        }

        later(15);
        assertTrue(confirm(PASSWORD).document().text().contains("locked"));
        assertEquals(422, service.browser().post("/sign-in", "userName", "ada@example.org", "password", PASSWORD).status());
    }

    @Test
    void whatWasTypedComesBackWhenSendingIsAskedFirst() {
        later(15);

        Page asked = ada.post("/restricted-trial", "words", "A long week, and I was glad to say so.");

        assertEquals(401, asked.status());
        assertTrue(asked.one("textarea").text().contains("A long week"));
        assertEquals("/confirmation", asked.one("a.govuk-button").attr("href"));
        confirm(PASSWORD);
        assertEquals("kept: A long week, and I was glad to say so.", ada.submit(asked, "form[action='/restricted-trial']").text());
    }

    @Test
    void whoeverGoesOnWritingIsNotInterruptedButOpensNothingMore() {
        for (int i = 0; i < 5; i++) {
            service.clock().advance(Duration.ofMinutes(10));
            assertEquals(200, i == 0 ? ada.get("/restricted-trial").status() : ada.post("/restricted-trial", "words", "on").status());
        }

        assertTrue(ada.get("/restricted-trial").location().startsWith("/confirmation"));
    }

    @Test
    void afterRestrictedMaterialTheSessionEndsAfterFifteenIdleMinutes() {
        ada.get("/restricted-trial");
        service.clock().advance(Duration.ofMinutes(14));
        assertEquals(200, ada.get("/people").status());
        service.clock().advance(Duration.ofMinutes(15));
        assertTrue(ada.get("/people").location().startsWith("/sign-in"));
    }

    @Test
    void aQuarterOfAnHourOfOtherWorkLaterItIsThirtyMinutesAgain() {
        ada.get("/restricted-trial");
        later(10);
        later(10);

        service.clock().advance(Duration.ofMinutes(29));

        assertEquals(200, ada.get("/people").status());
    }

    @Test
    void aPageThatAsksByItselfOpensNothingLonger() {
        ada.header("X-Polling", "true").get("/restricted-trial");

        assertNull(service.asOwner().column(String.class, "select restricted_at::text from browser_session where ended_at is null").getFirst());
    }

    @Test
    void nobodyIsLedElsewhereByConfirming() {
        for (String to : new String[] {"//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "/confirmation"}) {
            assertEquals("/", ada.post("/confirmation", "password", PASSWORD, "to", to).location(), to);
        }
    }

    @Test
    void whoeverIsSignedOutIsAskedToSignInAndNotToConfirm() {
        assertTrue(service.browser().get("/restricted-trial").location().startsWith("/sign-in"));
        assertTrue(service.browser().get("/confirmation").location().startsWith("/sign-in"));
        assertEquals(401, service.browser().post("/confirmation", "password", PASSWORD).status());
        assertFalse(service.browser().post("/confirmation", "password", PASSWORD).text().contains(PASSWORD));
    }

    private void later(int minutes) {
        service.clock().advance(Duration.ofMinutes(minutes));
        ada.get("/people");
    }

    private Page confirm(String password) {
        return ada.post("/confirmation", "password", password);
    }
}
