package org.holdfast.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.BEN;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.caseload.CaseloadCast;
import org.holdfast.house.Authenticator;
import org.holdfast.house.TestService;
import org.holdfast.journeys.Chromium;
import org.holdfast.journeys.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cover of the screen, the warning before the end, and coming back, in a real browser. */
class PresenceJourneyTest {
    private static final String PASSWORD = "kelp holds to rock";
    private static final String TYPED = "Entered for the wrong child, the visit was to the sibling";

    @RegisterExtension final TestService service = TestService.started();

    private Tab tab;
    private Page page;
    private UUID contact;

    @BeforeEach
    void aminaMayTypeSomething() {
        CaseloadCast cast = new CaseloadCast(service);
        UUID seen = cast.aCase("YP-0101", AMINA, TODAY.minusDays(100));
        contact = cast.contact(seen, AMINA, "in person", TODAY.minusDays(3));
        String hash = service.bean(Passwords.class).hash(PASSWORD);
        service.asOwner().run("update account set password_hash = ?, user_name = 'amina' where person_id = ?", hash, AMINA);
        service.asOwner().run("update account set password_hash = ?, user_name = 'ben' where person_id = ?", hash, BEN);
        tab = open(1280, cast.cookie(AMINA));
        page = tab.page();
    }

    private Tab open(int width, String cookie) {
        Tab opened = Chromium.tab(service.address().toString()).width(width).open();
        opened.page().context().addCookies(List.of(new Cookie("holdfast", cookie).setUrl(service.address().toString())));
        opened.page().clock().install();
        return opened;
    }

    @AfterEach
    void nothingWentWrongInThePage() {
        tab.close();
    }

