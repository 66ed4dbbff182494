package org.holdfast.caseload;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.SentId;
import org.holdfast.web.WrittenDate;

/** One case: its page, how it stands, and how its risk is judged. */
@Controller("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CaseController {
    private static final int MOST_WORDS = 2000;
    static final String AT_ONCE = "Somebody else wrote here at the same moment. Look at the page, and send this again if it is still needed";

    private final CasePages pages;
    private final Cases cases;
    private final Templates templates;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    CaseController(CasePages pages, Cases cases, Templates templates, Today today, Clock clock, Ids ids) {
        this.pages = pages;
        this.cases = cases;
        this.templates = templates;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Get
    JteModel show(UUID id, Viewer viewer, @Nullable @QueryValue String said) {
        return templates.caseloadCase(pages.show(id, viewer, said));
    }

    /** Stage, need, service type and statutory plan: what differs from before is written down. */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/standings")
    HttpResponse<?> change(UUID id, Viewer viewer, @Body CaseForms.Standing form) {
        Cases.Case found = pages.toWrite(id);
        Errors errors = Errors.none();
        List<Change> changes = changes(found, form, errors);
        LocalDate since = since(found, form, errors);
        if (errors.isEmpty() && !changes.isEmpty() && !write(found, changes, since, form, viewer)) {
            errors.add("stage", AT_ONCE);
        }
        return errors.isEmpty()
                ? HttpResponse.seeOther(CasePages.SAID.at("/cases/" + id, "changed"))
                : HttpResponse.unprocessableEntity().body(templates.caseloadCase(pages.toPutRight(found, viewer, CaseForms.typed(form, errors))));
    }

    private record Change(String what, String value) {}

    private static List<Change> changes(Cases.Case found, CaseForms.Standing form, Errors errors) {
        check("stage", CaseTerms.STAGES, form.stage(), found.stage(), errors);
        check("need", CaseTerms.NEEDS, form.need(), found.need(), errors);
        check("serviceType", CaseTerms.SERVICE_TYPES, form.serviceType(), found.serviceType(), errors);
        check("statutoryPlan", CaseTerms.STATUTORY_PLANS, form.statutoryPlan(), found.statutoryPlan(), errors);
        return Stream.of(
                        new Change("stage", differing(form.stage(), found.stage())), new Change("need", differing(form.need(), found.need())),
                        new Change("service type", differing(form.serviceType(), found.serviceType())),
                        new Change("statutory plan", differing(form.statutoryPlan(), found.statutoryPlan())))
                .filter(change -> change.value() != null).toList();
    }

    private static void check(String field, List<String> terms, @Nullable String typed, String standing, Errors errors) {
        if (typed != null && !terms.contains(typed) && !typed.equals(standing)) {
            errors.add(field, "Choose one of these");
        }
    }

    private static @Nullable String differing(@Nullable String typed, String standing) {
        return typed == null || typed.equals(standing) ? null : typed;
    }

    private LocalDate since(Cases.Case found, CaseForms.Standing form, Errors errors) {
        LocalDate since = form.since() == null || form.since().isBlank() ? today.date() : errors.read("since", WrittenDate.read(form.since(), today.date()));
        return PastDay.check("since", since, found, today.date(), errors);
    }

    private boolean write(Cases.Case found, List<Change> changes, LocalDate since, CaseForms.Standing form, Viewer viewer) {
        UUID once = SentId.read(form.once()).orElseGet(ids::next);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            UUID row = i == 0 ? once : ids.next();
            if (cases.addHistory(row, found.id(), change.what(), change.value(), since, viewer.id(), clock.instant()) == 0) {
                return cases.isWritten(once);
            }
        }
        cases.settle(found.id(), today.date(), clock.instant());
        return true;
    }

    /** Risk on each horizon by itself; looked at and unchanged counts as revisited. */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/risk-judgements")
    HttpResponse<?> judge(UUID id, Viewer viewer, @Body CaseForms.Risk form) {
        Cases.Case found = pages.toWrite(id);
        Errors errors = Errors.none();
        String why = reasons(found, form, errors);
        if (errors.isEmpty() && !write(found, form, why, viewer)) {
            errors.add("shortTerm", AT_ONCE);
        }
        return errors.isEmpty()
                ? HttpResponse.seeOther(CasePages.SAID.at("/cases/" + id, "judged"))
                : HttpResponse.unprocessableEntity().body(templates.caseloadCase(pages.toPutRight(found, viewer, CaseForms.typed(form, errors))));
    }

    /** A reason is asked for where a level changes; not yet clear is an answer like any other. */
    private static String reasons(Cases.Case found, CaseForms.Risk form, Errors errors) {
        boolean shortTerm = looksAt("shortTerm", form.shortTerm(), errors);
        boolean longerTerm = looksAt("longerTerm", form.longerTerm(), errors);
        if (!shortTerm && !longerTerm) {
            errors.add("shortTerm", "Choose a level on at least one of the two horizons");
        }
        boolean changes = changes(form.shortTerm(), found.shortTermRisk()) || changes(form.longerTerm(), found.mediumToLongRisk());
        return changes
                ? errors.text("why", form.why(), MOST_WORDS, "Write what you base this on")
                : errors.optionalText("why", form.why(), MOST_WORDS);
    }

    private static boolean looksAt(String field, @Nullable String typed, Errors errors) {
        if (typed == null || typed.isEmpty()) {
            return false;
        }
        if (!typed.equals("unchanged") && !CaseTerms.LEVELS.contains(typed)) {
            errors.add(field, "Choose one of these levels");
        }
        return true;
    }

    private static boolean changes(@Nullable String typed, String standing) {
        return typed != null && !typed.isEmpty() && !typed.equals("unchanged") && !typed.equals(standing);
    }

    private boolean write(Cases.Case found, CaseForms.Risk form, String why, Viewer viewer) {
        UUID once = SentId.read(form.once()).orElseGet(ids::next);
        boolean withShort = form.shortTerm() != null && !form.shortTerm().isEmpty();
        boolean withLonger = form.longerTerm() != null && !form.longerTerm().isEmpty();
        if (withShort && !judge(once, found, "short term", form.shortTerm(), found.shortTermRisk(), why, viewer)
                || withLonger && !judge(withShort ? ids.next() : once, found, "medium to long term", form.longerTerm(), found.mediumToLongRisk(), why, viewer)) {
            return cases.isWritten(once);
        }
        cases.settle(found.id(), today.date(), clock.instant());
        return true;
    }

    private boolean judge(UUID row, Cases.Case found, String horizon, String typed, String standing, String why, Viewer viewer) {
        boolean unchanged = typed.equals("unchanged") || typed.equals(standing);
        return cases.addJudgement(
                row, found.id(), horizon, unchanged ? standing : typed, unchanged, why.isEmpty() ? null : why, today.date(), viewer.id(),
                clock.instant()) == 1;
    }
}
