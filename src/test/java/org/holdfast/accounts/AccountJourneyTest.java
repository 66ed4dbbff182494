package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.Authenticator;
import org.holdfast.house.TestService;
import org.holdfast.journeys.Chromium;
import org.holdfast.journeys.Tab;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the link to a signed-in administrator, and the pages around one's account, in a real browser. */
class AccountJourneyTest {
    private static final String PASSWORD = "kelp holds to rock";

    @RegisterExtension
    final TestService service = TestService.started();

    @ParameterizedTest
    @ValueSource(ints = {1280, 360, 320})
    void everyPageIsAccessibleAtThatWidth(int width) {
        String link = service.bean(Invitations.class).forFirstAdministrator().orElseThrow();
        try (Tab tab = Chromium.tab(service.address().toString()).width(width).open()) {
            tab.at(link).accessible().picture("first-administrator-" + width);
            fill(tab, "Your name", "Ada Field");
            fill(tab, "User name", "ada@example.org");
            fill(tab, "Password", PASSWORD);
            press(tab, "Go on");

            Authenticator app = Authenticator.with(tab.accessible().picture("second-factor-" + width).page().locator("#secret").innerText(), service.clock());
            fill(tab, "Code", "000000");
            press(tab, "Use this app");
            tab.accessible().picture("second-factor-wrong-" + width);
            fill(tab, "Code", app.code());
            press(tab, "Use this app");
            List<String> codes = tab.accessible().picture("recovery-codes-" + width).page().locator(".hf-codes code").allInnerTexts();
            assertEquals(10, codes.size());
            tab.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I have kept them")).click();

            tab.at("/account").accessible().picture("account-" + width);
            press(tab, "Set up another app");
            tab.accessible().picture("account-wrong-" + width);
            UUID ada = service.asOwner().one(UUID.class, "select person_id from account");
            tab.at("/people/" + ada).accessible().picture("person-account-" + width);
            press(tab, "Sign out");

            service.clock().advance(Duration.ofMinutes(1));
            tab.accessible().picture("sign-in-" + width);
            fill(tab, "User name", "ada@example.org");
            fill(tab, "Password", "not the password");
            press(tab, "Sign in");
            tab.accessible().picture("sign-in-wrong-" + width);
            fill(tab, "Password", PASSWORD);
            press(tab, "Sign in");
            tab.accessible().picture("sign-in-code-" + width);
            fill(tab, "Code", app.code());
            press(tab, "Sign in");
            assertTrue(tab.page().locator(".hf-account__name").innerText().contains("Ada Field"));
            tab.at(link, 404).accessible().picture("used-link-" + width);
        }
    }

    private static void fill(Tab tab, String label, String text) {
        tab.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Tab tab, String button) {
        tab.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }
}