    @Test
    void aKeyCoversTheScreenAndThePasswordShowsItAgainWithEveryWord() {
        typing();

        page.keyboard().press("Alt+Shift+KeyH");

        assertThat(reason()).not().isVisible();
        assertThat(page).hasTitle("Covered – Holdfast");
        page.locator("#cover [name=password]").fill("not the password");
        page.locator("#cover").getByText("Confirm", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#cover [role=alert]")).hasText("That is not your password. Check it and try again.");
        assertThat(reason()).not().isVisible();

        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(reason()).not().isVisible();

        confirm();
        assertThat(reason()).isVisible();
        assertThat(reason()).hasValue(TYPED);
        send();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void whatStandsInFrontOfAPageIsAccessibleAtThatWidth(int width) {
        page.setViewportSize(width, 900);
        tab.at("/account").accessible().picture("account-" + width);
        typing();
        page.locator(".hf-account form[action='/cover'] button").click();
        assertThat(page.locator("#cover [name=password]")).isFocused();
        tab.accessible().picture("covered-" + width);
        page.reload();
        assertThat(page.locator("h1")).hasText("The screen is covered");
        tab.accessible().picture("confirmation-" + width);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("form[action='/confirmation'] button").click();
        assertThat(page.locator("h1")).not().hasText("The screen is covered");
        pass(Duration.ofMinutes(28));
        assertThat(page.locator("#ending")).isVisible();
        tab.accessible().picture("ending-" + width);
        pass(Duration.ofMinutes(3));
        assertThat(page.locator("#cover [data-cover=ended]")).isVisible();
        tab.accessible().picture("ended-" + width);
    }

    @Test
    void theScreenIsCoveredAlsoWithoutNetworkAndOpensOnceItIsBack() {
        typing();
        page.context().setOffline(true);

        page.keyboard().press("Alt+Shift+KeyH");

        assertThat(reason()).not().isVisible();
        assertThat(page.locator("#cover [data-cover=away]")).isVisible();
        page.context().setOffline(false);
        page.clock().fastForward(4000);
        confirm();
        assertThat(reason()).hasValue(TYPED);
    }

    @Test
    void everyOtherPageOfTheBrowserIsCoveredWithIt() {
        typing();
        Page other = page.context().newPage();
        other.navigate(service.address() + "/caseload");

        page.keyboard().press("Alt+Shift+KeyH");

        assertThat(other.locator("h1")).not().isVisible();
        confirm();
        assertThat(other.locator("h1")).isVisible();
    }

    @Test
    void twoMinutesBeforeTheEndThePageWarnsAndStayingKeepsTheSession() {
        typing();
        pass(Duration.ofMinutes(27));
        assertThat(page.locator("#ending")).not().isVisible();

        pass(Duration.ofMinutes(1));
        assertThat(page.locator("#ending h2")).hasText("You will be signed out at 11:00");
        page.locator("#ending [data-stay]").click();
        assertThat(page.locator("#ending")).not().isVisible();

        pass(Duration.ofMinutes(20));
        assertThat(reason()).hasValue(TYPED);
        send();
    }

    @Test
    void whoeverTypesIsThereAndIsNotWarned() {
        typing();
        pass(Duration.ofMinutes(20));
        reason().press("End");
        reason().pressSequentially(" who was there too");
        pass(Duration.ofMinutes(20));

        assertThat(page.locator("#ending")).not().isVisible();
        assertThat(reason()).isVisible();
    }

    @Test
    void whenTheSessionHasEndedThePageIsCoveredAndNothingTypedIsLost() {
        typing();
        pass(Duration.ofMinutes(28));
        pass(Duration.ofMinutes(3));
        assertThat(page.locator("#cover [data-cover=ended]")).isVisible();
        assertThat(reason()).not().isVisible();

        signInBeside("amina");
        page.locator("#cover [data-cover=ended] [data-look]").click();

        assertThat(reason()).isVisible();
        assertThat(reason()).hasValue(TYPED);
        send();
    }

    @Test
    void thePageOfOnePersonStaysCoveredWhileAnotherIsSignedIn() {
        typing();
        pass(Duration.ofMinutes(28));
        pass(Duration.ofMinutes(3));
        assertThat(page.locator("#cover [data-cover=ended]")).isVisible();

        signInBeside("ben");
        page.locator("#cover [data-cover=ended] [data-look]").click();

        assertThat(page.locator("#cover [data-cover=somebody-else]")).isVisible();
        assertThat(reason()).not().isVisible();
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from contact_strike"));
    }

    @Test
    void aLostConnectionKeepsTheFormAsItIs() {
        typing();
        page.context().setOffline(true);

        button().click();
        assertThat(page.locator(".hf-not-sent")).hasText("Not sent yet: no connection. What you typed stays in this page; press again in a moment.");
        assertThat(reason()).hasValue(TYPED);

        page.context().setOffline(false);
        send();
    }

    @Test
    void nothingIsKeptInTheBrowser() {
        typing();
        page.keyboard().press("Alt+Shift+KeyH");
        confirm();

        assertEquals(List.of(), page.context().cookies().stream().map(cookie -> cookie.name).filter(name -> !name.equals("holdfast")).toList());
        page.context().newPage().navigate(service.address() + "/health");
        assertEquals(0, page.context().pages().getLast().evaluate("localStorage.length + sessionStorage.length"));
    }

    private void typing() {
        tab.at("/contacts/" + contact + "/strike");
        reason().fill(TYPED);
    }

    private Locator reason() {
        return page.locator("[name=reason]");
    }

    private Locator button() {
        return page.locator("main form button[type=submit]");
    }

    private void send() {
        button().click();
        page.locator(".hf-said").waitFor();
        assertEquals(TYPED, service.asOwner().one(String.class, "select reason from contact_strike"));
    }

    private void confirm() {
        page.locator("#cover [name=password]").fill(PASSWORD);
        page.locator("#cover form[action='/confirmation'] button").click();
        assertThat(page.locator("#cover")).not().isVisible();
    }

    private void signInBeside(String userName) {
        Page beside = page.waitForPopup(() -> page.locator("#cover [data-cover=ended] a").click());
        beside.locator("[name=userName]").fill(userName);
        beside.locator("[name=password]").fill(PASSWORD);
        beside.locator("form[action='/sign-in'] button").click();
        String secret = beside.locator("#secret").innerText();
        page.locator("#cover [data-cover=ended] [data-look]").click();
        assertThat(reason()).not().isVisible();
        beside.locator("[name=code]").fill(Authenticator.with(secret, service.clock()).code());
        beside.locator("form[action='/account/second-factor'] button").click();
        beside.locator(".hf-codes").waitFor();
    }

    /** Time passes for the service and for the page alike. */
    private void pass(Duration time) {
        service.clock().advance(time);
        page.clock().fastForward(time.toMillis());
    }
}
