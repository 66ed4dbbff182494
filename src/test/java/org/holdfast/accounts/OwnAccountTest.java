package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.Authenticator;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One's own account, and what an administrator may do to somebody else's. */
class OwnAccountTest {
    private static final String PASSWORD = "kelp holds to rock";
    private static final String OTHER = "rock holds the kelp";

    @RegisterExtension
    final TestService service = TestService.started();

    private Browser ada;
    private Authenticator adas;
    private UUID ben;

    @BeforeEach
    void adaAdministersAndBenIsThere() {
        ada = service.browser();
        ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(), "name", "Ada Field", "userName", "ada", "password", PASSWORD);
        adas = Authenticator.setUp(ada, service.clock());
        ben = UUID.randomUUID();
        service.asOwner().run("insert into person (id, name, started_on) values (?, 'Ben Okafor', '2026-01-01')", ben);
        service.clock().advance(Duration.ofMinutes(1));
    }

    @Test
    void theAccountPageAsksForThePasswordBeforeAnythingChanges() {
        for (String path : List.of("/account/password", "/account/second-factor/new", "/account/recovery-codes")) {
            for (String current : new String[] {null, "", "not the password", "x".repeat(1_000_000)}) {
                Page refused = ada.post(path, "current", current, "password", OTHER);
                assertEquals(422, refused.status(), path);
                assertTrue(refused.one(".govuk-error-summary a").attr("href").startsWith("#current"));
                assertFalse(refused.text().contains(OTHER));
                service.clock().advance(Duration.ofMinutes(3));
            }
        }
        assertEquals(200, ada.get("/account").status());
    }

    @Test
    void guessingThePasswordOnAnOpenPageLocksTheAccount() {
        for (int i = 0; i < 10; i++) {
            ada.post("/account/recovery-codes", "current", "not the password");
            service.clock().advance(Duration.ofMinutes(5));
            ada.get("/account");
        }

        assertTrue(ada.post("/account/recovery-codes", "current", PASSWORD).document().text().contains("locked"));
        assertEquals(422, password(service.browser(), PASSWORD).status());
    }

    @Test
    void aChangedPasswordSignsOutEverywhereElse() {
        Browser elsewhere = service.browser();
        password(elsewhere, PASSWORD);
        elsewhere.post("/sign-in/code", "code", adas.code());
        String before = ada.cookie("holdfast");

        assertEquals(422, ada.post("/account/password", "current", PASSWORD, "password", "too short").status());
        assertEquals(303, ada.post("/account/password", "current", PASSWORD, "password", OTHER).status());

        assertEquals(200, ada.get("/account").status());
        assertNotEquals(before, ada.cookie("holdfast"));
        assertEquals(303, elsewhere.get("/account").status());
        assertEquals(422, password(service.browser(), PASSWORD).status());
        assertEquals(303, password(service.browser(), OTHER).status());
    }

    @Test
    void anotherAppCountsOnceItsCodeHasShownThatItWorks() {
        assertEquals("/account", ada.get("/account/second-factor/new").location());
        assertEquals("/account/second-factor/new", ada.post("/account/second-factor/new", "current", PASSWORD).location());
        Authenticator other = Authenticator.with(ada.get("/account/second-factor/new").one("#secret").text(), service.clock());

        assertEquals(422, ada.post("/account/second-factor", "code", adas.code()).status());
        assertEquals(303, signIn(adas).status());
        assertEquals(200, ada.post("/account/second-factor", "code", other.code()).status());
        service.clock().advance(Duration.ofMinutes(1));
        assertEquals(422, signIn(adas).status());
        assertEquals(303, signIn(other).status());
        assertEquals(303, ada.post("/account/second-factor", "code", other.code()).status());
    }

    @Test
    void whatWasOfferedHalfAnHourAgoIsOfferedNoMore() {
        ada.post("/account/second-factor/new", "current", PASSWORD);
        Authenticator other = Authenticator.with(ada.get("/account/second-factor/new").one("#secret").text(), service.clock());
        service.clock().advance(Duration.ofMinutes(15));
        ada.get("/account");
        service.clock().advance(Duration.ofMinutes(15));

        assertEquals("/account/second-factor/new", ada.post("/account/second-factor", "code", other.code()).location());
        assertEquals("/account", ada.get("/account/second-factor/new").location());
    }

    @Test
    void newRecoveryCodesEndTheOnesBefore() {
        List<String> first = ada.post("/account/recovery-codes", "current", PASSWORD).texts(".hf-codes code");
        List<String> second = ada.post("/account/recovery-codes", "current", PASSWORD).texts(".hf-codes code");

        Browser browser = service.browser();
        password(browser, PASSWORD);
        assertEquals(422, browser.post("/sign-in/code", "code", first.getFirst()).status());
        assertEquals(303, browser.post("/sign-in/code", "code", second.getFirst()).status());
    }

    @Test
    void neitherTheSecretNorACodeStandsReadableInTheDatabase() {
        ada.post("/account/second-factor/new", "current", PASSWORD);
        String secret = ada.get("/account/second-factor/new").one("#secret").text().replace(" ", "");
        List<String> codes = ada.post("/account/recovery-codes", "current", PASSWORD).texts(".hf-codes code");

        String raw = HexFormat.of().formatHex(Authenticator.with(secret, service.clock()).secret());
        List<String> kept = service.asOwner().column(String.class, "select encode(secret, 'hex') || encode(wrapped_key, 'hex') from second_factor");
        assertEquals(2, kept.size());
        assertTrue(kept.stream().noneMatch(sealed -> sealed.contains(raw)));
        assertTrue(service.asOwner().column(String.class, "select code_hash from recovery_code").stream().allMatch(hash -> hash.startsWith("$argon2id$")));
        assertEquals(10, codes.size());
    }

    @Test
    void anotherPersonsSecondFactorOpensNothing() {
        Browser bens = invited("ben");
        Authenticator.setUp(bens, service.clock());
        service.clock().advance(Duration.ofMinutes(1));

        Browser browser = service.browser();
        browser.post("/sign-in", "userName", "ben", "password", PASSWORD);
        assertEquals(422, browser.post("/sign-in/code", "code", adas.code()).status());
        UUID adaId = service.asOwner().one(UUID.class, "select person_id from account where user_name = 'ada'");
        service.asOwner().run("""
            update second_factor b set secret = a.secret, wrapped_key = a.wrapped_key from second_factor a
            where a.person_id = ? and b.person_id = ?""", adaId, ben);
        assertEquals(500, browser.post("/sign-in/code", "code", adas.code()).status());
    }

    @Test
    void anAdministratorTakesAnAppAwayAndItsOwnerSetsUpAnother() {
        Browser bens = invited("ben");
        Authenticator before = Authenticator.setUp(bens, service.clock());

        assertEquals(303, ada.post("/people/" + ben + "/account/second-factor/end").status());

        assertEquals(303, bens.get("/account").status());
        assertEquals("/account/second-factor/new", bens.post("/sign-in", "userName", "ben", "password", PASSWORD).location());
        Authenticator after = Authenticator.setUp(bens, service.clock());
        assertNotEquals(before.code(), after.code());
        assertTrue(service.asOwner().column(String.class, "select what from act where concerns_id = ?", ben).contains("second factor taken away"));
        assertEquals(404, ada.post("/people/" + UUID.randomUUID() + "/account/second-factor/end").status());
    }

    @Test
    void anAdministratorUnlocksAnAccountByHandOrByALinkToANewPassword() {
        Browser bens = invited("ben");
        Authenticator.setUp(bens, service.clock());
        lock("ben");
        assertTrue(ada.get("/people/" + ben).document().text().contains("Locked after too many tries"));

        assertEquals(303, ada.post("/people/" + ben + "/account/unlock").status());
        service.clock().advance(Duration.ofSeconds(1));
        assertEquals(303, bens.post("/sign-in", "userName", "ben", "password", PASSWORD).status());

        lock("ben");
        String link = ada.post("/people/" + ben + "/invitation").one("#invitation").val();
        link = link.substring(link.indexOf("/password-resets/"));
        assertEquals(404, service.browser().get(link.replace("password-resets", "invitations")).status());
        assertEquals(422, bens.post(link, "password", "qwerty123456").status());
        assertEquals("/sign-in?said=new-password", bens.post(link, "password", OTHER).location());
        assertEquals("/sign-in/code?to=%2F", bens.post("/sign-in", "userName", "ben", "password", OTHER).location());
        assertEquals(404, bens.get(link).status());
        assertEquals(404, bens.post(link, "password", "yet another one").status());
    }

    @Test
    void nobodyButAnAdministratorTouchesAnAccount() {
        Browser bens = invited("ben");
        Authenticator.setUp(bens, service.clock());
        UUID adaId = service.asOwner().one(UUID.class, "select person_id from account where user_name = 'ada'");

        for (String act : List.of("/account/unlock", "/account/second-factor/end", "/invitation")) {
            assertEquals(404, bens.post("/people/" + adaId + act).status(), act);
            assertTrue(service.browser().post("/people/" + adaId + act).status() == 401, act);
        }
        assertEquals("42501", service.asApp(ben).refusal("select take_away_second_factor(?, now())", adaId));
        assertEquals(List.of(), service.asApp(ben).rows("select * from account_of(?)", adaId));
        assertEquals("42501", service.asApp(ben).refusal("select * from second_factor"));
        assertEquals("42501", service.asApp(ben).refusal("select * from recovery_code"));
        assertEquals("42501", service.asApp(ben).refusal("select * from begun_sign_in"));
    }

    @Test
    void whoeverHasLeftDoesNotSignInNorUseALink() {
        Browser bens = invited("ben");
        Authenticator.setUp(bens, service.clock());
        String link = ada.post("/people/" + ben + "/invitation").one("#invitation").val();
        link = link.substring(link.indexOf("/password-resets/"));
        service.asOwner().run("update person set left_on = '2026-11-20' where id = ?", ben);

        assertEquals(303, bens.get("/account").status());
        assertEquals(422, service.browser().post("/sign-in", "userName", "ben", "password", PASSWORD).status());
        assertEquals(404, service.browser().get(link).status());
    }

    private void lock(String name) {
        for (int i = 0; i < 10; i++) {
            service.browser().post("/sign-in", "userName", name, "password", "not the password");
            service.clock().advance(Duration.ofMinutes(5));
            ada.get("/account");
        }
        assertTrue(service.browser().post("/sign-in", "userName", name, "password", PASSWORD).document().text().contains("locked"));
    }

    private Browser invited(String userName) {
        String shown = ada.post("/people/" + ben + "/invitation").one("#invitation").val();
        Browser browser = service.browser();
        browser.post(shown.substring(shown.indexOf("/invitations/")), "userName", userName, "password", PASSWORD);
        return browser;
    }

    private Page signIn(Authenticator app) {
        Browser browser = service.browser();
        password(browser, PASSWORD);
        return browser.post("/sign-in/code", "code", app.code());
    }

    private static Page password(Browser browser, String password) {
        return browser.post("/sign-in", "userName", "ada", "password", password);
    }
}
