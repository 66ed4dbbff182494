package org.holdfast.web;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;
import org.holdfast.caseload.ContactStrip;
import org.holdfast.caseload.ContactStrip.Kind;
import org.holdfast.caseload.ContactStrip.Mark;
import org.holdfast.templates.Templates;

/** Every component on pages of its own, to look at and to test; exists in tests only. */
@Controller("/living")
@Produces(MediaType.TEXT_HTML)
@Requires(property = LivingPage.SHOWN)
class LivingPage {
    static final String SHOWN = "holdfast.living";

    private static final UUID AMINA = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Viewer MANAGER = new Viewer(
            Viewer.Kind.PERSON, AMINA, "Amina Khalil", Set.of(Role.TEAM_MANAGER), Set.of(), null, null);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final WhereItMustGo CONTACTS = new WhereItMustGo(
            "Duty desk, 0100 000 0001", "Designated officer, 0100 000 0002", "On call, 0100 000 0003");
    private static final Said SAID = new Said(java.util.Map.of("contact-logged", "The contact is logged."));

    private final Templates t;
    private final Chromes chromes;

    LivingPage(Templates templates, Chromes chromes) {
        this.t = templates;
        this.chromes = chromes;
    }

    @Get
    @WhoMay(Who.ANYBODY)
    HttpResponse<JteModel> page(@Nullable @QueryValue String said) {
        return HttpResponse.ok(t.layoutsPage(
                "YP-0137", chromes.of(MANAGER, "/caseload/cases/137").saying(SAID.sentence(said)), all(
                        raw("<ul class=\"hf-cards\"><li>"), t.componentsCard("children have not been seen for 28 days or more", "12", "/caseload?gap=over", "known"),
                        raw("</li><li>"), t.componentsCard("records wait for your agreement", "0", "/sessions?waiting=me", "known"),
                        raw("</li><li>"), t.componentsCard("sessions since the last import", null, null, "unknown"),
                        raw("</li><li>"), t.componentsCard("cases of your own", null, null, "not applicable"), raw("</li></ul>"),
                        t.componentsSection("Contacts", all(
                                t.caseloadContactStrip(strip(), true), raw("<br>"),
                                t.componentsScrolling("Cases", raw(TABLE.replace("STRIP", t.caseloadContactStrip(strip(), true).render())))),
                                "contacts", "What is known since the case was opened.", Link.to("All contacts", "/caseload/cases/137/contacts")),
                        t.componentsSummaryList(List.of(
                                new Fact("Stage", "Direct work", Link.to("Change", "/caseload/cases/137/stage")),
                                Fact.of("Risk, short term", "Not yet clear"),
                                new Fact("Worker", "Ben Okafor, since 3 March 2026", Link.to("Change", "/caseload/cases/137/worker")))),
                        raw("<p>"), t.componentsTag("Allocated", "plain"), raw(" "), t.componentsTag("Agreed", "strong"), raw(" "), t.componentsTag("Not yet clear", "open"), raw("</p>"),
                        t.componentsNotice("Before you go on", raw("<p>The plan says every 14 days until 4 December.</p>")),
                        t.componentsEmpty("No actions yet", "What you two agree to do appears here, with who and by when.", Link.to("Add an action", "/actions/new")),
                        t.componentsWarning("Once both have agreed, the record locks and cannot be changed."),
                        t.componentsDetails("Why am I seeing this?", raw("<p class=\"govuk-body\">The rule is called contact gap.</p>"), false),
                        t.componentsLinkList(List.of(Link.to("YP-0137", "/c/1"), Link.to("YP-0138", "/c/2"))),
                        t.componentsPaging(Paging.of(2, 61, 20, "/caseload"), "Pages of cases")),
                List.of(Link.to("Caseload", "/caseload"), Link.to("Ben Okafor", "/caseload/people/2"), Link.here("YP-0137")),
                "Case", "Ben Okafor and Amina Khalil", "wide", Errors.none(),
                all(t.componentsButton("Log a contact", "primary", "/contacts/new", null, null, null),
                        t.componentsButton("Plan a session", "secondary", "/sessions/new", null, null, null))));
    }

