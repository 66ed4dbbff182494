package org.holdfast.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.accounts.Invitations;
import org.holdfast.house.Authenticator;
import org.holdfast.house.TestService;
import org.holdfast.intake.Extract;
import org.holdfast.pdf.PdfReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job from end to end, each person in a browser of their own: from an empty installation over a real extract
 * to a locked record whose PDF is in somebody's hands.
 */
class WholeRoadTest {
    private static final Path SAMPLE = Path.of("../shared/data/ssd-sample/liquidlogic");
    private static final int DESK = 1280;
    private static final String PASSWORD = "kelp holds to rock";

    @RegisterExtension final TestService service = TestService.started().with("holdfast.jobs.check-in", "1s");

    private int width;

    @ParameterizedTest
    @ValueSource(ints = {DESK, 360})
    void fromAnEmptyMachineToTheFileInTheirHands(int width) {
        this.width = width;
        try (Tab ada = tab(); Tab grace = tab(); Tab amina = tab(); Tab carys = tab()) {
            becomeFirstAdministrator(ada);
            takeIn(ada, Extract.small());
            addCentreManager(ada, "Grace Lloyd");
            accept(grace, invitation(ada, "Grace Lloyd"), "grace");
            takeUpAndConfirm(grace);
            accept(amina, invitation(ada, "Amina Sólyom"), "amina");
            accept(carys, invitation(ada, "Carys Vance"), "carys");

            String prompt = readThePrompt(amina);
            logASeenContact(carys);
            look(amina.at(prompt), "prompt-cleared");
            assertThat(amina.page().locator("main")).containsText("seen");
            amina.at("/");
            assertThat(amina.page().locator("main")).not().containsText("Carys Vance: 1 child to think about");

            String session = planASession(amina);
            prepare(carys, session, "How to go on after a first visit");
            prepare(amina, session, "What the first visit took");
            writeTheRecord(amina, session);
            share(amina, session);
            agree(carys, session);
            assertThat(amina.at(session).page().locator(".hf-title")).containsText("Locked");
            look(amina, "session-locked");
            String text = PdfReading.text(pdf(carys, session));
            for (String words : new String[] {"Carys Vance", "Amina Sólyom", "Case " + reference(), "She showed her drawings.",
                    "Visit again within a week", "Ask the school for a quiet room", "Take the first visit slowly", "Agreed"}) {
                assertTrue(text.contains(words), words + " is missing in " + text);
            }
        }
    }

