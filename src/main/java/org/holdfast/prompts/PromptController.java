package org.holdfast.prompts;

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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.prompts.ContactGapDecisions.GapDecision;
import org.holdfast.prompts.ContactGapDecisions.Outcome;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.WrittenDate;

/** One prompt: what it is about, deciding about it, and putting it off once. */
@Controller("/prompts/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class PromptController {
    private static final int MOST_WORDS = 2000;

    private final PromptPages pages;
    private final ContactGapDecisions decisions;
    private final Raised raised;
    private final Acts acts;
    private final Templates templates;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    PromptController(
            PromptPages pages, ContactGapDecisions decisions, Raised raised, Acts acts, Templates templates, Today today, Clock clock, Ids ids) {
        this.pages = pages;
        this.decisions = decisions;
        this.raised = raised;
        this.acts = acts;
        this.templates = templates;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Get
    JteModel show(UUID id, Viewer viewer, @Nullable @QueryValue String said) {
        return templates.promptsPrompt(pages.show(id, viewer, said));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/decisions")
    HttpResponse<?> decide(UUID id, Viewer viewer, @Body DecisionForm form) {
        Raised.Asked asked = pages.find(id);
        Errors errors = Errors.none();
        LocalDate reviewOn = errors.read("reviewOn", WrittenDate.read(form.reviewOn(), today.date()));
        Outcome outcome = decisions.record(
                new GapDecision(once(form), asked.caseId(), form.decision(), form.cause(), form.reasons(), reviewOn, null), viewer);
        return switch (outcome) {
            case Outcome.Recorded done -> HttpResponse.seeOther(PromptPages.SAID.at("/prompts/" + id, "decided"));
            case Outcome.ToPutRight(Errors found) -> again(asked, viewer, form, merged(errors, found));
            case Outcome.DecidedMeanwhile meanwhile -> again(
                    asked, viewer, form, errors.add("decision", "Somebody else decided at the same moment. Read their decision below, and decide again if it is still needed"));
            case Outcome.NothingToDecide nothing -> HttpResponse.seeOther(URI.create("/prompts/" + id));
            case Outcome.ForSomebodyElse other -> throw new Missing();
            case Outcome.NoSuchCase missing -> throw new Missing();
        };
    }

    private UUID once(DecisionForm form) {
        try {
            return form.once() == null ? ids.next() : UUID.fromString(form.once());
        } catch (IllegalArgumentException notOurs) {
            return ids.next();
        }
    }

    /** What cannot be read as a date is said before what a date may be; in the order of the fields. */
    private static Errors merged(Errors unreadable, Errors found) {
        Errors errors = Errors.none();
        found.entries().stream().filter(e -> !e.field().equals("reviewOn")).forEach(e -> errors.add(e.field(), e.sentence()));
        unreadable.entries().forEach(e -> errors.add(e.field(), e.sentence()));
        found.entries().forEach(e -> errors.add(e.field(), e.sentence()));
        return errors;
    }

    private HttpResponse<?> again(Raised.Asked asked, Viewer viewer, DecisionForm form, Errors errors) {
        return HttpResponse.unprocessableEntity().body(templates.promptsPrompt(pages.toPutRight(asked, viewer, form, errors)));
    }

    /** Once, for 7 days, with a reason. */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/postponements")
    HttpResponse<?> putOff(UUID id, Viewer viewer, @Body PutOffForm form) {
        Raised.Asked asked = pages.find(id);
        if (!asked.decides() || !PromptPages.asks(asked)) {
            throw new Missing();
        }
        Errors errors = Errors.none();
        String reason = errors.text("reason", form.reason(), MOST_WORDS, "Write why it can wait");
        if (asked.putOffBefore() || !asked.promptState().equals("open")) {
            errors = Errors.none().add("reason", "This was put off before, or a decision stands. It can be put off once");
        }
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(templates.promptsPrompt(pages.toPutRight(asked, viewer, form, errors)));
        }
        LocalDate until = today.date().plusDays(PromptPages.PUT_OFF_DAYS);
        raised.addStep(ids.next(), id, "put off", viewer.id(), today.date(), clock.instant(), until, reason);
        acts.note(viewer, Act.PROMPT_PUT_OFF, id, asked.workerId());
        return HttpResponse.seeOther(PromptPages.SAID.at("/prompts/" + id, "put-off"));
    }
}