    @Get("/form")
    @WhoMay(Who.ANYBODY)
    HttpResponse<JteModel> form(@QueryValue(defaultValue = "false") boolean wrong) {
        Errors errors = Errors.none();
        if (wrong) {
            errors.add("on", "November 2026 has 30 days. Write a date such as 21 November 2026").add("note", "Write what was discussed").add("risk", "Choose one");
        }
        Content fields = all(
                raw("<form method=\"post\" action=\"/living/echo\">"), t.componentsOnceOnly("018f0000-0000-7000-8000-000000000000"),
                t.componentsDateField("on", "When was it?", wrong ? "31 Nov" : "", "For example 21 November 2026, 21/11 or tomorrow", errors.of("on"), null),
                t.componentsTimeField("at", "At what time?", "14:30", "For example 14:30 or 2.30pm", null, null),
                t.componentsRadios("risk", "Risk in the short term", List.of(
                        new Choice("low", "Low", null, false), new Choice("not yet clear", "Not yet clear", "A legitimate answer: say what would make it clearer.", true)),
                        "Within the next month.", errors.of("risk"), null, false, false),
                t.componentsRadios("kind", "Kind", List.of(Choice.of("a", "Seen in person", "a"), Choice.of("b", "Phone", "a"), Choice.of("c", "Attempted", "a")), null, null, null, true, true),
                t.componentsCheckboxes("functions", "Which functions did you touch?", List.of(
                        Choice.of("1", "Accountability", "1"), Choice.of("2", "Development", null), Choice.of("3", "Mediation (between practitioner and organisation)", null)), null, null, null, false, true),
                t.componentsSelect("worker", "Who holds the case?", List.of(Choice.of("b", "Ben Okafor", "b"), Choice.of("c", "Carys Evans", "b")), null, null, null),
                t.componentsTextArea("note", "What did you discuss?", "You and Ben. Goes on the record both agree.", "", "Tell me how the last weeks have been.", errors.of("note"), null, 5, 4000, CONTACTS, "s", null, null),
                t.componentsTextArea("line", "In one line", "Only you", "", null, null, null, 1, 200, WhereItMustGo.ASK_YOUR_MANAGER, "s", null, null),
                t.componentsTextField("code", "Case reference", "YP-0137", "Never a name.", null, null, "text", "off", null, "10", false),
                raw("<div class=\"hf-actions\">"), t.componentsButton("Save", "primary", null, null, null, null),
                t.componentsButton("Save and add another", "secondary", null, "next", "another", null),
                t.componentsButton("Withdraw", "warning", null, "withdraw", "yes", "this record"),
                t.componentsButton("Cancel", "quiet", "/living", null, null, null), raw("</div></form>"));
        JteModel page = t.layoutsPage("Log a contact", chromes.of(MANAGER, "/caseload"), fields,
                List.of(Link.to("Caseload", "/caseload"), Link.here("Log a contact")), null, "Ben Okafor and you", "reading", errors, null);
        return wrong ? HttpResponse.<JteModel>unprocessableEntity().body(page) : HttpResponse.ok(page);
    }

    @Get("/columns")
    @WhoMay(Who.ANYBODY)
    JteModel columns() {
        return t.layoutsPage("Supervision with Ben Okafor", chromes.of(MANAGER, "/sessions/1"), all(
                raw("<div class=\"hf-columns hf-columns--three\"><aside aria-label=\"Agenda\"><h2 class=\"govuk-heading-m\">Agenda</h2><ol class=\"govuk-list govuk-list--number\"><li>Actions from last time</li><li>YP-0137: not seen for 31 days</li></ol></aside><div>"),
                raw("<h2 class=\"govuk-heading-m\">YP-0137</h2>"),
                t.componentsTextArea("discussed", "What did we think about?", "You and Ben. Goes on the record both agree.", "A first line.\nA second.", null, null, null, 5, null, CONTACTS, "s", "/sessions/1/discussions/2", "7"),
                raw("</div><aside aria-label=\"What is known\"><div class=\"hf-panel\"><h2 class=\"govuk-heading-s\">Last contacts</h2>"),
                t.caseloadContactStrip(strip(), true), raw("</div></aside></div>")),
                List.of(), "Saturday 21 November 2026, 14:30", "You and Ben Okafor", "full", Errors.none(), null);
    }

    private static ContactStrip strip() {
        return ContactStrip.of(TODAY, 28, List.of(
                new Mark(TODAY.minusDays(80), Kind.SEEN), new Mark(TODAY.minusDays(61), Kind.SEEN), new Mark(TODAY.minusDays(50), Kind.OTHER),
                new Mark(TODAY.minusDays(33), Kind.SEEN), new Mark(TODAY.minusDays(12), Kind.ATTEMPTED), new Mark(TODAY.minusDays(5), Kind.ATTEMPTED)));
    }

    private static Content all(Content... parts) {
        return output -> {
            for (Content part : parts) {
                part.writeTo(output);
            }
        };
    }

    private static Content raw(String html) {
        return output -> output.writeContent(html);
    }

    private static final String TABLE = """
            <table class="hf-table"><caption>Cases of Ben Okafor</caption>
            <thead><tr><th scope="col">Case</th><th scope="col">Stage</th><th scope="col">Risk, short term</th><th scope="col" class="hf-numeric">Days</th><th scope="col">Last 90 days</th></tr></thead>
            <tbody><tr><th scope="row"><a class="govuk-link" href="/c/1">YP-0137</a></th><td>Direct work<span class="hf-second">since 3 March 2026</span></td><td><span class="hf-tag hf-tag--open">Not yet clear</span></td><td class="hf-numeric">33</td><td>STRIP</td></tr>
            <tr><th scope="row"><a class="govuk-link" href="/c/2">YP-0142</a></th><td>Winding down</td><td><span class="hf-tag">Low</span></td><td class="hf-numeric">9</td><td>STRIP</td></tr></tbody></table>""";
}