    @Test
    void aRealExtractIsLookedAtAndTakenInThroughThePage() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLE), "The sample extracts are not beside this checkout");
        Map<String, Object> expected = service.bean(ObjectMapper.class).readValue(
                Files.readString(SAMPLE.resolve("expected.json")), Argument.mapOf(String.class, Object.class));
        service.clock().setDay(LocalDate.parse((String) expected.get("as_of")));
        width = DESK;
        try (Tab ada = tab()) {
            becomeFirstAdministrator(ada);
            takeIn(ada, Extract.in(SAMPLE));
            ada.at("/people").accessible().picture("road-people");
        }
        assertEquals(((Map<?, ?>) expected.get("cases")).size(),
                service.asOwner().one(Integer.class, "select cast(count(*) as integer) from case_opening o where not exists (select from case_closure c where c.opening_id = o.id)"));
    }

    private Tab tab() {
        return Chromium.tab(service.address().toString()).width(width).open();
    }

    /** Looks at the page as it stands now; on a phone only whether it fits, since {@link EveryPageTest} asks the rest there. */
    private Tab look(Tab tab, String name) {
        tab.picture("road-" + name + "-" + width);
        return width == DESK ? tab.accessible() : tab.fits();
    }

    private static void press(Tab tab, String button) {
        tab.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void follow(Tab tab, String link) {
        tab.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    private static void unfold(Tab tab, String summary) {
        tab.page().locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
    }

    private void becomeFirstAdministrator(Tab ada) {
        look(ada.at(service.bean(Invitations.class).forFirstAdministrator().orElseThrow()), "first-administrator");
        ada.page().getByLabel("Your name").fill("Ada Field");
        account(ada, "ada");
        look(ada, "administrator-home");
    }

    private void account(Tab tab, String userName) {
        tab.page().getByLabel("User name").fill(userName + "@example.org");
        tab.page().getByLabel("Password").fill(PASSWORD);
        press(tab, "Go on");
        Authenticator app = Authenticator.with(tab.page().locator("#secret").innerText(), service.clock());
        tab.page().getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(app.code());
        press(tab, "Use this app");
        follow(tab, "I have kept them");
        assertThat(tab.page().locator(".hf-account")).containsText("Sign out");
    }

    private void takeIn(Tab ada, Extract extract) {
        look(ada.at("/intake"), "intake");
        ada.page().getByLabel("Files").setInputFiles(extract.chosen());
        press(ada, "Show what would change");
        ada.page().waitForURL(Pattern.compile("/intake/[0-9a-f-]{36}$"));
        assertThat(ada.page().locator("main")).containsText("Nothing has changed yet.");
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from child_case"));
        look(ada, "dry-run");
        press(ada, "Apply");
        assertThat(ada.page().locator(".hf-said")).hasText("The extract is taken in.");
        look(ada, "applied");
    }

    private void addCentreManager(Tab ada, String name) {
        look(ada.at("/people/new"), "new-person");
        ada.page().getByLabel("Name").fill(name);
        ada.page().getByLabel("Service centre").selectOption(option(ada, "#centre", "Imported service"));
        ada.page().getByLabel("Here since").fill("1 March 2026");
        press(ada, "Add this person");
        unfold(ada, "Give a role");
        ada.page().getByLabel("Service centre manager", new Page.GetByLabelOptions().setExact(true)).check();
        Locator centre = ada.page().getByLabel("Service centre, for a service centre manager");
        centre.selectOption(option(ada, "select[name=centre]", "Imported service"));
        press(ada, "Give this role");
        look(ada, "person");
    }

    private static String option(Tab tab, String select, String label) {
        return tab.page().locator(select + " option", new Page.LocatorOptions().setHasText(label)).first().getAttribute("value");
    }

    private String invitation(Tab ada, String name) {
        ada.at("/people");
        follow(ada, name);
        press(ada, "Make an invitation link to pass on");
        look(ada, "invitation");
        String link = ada.page().locator("#invitation").inputValue();
        return link.substring(link.indexOf("/invitations/"));
    }

    private void accept(Tab tab, String invitation, String userName) {
        look(tab.at(invitation), "welcome");
        account(tab, userName);
        look(tab, "home-of-" + userName);
    }

    private void takeUpAndConfirm(Tab grace) {
        follow(grace, "Take up Imported service");
        look(grace, "take-up");
        press(grace, "I am the manager of Imported service");
        grace.at("/");
        grace.page().locator("a", new Page.LocatorOptions().setHasText("to confirm")).first().click();
        look(grace, "to-confirm");
        assertThat(grace.page().locator("main")).containsText("Amina Sólyom supervises Carys Vance");
        press(grace, "Confirm what is ticked");
        look(grace, "confirmed");
    }

    private String reference() {
        return service.asOwner().one(String.class, "select reference from child_case where external_reference = 'C2'");
    }

    /** A child allocated 51 days ago whom nobody has seen: the prompt says what it counts, and whom it asks what. */
    private String readThePrompt(Tab amina) {
        amina.at("/");
        assertThat(amina.page().locator("main")).containsText("Carys Vance: 1 child to think about");
        amina.page().locator("section[id], section", new Page.LocatorOptions().setHasText("Carys Vance: 1 child to think about"))
                .locator("a[href^='/prompts/']").first().click();
        assertThat(amina.page().locator("section[aria-labelledby=why]")).containsText("28 days");
        assertThat(amina.page().locator("section[aria-labelledby=why]")).containsText("organisational requirement");
        assertThat(amina.page().locator("main")).containsText("51 days");
        look(amina, "prompt");
        return amina.page().url().substring(service.address().toString().length());
    }

    private void logASeenContact(Tab carys) {
        look(carys.at("/caseload"), "caseload");
        Locator card = carys.page().locator("#case-" + reference());
        card.locator("summary").first().click();
        card.getByLabel("How").selectOption("in person");
        card.getByRole(AriaRole.BUTTON).click();
        assertThat(carys.page().locator(".hf-said")).containsText("The contact is logged.");
        look(carys, "contact-logged");
    }

    private String planASession(Tab amina) {
        amina.at("/");
        follow(amina, "Plan a session");
        amina.page().getByLabel(Pattern.compile("^Carys Vance")).check();
        amina.page().locator("input[name=kind][value=one-to-one]").check();
        amina.page().getByLabel("Date").fill("21 November 2026");
        amina.page().getByLabel("From").fill("11.00am");
        amina.page().getByLabel("How many minutes").fill("90");
        amina.page().getByLabel("Where (optional)").fill("Room 2");
        look(amina, "plan");
        press(amina, "Plan the session");
        amina.page().waitForURL(Pattern.compile("/sessions/[0-9a-f-]{36}"));
        look(amina, "session-planned");
        assertThat(amina.page().locator("#agenda")).isVisible();
        return amina.page().url().substring(service.address().toString().length()).replaceAll("[?#].*", "");
    }

    private void prepare(Tab tab, String session, String words) {
        tab.at(session).page().getByLabel("What do you want to bring?").fill(words);
        press(tab, "Save what I want to bring");
        assertThat(tab.page().getByLabel("What do you want to bring?")).hasValue(words);
        look(tab, "preparing");
    }

    private void writeTheRecord(Tab amina, String session) {
        assertThat(amina.at(session).page().locator("main")).containsText("How to go on after a first visit");
        press(amina, "Start the record");
        amina.page().waitForURL(Pattern.compile("/record(\\?.*)?$"));
        type(amina, amina.page().locator("[name=function_support_notes]"), "Take the first visit slowly");
        amina.page().locator("#case").selectOption(amina.page().locator("#case option", new Page.LocatorOptions().setHasText(reference())).getAttribute("value"));
        amina.page().locator("button[value=add-case]").click();
        Locator discussion = amina.page().locator(".hf-discussion");
        type(amina, discussion.locator("[name$=_seen-and-heard]"), "She showed her drawings.");
        discussion.locator("button[value^=add-decision]").click();
        type(amina, discussion.locator("[name^=decision_][name$=_what]"), "Visit again within a week");
        type(amina, discussion.locator("[name^=decision_][name$=_why]"), "Trust has just begun");
        amina.page().locator("#add-action").click();
        type(amina, amina.page().locator("[name^=action_][name$=_what]"), "Ask the school for a quiet room");
        look(amina, "record");
    }

    private static void type(Tab tab, Locator field, String words) {
        Response saved = tab.page().waitForResponse(answer -> answer.url().endsWith("/record/fields"), () -> {
            field.fill(words);
            field.blur();
        });
        assertEquals(200, saved.status());
        assertThat(tab.page().locator("#saved-state")).hasText("Saved at 10:30");
    }

    private void share(Tab amina, String session) {
        follow(amina, "Back to the session, to share this record");
        press(amina, "Share the record");
        assertThat(amina.page().locator(".hf-title")).containsText("Shared");
        look(amina, "shared");
    }

    private void agree(Tab carys, String session) {
        carys.at("/");
        assertThat(carys.page().locator("main")).containsText("Records waiting for your answer");
        look(carys.at(session), "to-agree");
        look(carys.at(session + "/record"), "record-read");
        assertThat(carys.page().locator("main")).containsText("Visit again within a week");
        carys.at(session);
        press(carys, "Agree to version 1");
        assertThat(carys.page().locator(".hf-title")).containsText("Locked");
        look(carys, "locked");
    }

    /** Quartz makes it; whoever comes earlier is told so. */
    private byte[] pdf(Tab tab, String session) {
        String path = tab.page().locator("a[href$='/pdf']").getAttribute("href");
        assertEquals(session + "/pdf", path);
        APIResponse[] answer = new APIResponse[1];
        tab.page().waitForCondition(() -> {
            answer[0] = tab.page().request().get(service.address() + path);
            return answer[0].headers().get("content-type").startsWith("application/pdf");
        });
        return answer[0].body();
    }
}
