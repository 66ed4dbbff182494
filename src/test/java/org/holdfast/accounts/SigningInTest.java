package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.holdfast.house.Authenticator;
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
        assertEquals("/account/second-factor/new", done.location());
        Authenticator.setUp(browser, service.clock());
        assertEquals(200, browser.open("/people").status());
        assertEquals(404, service.browser().get(link).status());
        assertEquals(404, accept(service.browser(), link).status());
        assertTrue(service.bean(Invitations.class).forFirstAdministrator().isEmpty());
    }

    @Test
    void aNewFirstLinkEndsTheOneBefore() {
        String before = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();
        service.bean(Invitations.class).forFirstAdministrator().orElseThrow();

        assertEquals(404, service.browser().get(before).status());
    }

    @Test
    void beforeTheSecondFactorIsSetUpNothingElseIsOpen() {
        Browser browser = service.browser();
        accept(browser, service.bean(Invitations.class).forFirstAdministrator().orElseThrow());

        for (String path : List.of("/", "/people", "/account", "/intake", "/centres")) {
            assertEquals("/account/second-factor/new", browser.get(path).location(), path);
        }
        Page kept = browser.post("/centres", "name", "Harbour Centre");
        assertEquals(401, kept.status());
        assertEquals("Harbour Centre", kept.one("textarea").text());
        assertEquals(401, browser.post("/account/password", "current", PASSWORD, "password", "another good one").status());
        assertTrue(browser.get("/browser-session").text().contains("\"viewer\":null"));
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from centre"));
        assertEquals("/sign-in", browser.post("/sign-out").location());
    }

    @Test
    void somebodySignsInWithPasswordAndCodeAndOutAgain() {
        Authenticator app = administrator();
        Browser browser = service.browser();

        Page asked = enterPassword(browser, "ADA@example.org", PASSWORD, "/people");
        assertEquals("/sign-in/code?to=%2Fpeople", asked.location());
        assertNull(browser.cookie("holdfast"));
        assertEquals("/people", enterCode(browser, app.code(), "/people").location());
        assertEquals(200, browser.get("/people").status());
        assertNull(browser.cookie("holdfast-sign-in"));

        String cookie = browser.cookie("holdfast");
        browser.post("/sign-out");
        assertNull(browser.cookie("holdfast"));
        browser.header("Cookie", "holdfast=" + cookie);
        assertTrue(browser.get("/people").location().startsWith("/sign-in"));
    }

    @Test
    void aCodeIsUsedOnce() {
        Authenticator app = administrator();
        assertEquals(303, signIn(service.browser(), app).status());

        Browser second = service.browser();
        enterPassword(second, "ada@example.org", PASSWORD, "/");
        assertEquals(422, enterCode(second, app.code(), "/").status());
        assertEquals(422, enterCode(second, app.code(-1), "/").status());
        assertEquals(303, enterCode(second, app.code(1), "/").status());
    }

    @Test
    void theCookieBetweenPasswordAndCodeOpensNothingAndIsUsedOnce() {
        Authenticator app = administrator();
        Browser browser = service.browser();
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        String begun = browser.cookie("holdfast-sign-in");
        assertTrue(service.browser().header("Cookie", "holdfast=" + begun).get("/people").location().startsWith("/sign-in"));
        assertEquals(303, enterCode(browser, app.code(), "/").status());

        service.clock().advance(Duration.ofMinutes(1));
        Page replayed = enterCode(service.browser().header("Cookie", "holdfast-sign-in=" + begun), app.code(), "/");
        assertEquals("/sign-in?to=%2F&said=too-late", replayed.location());
    }

    @Test
    void theCodeComesWithinFiveMinutes() {
        Authenticator app = administrator();
        Browser browser = service.browser();
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        service.clock().advance(Duration.ofMinutes(5));

        Page late = enterCode(browser, app.code(), "/people");

        assertEquals("/sign-in?to=%2Fpeople&said=too-late", late.location());
        assertTrue(browser.get(late.location()).document().text().contains("within five minutes"));
    }

    @Test
    void forgedAndSwappedCookiesAreNobody() {
        Authenticator app = administrator();
        for (String forged : List.of("", "x", "A".repeat(43), "holdfast", "%00", "a".repeat(2000))) {
            Browser browser = service.browser().header("Cookie", "holdfast=" + forged + "; holdfast-sign-in=" + forged);
            assertTrue(browser.get("/people").location().startsWith("/sign-in"));
            assertEquals("/sign-in?to=%2F&said=too-late", enterCode(browser, app.code(), "/").location());
        }
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        Browser ada = service.browser();
        accept(ada, service.bean(Invitations.class).forFirstAdministrator().orElseThrow());
        Authenticator app = Authenticator.with(ada.get("/account/second-factor/new").one("#secret").text(), service.clock());
        List<String> codes = ada.post("/account/second-factor", "code", app.code()).texts(".hf-codes code");
        assertEquals(10, codes.stream().distinct().count());

        Browser browser = service.browser();
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        assertEquals(303, enterCode(browser, " " + codes.get(3).toUpperCase().replace("-", " "), "/").status());
        assertTrue(browser.get("/account").document().text().contains("9 not used yet"));

        Browser again = service.browser();
        enterPassword(again, "ada@example.org", PASSWORD, "/");
        assertEquals(422, enterCode(again, codes.get(3), "/").status());
        assertEquals(303, enterCode(again, codes.get(4), "/").status());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        administrator();

        Page wrong = enterPassword(service.browser(), "ada@example.org", "not the password", "/");
        Page unknown = enterPassword(service.browser(), "ben@example.org", "not the password", "/");

        assertEquals(422, wrong.status());
        assertEquals(wrong.text().replace("ada@", "ben@"), unknown.text());
        assertEquals(wrong.headers().map().keySet(), unknown.headers().map().keySet());
    }

    @Test
    void anUnknownNameIsHashedToo() {
        administrator();
        enterPassword(service.browser(), "ada@example.org", "warming up", "/");
        long known = fastest("ada@example.org");
        long unknown = fastest("nobody@example.org");

        assertTrue(unknown > known / 3, known + " ns and " + unknown + " ns");
    }

    private long fastest(String name) {
        return IntStream.range(0, 5).mapToLong(i -> {
            service.clock().advance(Duration.ofMinutes(5));
            long start = System.nanoTime();
            enterPassword(service.browser(), name, "not the password", "/");
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }

    @Test
    void afterThreeFailuresEachFurtherTryWaitsLonger() {
        Authenticator app = administrator();
        for (int i = 0; i < 3; i++) {
            assertTrue(refusal("ada@example.org", "not the password").contains("do not belong together"));
        }

        assertTrue(refusal("ada@example.org", PASSWORD).contains("Wait 2 seconds"));
        service.clock().advance(Duration.ofSeconds(2));
        assertTrue(refusal("ada@example.org", "not the password").contains("do not belong together"));
        assertTrue(refusal("ada@example.org", PASSWORD).contains("Wait 4 seconds"));
        service.clock().advance(Duration.ofSeconds(4));
        assertEquals(303, signIn(service.browser(), app).status());
        assertTrue(refusal("ada@example.org", "not the password").contains("do not belong together"));
    }

    @Test
    void tenFailuresLockANameWhetherOrNotAnybodyHasIt() {
        administrator();
        for (String name : List.of("ada@example.org", "nobody@example.org")) {
            failTenTimes(name);
            service.clock().advance(Duration.ofDays(30));
            assertTrue(refusal(name, PASSWORD).contains("locked after 10 tries"), name);
            assertTrue(refusal(name.replace("a", "\u00e0").toUpperCase(), PASSWORD).contains("locked after 10 tries"), name);
        }
    }

    @Test
    void wrongCodesLockTheNameToo() {
        Authenticator app = administrator();
        Browser browser = service.browser();
        for (int i = 0; i < 10; i++) {
            enterPassword(browser, "ada@example.org", PASSWORD, "/");
            assertEquals(422, enterCode(browser, "000000", "/").status());
            service.clock().advance(Duration.ofMinutes(5));
        }

        assertTrue(refusal("ada@example.org", PASSWORD).contains("locked"));
        assertNotNull(app.code());
    }

    @Test
    void fiftyFailuresFromOneAddressWaitAQuarterOfAnHourUnderEveryName() {
        Authenticator app = administrator();
        for (int i = 0; i < 50; i++) {
            refusal("somebody" + i, "not the password");
        }

        assertTrue(refusal("ada@example.org", PASSWORD).contains("from where you are"));
        service.clock().advance(Duration.ofMinutes(16));
        assertEquals(303, signIn(service.browser(), app).status());
    }

    @Test
    void manyTriesAtTheSameMomentAreNoMoreThanCounted() throws Exception {
        administrator();
        Callable<String> guess = () -> refusal("ada@example.org", "not the password");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> answer : threads.invokeAll(java.util.Collections.nCopies(8, guess))) {
                assertTrue(answer.get().contains("do not belong together") || answer.get().contains("Wait 2 seconds"), answer.get());
            }
        }

        assertEquals(3L, service.asOwner().one(Long.class, "select count(*) from sign_in_attempt where outcome = 'failed'"));
    }

    @Test
    void oneCodeSentTwiceAtTheSameMomentSignsInOnce() throws Exception {
        Authenticator app = administrator();
        Browser browser = service.browser();
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        String begun = browser.cookie("holdfast-sign-in");
        Callable<String> send = () -> enterCode(service.browser().header("Cookie", "holdfast-sign-in=" + begun), app.code(), "/").location();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> answer : threads.invokeAll(java.util.Collections.nCopies(4, send))) {
                answers.add(answer.get());
            }
            assertEquals(1, answers.stream().filter("/"::equals).count(), answers.toString());
        }
    }

    @Test
    void whatIsTypedIsNeverKeptWithTheTries() {
        administrator();
        refusal("my secret password typed into the wrong field", "x");

        List<String> kept = service.asOwner().column(String.class, "select sign_in_attempt::text from sign_in_attempt");
        assertTrue(kept.stream().noneMatch(row -> row.contains("secret")));
    }

    @Test
    void aBrowserSessionEndsAfterThirtyIdleMinutesAndAfterTenHours() {
        Authenticator app = administrator();
        Browser idle = service.browser();
        signIn(idle, app);
        service.clock().advance(Duration.ofMinutes(29));
        assertEquals(200, idle.get("/people").status());
        service.clock().advance(Duration.ofMinutes(31));
        assertEquals(303, idle.get("/people").status());

        Browser busy = service.browser();
        signIn(busy, app);
        for (int i = 0; i < 29; i++) {
            service.clock().advance(Duration.ofMinutes(20));
            assertEquals(200, busy.get("/people").status(), "after " + (i + 1) * 20 + " minutes");
        }
        service.clock().advance(Duration.ofMinutes(21));
        assertEquals(303, busy.get("/people").status());
    }

    @Test
    void aPageThatAsksByItselfDoesNotKeepTheSessionAlive() {
        Authenticator app = administrator();
        Browser left = service.browser();
        signIn(left, app);
        left.header("X-Polling", "true");
        service.clock().advance(Duration.ofMinutes(20));
        assertEquals(200, left.get("/people").status());
        service.clock().advance(Duration.ofMinutes(11));
        assertEquals(303, left.get("/people").status());
    }

    @Test
    void signingInChangesTheToken() {
        Authenticator app = administrator();
        Browser browser = service.browser();
        browser.header("Cookie", "holdfast=chosen-by-somebody-else");
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        browser.header("Cookie", null);
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        enterCode(browser, app.code(), "/");
        String first = browser.cookie("holdfast");
        service.clock().advance(Duration.ofMinutes(1));
        signIn(browser, app);

        assertNotEquals("chosen-by-somebody-else", first);
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
    void aCommonPasswordAndANameThatLooksLikeAnotherAreRefused() {
        String link = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();

        assertEquals(422, service.browser().post(link, "name", "Ada", "userName", "ada", "password", "qwerty123456").status());
        assertEquals(422, service.browser().post(link, "name", "Ada", "userName", "\u0430da", "password", PASSWORD).status());
        assertEquals(303, service.browser().post(link, "name", "Ada", "userName", "Ada", "password", PASSWORD).status());
    }

    @Test
    void aPasswordOfAMillionCharactersIsRefusedWithoutBeingHashed() {
        administrator();
        String million = "x".repeat(1_000_000);

        assertEquals(422, enterPassword(service.browser(), "ada@example.org", million, "/").status());
        assertEquals(422, enterPassword(service.browser(), million, million, "/").status());
        assertTrue(enterPassword(service.browser(), million, "x", "/").text().length() < 20_000);
    }

    @Test
    void onlyPagesOfOursAreLedBackTo() {
        Authenticator app = administrator();
        for (String to : List.of("//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "/sign-out", "/a\r\nSet-Cookie: x=1")) {
            Browser browser = service.browser();
            assertEquals("/sign-in/code?to=%2F", enterPassword(browser, "ada@example.org", PASSWORD, to).location());
            assertEquals("/", enterCode(browser, app.code(), to).location());
            service.clock().advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void nobodySignsInAsAPersonOfTheDemonstrationOutsideIt() {
        administrator();
        String ada = service.asOwner().column(String.class, "select id::text from person").getFirst();

        assertEquals(404, service.browser().post("/sign-in/demonstration", "person", ada).status());
    }

    @Test
    void everySignInIsNotedInTheTrailWithoutWhatWasTyped() {
        Authenticator app = administrator();
        refusal("ada@example.org", "not the password");
        refusal("nobody@example.org", "not the password");
        signIn(service.browser(), app);

        assertEquals(
                List.of("account made", "second factor set up", "sign-in refused", "sign-in refused", "signed in authenticator app"),
                service.asOwner().column(String.class, "select trim(what || ' ' || coalesce(why, '')) from act where security and what <> 'role given' order by at, id"));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from act where what = 'sign-in refused' and concerns_id is null"));
    }

    private Authenticator administrator() {
        Browser browser = service.browser();
        accept(browser, service.bean(Invitations.class).forFirstAdministrator().orElseThrow());
        Authenticator app = Authenticator.setUp(browser, service.clock());
        service.clock().advance(Duration.ofMinutes(1));
        return app;
    }

    private void failTenTimes(String name) {
        for (int i = 0; i < 10; i++) {
            assertTrue(refusal(name, "not the password").contains("do not belong together"));
            service.clock().advance(Duration.ofMinutes(5));
        }
    }

    private String refusal(String name, String password) {
        Page refused = enterPassword(service.browser(), name, password, "/");
        assertEquals(422, refused.status());
        return refused.one(".govuk-error-summary").text();
    }

    private static Page accept(Browser browser, String link) {
        return browser.post(link, "name", "Ada Field", "userName", "ada@example.org", "password", PASSWORD);
    }

    private static Page signIn(Browser browser, Authenticator app) {
        enterPassword(browser, "ada@example.org", PASSWORD, "/");
        return enterCode(browser, app.code(), "/");
    }

    private static Page enterPassword(Browser browser, String name, String password, String to) {
        return browser.post("/sign-in", "userName", name, "password", password, "to", to);
    }

    private static Page enterCode(Browser browser, String code, String to) {
        return browser.post("/sign-in/code", "code", code, "to", to);
    }
}
