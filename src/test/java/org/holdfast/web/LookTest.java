package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.holdfast.journeys.Chromium;
import org.holdfast.journeys.Tab;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {
    @RegisterExtension
    static final TestService service = Served.living().with("holdfast.demo", "small");

    private final Served served = new Served(service);

    @ParameterizedTest
    @CsvSource({"1280, day", "1280, night", "360, day", "360, night", "320, day"})
    void everyComponentIsAccessible(int width, String light) {
        Tab.Opening opening = Chromium.tab(served.address()).width(width);
        try (Tab tab = (light.equals("night") ? opening.byNight() : opening).open()) {
            String mark = "-" + width + "-" + light;
            tab.at("/living?said=contact-logged").picture("components" + mark).accessible();
            tab.at("/living/form").picture("form" + mark).accessible();
            tab.at("/living/form?wrong=true", 422).picture("wrong" + mark).accessible();
            tab.at("/living/columns").picture("columns" + mark).accessible();
            tab.at("/nowhere", 404).picture("missing" + mark).accessible();
        }
    }

    @Test
    void whereItMustGoInsteadOpensWithoutScript() {
        try (Tab tab = Chromium.tab(served.address()).width(360).withoutScript().open()) {
            tab.at("/living/form");
            tab.page().locator("summary").first().click();
            tab.picture("where-it-must-go-360");
            assertTrue(tab.page().getByText("Nobody is watching this page.").first().isVisible());
        }
    }

    @Test
    void theSummaryOfErrorsLeadsToItsFields() {
        try (Tab tab = Chromium.tab(served.address()).open()) {
            tab.at("/living/form?wrong=true", 422);
            assertEquals("error-summary-title", tab.page().evaluate("document.activeElement.getAttribute('aria-labelledby')"));
            tab.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose one")).click();
            assertEquals("risk", tab.page().evaluate("document.activeElement.id"));
        }
    }

    @Test
    void aDoubleTapSendsOnce() {
        try (Tab tab = Chromium.tab(served.address()).open()) {
            tab.at("/living/form");
            tab.page().evaluate("window.sent = 0; document.addEventListener('submit', e => { if (!e.defaultPrevented) window.sent++; e.preventDefault(); })");
            tab.page().getByText("Save", new Page.GetByTextOptions().setExact(true)).dblclick();
            assertEquals(1, tab.page().evaluate("window.sent"));
        }
    }

    @Test
    void nothingIsKeptInTheBrowser() {
        try (Tab tab = Chromium.tab(served.address()).open()) {
            tab.at("/living").at("/living/form").at(Assets.at("holdfast.svg"));
            assertEquals(0, tab.page().evaluate("localStorage.length + sessionStorage.length"));
        }
    }

    @Test
    void whatWasTypedStandsOnTheCalmPage() {
        try (Tab tab = Chromium.tab(served.address()).width(360).open()) {
            tab.at("/living/form");
            tab.page().evaluate("document.querySelector('main form').action = '/trying/away'");
            tab.page().locator("#note").fill("We thought about what helps her feel safe at school.");
            tab.page().getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            tab.page().waitForURL("**/trying/away");
            tab.picture("away-360").accessible();
            assertEquals("We thought about what helps her feel safe at school.", tab.page().locator("textarea[name=note]").inputValue());
        }
    }

    @Test
    void colourIsNeverNeeded() {
        try (Tab tab = Chromium.tab(served.address()).inForcedColours().open()) {
            tab.at("/living").picture("components-forced-colours").accessible();
        }
    }

    @Test
    void aPagePrintsWithoutItsNavigation() {
        try (Tab tab = Chromium.tab(served.address()).width(800).byNight().open()) {
            tab.at("/living");
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            tab.picture("components-print");
            assertFalse(tab.page().locator(".hf-nav").isVisible());
        }
    }
}
