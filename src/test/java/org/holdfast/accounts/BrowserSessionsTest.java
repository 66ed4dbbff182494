package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.Authenticator;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a browser session lives, where somebody is signed in, and covering the screen. */
class BrowserSessionsTest {
    private static final String PASSWORD = "kelp holds to rock";
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    @RegisterExtension
    final TestService service = TestService.started();

    private Browser ada;
    private Authenticator app;

    @BeforeEach
    void adaIsSignedIn() {
        ada = service.browser().header("User-Agent", FIREFOX);
        ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(),
            "name", "Ada Field", "userName", "ada@example.org", "password", PASSWORD);
        app = Authenticator.setUp(ada, service.clock());
    }

    @Test
    void onlyTheHashOfTheTokenIsKept() {
        String cookie = ada.cookie("holdfast");

        assertEquals(43, cookie.length());
        assertEquals(0L, service.asOwner().column(Long.class,
            "select count(*) from browser_session where encode(token_hash, 'escape') like '%' || ? || '%'", cookie).getFirst());
        assertEquals(32, service.asOwner().column(Integer.class, "select length(token_hash) from browser_session").getFirst());
    }

    @Test
    void inASupervisionSessionOneMayLeaveTheKeyboardForAnHourUntilItsPlannedEndAndHalfAnHour() {
        inSessionFor(Duration.ofMinutes(70));
        service.clock().advance(Duration.ofMinutes(59));
        assertEquals(200, ada.get("/people").status());

        // its planned end and half an hour are 41 minutes away now
        service.clock().advance(Duration.ofMinutes(40));
        assertEquals(200, ada.get("/people").status());
        service.clock().advance(Duration.ofMinutes(31));
        assertTrue(ada.get("/people").location().startsWith("/sign-in"));
    }

    @Test
    void aSupervisionSessionThatIsOverGivesNoLongerTime() {
        inSessionFor(Duration.ofMinutes(-31));
        service.clock().advance(Duration.ofMinutes(31));

        assertTrue(ada.get("/people").location().startsWith("/sign-in"));
    }

    @Test
    void anHourIsTheMostAlsoInALongSupervisionSession() {
        inSessionFor(Duration.ofHours(5));
        service.clock().advance(Duration.ofMinutes(61));

        assertTrue(ada.get("/people").location().startsWith("/sign-in"));
    }

    /** As {@code supervision.RecordController} does it. */
    private void inSessionFor(Duration length) {
        service.asOwner().run("update browser_session set in_session_until = ?", service.clock().instant().plus(length).plus(Duration.ofMinutes(30)));
    }

    @Test
    void whoeverHasLeftIsSignedOutAtOnce() {
        service.asOwner().run("update person set started_on = '2026-01-01', left_on = ?", LocalDate.of(2026, 11, 20));

        assertTrue(ada.get("/people").location().startsWith("/sign-in"));
        assertEquals(401, ada.post("/account/sign-out-everywhere").status());
    }

    @Test
    void whoseAccountIsClosedIsSignedOutAtOnce() {
        service.asOwner().run("update account set closed_at = ?", service.clock().instant());

        assertTrue(ada.get("/people").location().startsWith("/sign-in"));
    }

    @Test
    void theAccountPageListsWhereOneIsSignedIn() {
        signedInOnAPhone();

        Page account = ada.get("/account");

        assertEquals(List.of("Safari on an iPhone", "Firefox on Windows This one"), account.texts(".hf-place__name"));
        assertEquals(List.of("Signed in today at 10:35, last used today at 10:35", "Signed in today at 10:30, last used today at 10:35"),
            account.texts(".hf-place .hf-second"));
    }

    @Test
    void oneBrowserIsSignedOutFromAnother() {
        Browser phone = signedInOnAPhone();

        Page done = ada.submit(ada.get("/account"), ".hf-place:first-child form");

        assertEquals("That browser is signed out.", ada.open(done.location()).one(".hf-said").text());
        assertTrue(phone.get("/account").location().startsWith("/sign-in"));
        assertEquals(200, ada.get("/account").status());
    }

    @Test
    void signingOutEverywhereEndsThisOneToo() {
        Browser phone = signedInOnAPhone();

        assertEquals("/sign-in", ada.post("/account/sign-out-everywhere").location());

        assertNull(ada.cookie("holdfast"));
        assertEquals(List.of("signed out everywhere"), service.asOwner().column(String.class, "select what from act where security and what like 'signed out%'"));
        assertTrue(phone.get("/account").location().startsWith("/sign-in"));
        assertEquals(0L, service.asOwner().column(Long.class, "select count(*) from browser_session where ended_at is null").getFirst());
    }

    @Test
    void nobodySeesOrEndsTheBrowserSessionOfSomebodyElse() {
        Browser ben = ben();
        UUID adas = service.asOwner().column(UUID.class,
            "select s.id from browser_session s join account a using (person_id) where a.user_name = 'ada@example.org' and s.ended_at is null").getFirst();

        assertEquals(404, ben.post("/account/browser-sessions/" + adas + "/ending").status());
        assertEquals(404, ben.post("/account/browser-sessions/" + UUID.randomUUID() + "/ending").status());
        assertEquals(List.of("A browser This one"), ben.get("/account").texts(".hf-place__name"));
        assertEquals(200, ada.get("/account").status());
    }

    @Test
    void aCoveredScreenShowsNothingUntilItsPersonConfirms() {
        Page covered = ada.header("Referer", "http://localhost/people?said=x").post("/cover");
        assertEquals("/confirmation?to=%2Fpeople%3Fsaid%3Dx", covered.location());

        assertTrue(ada.get("/people").location().startsWith("/confirmation"));
        assertEquals(401, ada.post("/people", "name", "Somebody").status());
        Page asks = ada.open("/people");
        assertEquals("The screen is covered", asks.one("h1").text());
        assertFalse(asks.text().contains("/people/new"));
        assertEquals(422, ada.post("/confirmation", "password", "not the password").status());
        assertTrue(ada.get("/people").location().startsWith("/confirmation"));

        assertEquals("/people", ada.submit(asks, "form[action='/confirmation']", "password", PASSWORD).location());
        assertEquals(200, ada.get("/people").status());
    }

    @Test
    void coveringTwiceOrSignedOutDoesNoHarm() {
        ada.post("/cover");

        assertEquals(303, ada.post("/cover").status());
        assertEquals("/confirmation?to=%2F", ada.header("Referer", "no address at all").post("/cover").location());
        assertEquals(303, service.browser().post("/cover").status());
        assertEquals("/sign-in", ada.post("/sign-out").location());
    }

    @Test
    void anOpenPageLearnsHowItStandsWithoutKeepingTheSessionAlive() {
        service.clock().advance(Duration.ofMinutes(28));
        ada.header("X-Polling", "true");

        Page standing = ada.get("/browser-session");
        assertTrue(standing.text().contains("\"seconds\":120,\"until\":\"11:00\",\"forGood\":false,\"covered\":false"), standing.text());
        service.clock().advance(Duration.ofMinutes(2));
        assertTrue(ada.get("/browser-session").text().contains("\"viewer\":null"));
    }

    @Test
    void askingWithoutPollingKeepsItAlive() {
        service.clock().advance(Duration.ofMinutes(28));

        assertTrue(ada.get("/browser-session").text().contains("\"seconds\":1800"));
    }

    @Test
    void everyPageSaysWhenItsSessionEnds() {
        Page people = ada.get("/people");

        assertEquals("1800", people.one("body").attr("data-ends-in"));
        assertTrue(people.one("footer").text().contains("You are signed out at 11:00 unless you open or save something before."));
    }

    @Test
    void whatWasTypedBeforeTheSessionEndedIsSentByItsOwnPersonOnly() {
        UUID centre = UUID.randomUUID();
        service.asOwner().run("insert into centre (id, name) values (?, 'Harbour')", centre);
        service.clock().advance(Duration.ofMinutes(31));
        Page ended = ada.post("/people", "name", "Dan Price", "centre", centre.toString());
        assertEquals(401, ended.status());
        assertEquals("Dan Price", ended.one("textarea").text());

        Browser ben = ben();
        Page refused = ben.submit(ended, "form");
        assertEquals(409, refused.status());
        assertEquals("Somebody else is signed in now", refused.one("h1").text());
        assertEquals("Dan Price", refused.one("textarea").text());
        assertEquals(0L, service.asOwner().column(Long.class, "select count(*) from person where name = 'Dan Price'").getFirst());

        signIn(ada);
        assertEquals(ada.submit(ended, "form").status(), ada.submit(refused, "form").status());
        assertTrue(ada.submit(refused, "form").status() != 409);
    }

    @Test
    void aTokenFromElsewhereOpensNothing() {
        String forged = new Secret("A".repeat(43)).text();
        for (String token : List.of(forged, "", "\"", "holdfast", "x".repeat(4000))) {
            assertTrue(service.browser().header("Cookie", "holdfast=" + token).get("/people").location().startsWith("/sign-in"), token);
        }
    }

    @Test
    void nobodyIsMadeToUseATokenOfSomebodyElsesChoice() {
        Browser fixed = service.browser().header("Cookie", "holdfast=chosen-by-somebody-else");
        service.clock().advance(Duration.ofMinutes(1));
        fixed.post("/sign-in", "userName", "ada@example.org", "password", PASSWORD);
        Page signedIn = fixed.header("Cookie", null).post("/sign-in/code", "code", app.code());

        assertEquals("/", signedIn.location());
        assertFalse(fixed.cookie("holdfast").contains("chosen"));
        assertTrue(service.browser().header("Cookie", "holdfast=chosen-by-somebody-else").get("/people").location().startsWith("/sign-in"));
    }

    private Browser signedInOnAPhone() {
        service.clock().advance(Duration.ofMinutes(5));
        Browser phone = service.browser().header("User-Agent", SAFARI);
        signIn(phone);
        return phone;
    }

    private void signIn(Browser browser) {
        browser.post("/sign-in", "userName", "ada@example.org", "password", PASSWORD);
        assertEquals("/", browser.post("/sign-in/code", "code", app.code()).location());
    }

    /** Another administrator, who comes by an invitation. */
    private Browser ben() {
        UUID ben = UUID.randomUUID();
        Secret link = Secret.fresh();
        Instant now = service.clock().instant();
        service.asOwner().run("insert into person (id, name) values (?, 'Ben Okafor')", ben);
        service.asOwner().run("insert into role_held (id, person_id, role, starts_on, confirmed_by, confirmed_at) values (?, ?, 'administrator', '2026-01-01', ?, ?)",
            UUID.randomUUID(), ben, ben, now);
        service.asOwner().run("insert into link (id, token_hash, purpose, person_id, made_at, expires_at) values (?, ?, 'invitation', ?, ?, ?)",
            UUID.randomUUID(), link.hash(), ben, now, now.plus(Duration.ofDays(1)));
        Browser browser = service.browser().header("User-Agent", "");
        assertEquals(303, browser.post("/invitations/" + link.text(), "userName", "ben@example.org", "password", PASSWORD).status());
        Authenticator.setUp(browser, service.clock());
        return browser;
    }
}
