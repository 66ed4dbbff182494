package org.holdfast.caseload;

import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.BEN;
import static org.holdfast.caseload.CaseloadCast.DORA;
import static org.holdfast.caseload.CaseloadCast.NORTH;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.TestService;
import org.holdfast.journeys.Chromium;
import org.holdfast.journeys.Tab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Caseload, case and prompt in a real browser. */
class CaseloadJourneyTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static CaseloadCast cast;
    private static UUID gap;

    @BeforeAll
    static void cases() {
        cast = new CaseloadCast(service);
        gap = cast.aCase("YP-0101", AMINA, TODAY.minusDays(200));
        cast.contact(gap, AMINA, "in person", TODAY.minusDays(70));
        cast.contact(gap, AMINA, "in person", TODAY.minusDays(40));
        cast.contact(gap, AMINA, "attempted", TODAY.minusDays(9));
        cast.contact(gap, AMINA, "phone", TODAY.minusDays(7));
        cast.contact(gap, AMINA, "attempted", TODAY.minusDays(2));
        UUID seen = cast.aCase("YP-0102", AMINA, TODAY.minusDays(100));
        cast.risk(seen, 2, "high", TODAY.minusDays(10));
        cast.contact(seen, AMINA, "in person", TODAY.minusDays(23));
        UUID missing = cast.aCase("YP-0103", AMINA, TODAY.minusDays(60));
        cast.contact(missing, AMINA, "in person", TODAY.minusDays(4));
        cast.missing(missing, TODAY.minusDays(1));
        cast.aCase("YP-0104", null, TODAY.minusDays(12));
        cast.sweep(TODAY);
    }

    private static Tab signedIn(Tab.Opening opening, UUID person) {
        Tab tab = opening.open();
        tab.page().context().addCookies(List.of(new Cookie("holdfast", cast.cookie(person)).setUrl(service.address().toString())));
        return tab;
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void everyPageIsAccessibleAtThatWidth(int width) {
        String prompt = "/prompts/" + cast.prompt(gap);
        String contact = service.asOwner().one(UUID.class, "select id from contact where case_id = ? order by on_day limit 1", gap).toString();
        try (Tab amina = signedIn(Chromium.tab(service.address().toString()).width(width), AMINA)) {
            amina.at("/caseload").accessible().picture("caseload-" + width);
            amina.page().locator("#case-YP-0101 summary").first().click();
            amina.page().locator("#case-YP-0101 summary").last().click();
            amina.accessible().picture("caseload-open-" + width);
            amina.at("/cases/" + gap).accessible().picture("case-" + width);
            amina.at("/contacts/" + contact + "/strike").accessible().picture("strike-" + width);
            amina.at(prompt).accessible().picture("prompt-practitioner-" + width);
        }
        try (Tab ben = signedIn(Chromium.tab(service.address().toString()).width(width), BEN)) {
            ben.at("/teams/" + NORTH + "/caseload").accessible().picture("caseload-team-" + width);
            ben.at(prompt).accessible().picture("prompt-" + width);
        }
        try (Tab dora = signedIn(Chromium.tab(service.address().toString()).width(width), DORA)) {
            dora.at("/caseload").accessible().picture("caseload-choice-" + width);
        }
    }

    @Test
    void everyPageIsAccessibleByNight() {
        try (Tab ben = signedIn(Chromium.tab(service.address().toString()).byNight(), BEN)) {
            ben.at("/people/" + AMINA + "/caseload").accessible().picture("caseload-night");
            ben.at("/cases/" + gap).accessible();
        }
    }

    @Test
    void aContactIsLoggedOnAPhoneWithoutScript() {
        UUID id = cast.aCase("YP-0190", AMINA, TODAY.minusDays(50));
        cast.sweep(TODAY);
        try (Tab amina = signedIn(Chromium.tab(service.address().toString()).width(375).withoutScript(), AMINA)) {
            amina.at("/caseload");
            amina.page().locator("#case-YP-0190 summary").first().click();
            amina.page().locator("#mode-YP-0190").selectOption("in person");
            amina.page().locator("#case-YP-0190 button").click();

            assertTrue(amina.page().locator(".hf-said").innerText().startsWith("The contact is logged."));
            assertEquals("cleared", cast.promptState(id));
        }
    }

    @Test
    void aRefusedLineStandsOpenWithTheCursorOnTheSummary() {
        try (Tab amina = signedIn(Chromium.tab(service.address().toString()).width(375), AMINA)) {
            amina.at("/caseload");
            amina.page().locator("#case-YP-0102 summary").first().click();
            amina.page().locator("#case-YP-0102 button").click();
            amina.page().locator(".govuk-error-summary").waitFor();
            amina.accessible().picture("caseload-refused-375");
            amina.page().locator(".govuk-error-summary a").click();

            assertEquals("mode-YP-0102", amina.page().evaluate("document.activeElement.id"));
        }
    }
}
