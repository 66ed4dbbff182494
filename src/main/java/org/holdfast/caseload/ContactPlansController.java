package org.holdfast.caseload;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;
import org.holdfast.web.Words;
import org.holdfast.web.WrittenDate;

/** How often a child is to be met from now on, who agreed it, and when the work is to end. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ContactPlansController {
    /** How far ahead winding down may end, in days. */
    static final int MOST_DAYS_OF_WINDING_DOWN = 84;
    private static final int MOST_WORDS = 2000;

    private final CasePages pages;
    private final Cases cases;
    private final Templates templates;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    ContactPlansController(CasePages pages, Cases cases, Templates templates, Today today, Clock clock, Ids ids) {
        this.pages = pages;
        this.cases = cases;
        this.templates = templates;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/cases/{id}/contact-plans")
    HttpResponse<?> propose(UUID id, Viewer viewer, @Body CaseForms.Plan form) {
        Cases.Case found = pages.toWrite(id);
        Errors errors = Errors.none();
        if (!CaseTerms.isOneOf(CaseTerms.PLAN_STEPS, form.step())) {
            errors.add("step", "Choose how often the child is to be met");
        }
        String why = errors.text("planWhy", form.why(), MOST_WORDS, "Write why this is right for the child now");
        LocalDate reviewOn = reviewOn(found, form, errors);
        if (errors.isEmpty() && !write(found, form, why, reviewOn, viewer)) {
            errors.add("step", CaseController.AT_ONCE);
        }
        return errors.isEmpty() ? done(id, "plan-proposed") : again(found, viewer, CaseForms.typed(form, errors));
    }

    private LocalDate reviewOn(Cases.Case found, CaseForms.Plan form, Errors errors) {
        LocalDate day = errors.read("reviewOn", WrittenDate.read(form.reviewOn(), today.date()));
        LocalDate latest = today.date().plusDays(found.reviewWithin());
        if (day != null && (day.isBefore(today.date()) || day.isAfter(latest))) {
            errors.add("reviewOn", "Choose a review date from today to " + Words.day(latest) + ", " + found.reviewWithin() + " days ahead");
        }
        return day;
    }

    private boolean write(Cases.Case found, CaseForms.Plan form, String why, LocalDate reviewOn, Viewer viewer) {
        UUID once = SentId.read(form.once()).orElseGet(ids::next);
        return cases.addPlan(once, found.id(), form.step(), why, reviewOn, viewer.id(), today.date(), clock.instant()) == 1
                || cases.isWritten(once);
    }

    /** Only the supervisor of the case, and never one's own proposal. */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post(value = "/contact-plans/{id}/agreement", consumes = MediaType.ALL)
    HttpResponse<?> agree(UUID id, Viewer viewer) {
        Cases.Case found = pages.toWrite(cases.caseOfProposedPlan(id).orElseThrow(Missing::new));
        Cases.Plan newest = cases.plans(found.id(), true).getFirst();
        boolean may = newest.id().equals(id) && found.supervises() && !viewer.is(newest.proposedById()) && !newest.reviewOn().isBefore(today.date());
        if (!may) {
            throw new Missing();
        }
        cases.agreePlan(id, viewer.id(), today.date(), clock.instant());
        return done(found.id(), "plan-agreed");
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/cases/{id}/winding-down")
    HttpResponse<?> windDown(UUID id, Viewer viewer, @Body CaseForms.Ending form) {
        Cases.Case found = pages.toWrite(id);
        Errors errors = Errors.none();
        LocalDate until = errors.read("endingUntil", WrittenDate.read(form.until(), today.date()));
        LocalDate latest = today.date().plusDays(MOST_DAYS_OF_WINDING_DOWN);
        if (until != null && (until.isBefore(today.date()) || until.isAfter(latest))) {
            errors.add("endingUntil", "Choose an end from today to " + Words.day(latest) + ", " + MOST_DAYS_OF_WINDING_DOWN + " days ahead");
        }
        UUID once = SentId.read(form.once()).orElseGet(ids::next);
        if (errors.isEmpty() && cases.addWindingDown(once, id, until, today.date(), viewer.id(), clock.instant()) == 0 && !cases.isWritten(once)) {
            errors.add("endingUntil", CaseController.AT_ONCE);
        }
        return errors.isEmpty() ? done(id, "winding-down") : again(found, viewer, CaseForms.typed(form, errors));
    }

    private HttpResponse<?> again(Cases.Case found, Viewer viewer, CaseForms forms) {
        return HttpResponse.unprocessableEntity().body(templates.caseloadCase(pages.toPutRight(found, viewer, forms)));
    }

    private HttpResponse<?> done(UUID caseId, String said) {
        cases.settle(caseId, today.date(), clock.instant());
        return HttpResponse.seeOther(CasePages.SAID.at("/cases/" + caseId, said));
    }
}
