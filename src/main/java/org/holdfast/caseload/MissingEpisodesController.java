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

/** When a child went missing, came back, and was offered a return interview; nothing else is written about it here. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class MissingEpisodesController {
    private final CasePages pages;
    private final Cases cases;
    private final Templates templates;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    MissingEpisodesController(CasePages pages, Cases cases, Templates templates, Today today, Clock clock, Ids ids) {
        this.pages = pages;
        this.cases = cases;
        this.templates = templates;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/cases/{id}/missing-episodes")
    HttpResponse<?> start(UUID id, Viewer viewer, @Body CaseForms.Missing form) {
        Cases.Case found = pages.toWrite(id);
        Errors errors = Errors.none();
        LocalDate from = PastDay.check("missingFrom", errors.read("missingFrom", WrittenDate.read(form.from(), today.date())), found, today.date(), errors);
        if (!errors.isEmpty()) {
            return again(found, viewer, CaseForms.typed(form, errors));
        }
        cases.addEpisode(SentId.read(form.once()).orElseGet(ids::next), id, "away".equals(form.kind()) ? "away" : "missing", from);
        return done(id, "missing");
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/missing-episodes/{id}/end")
    HttpResponse<?> end(UUID id, Viewer viewer, @Body CaseForms.Found form) {
        Cases.Case found = pages.toWrite(cases.caseOfOpenEpisode(id).orElseThrow(Missing::new));
        LocalDate start = cases.startOfEpisode(id);
        Errors errors = Errors.none();
        LocalDate until = errors.read("until", WrittenDate.read(form.until(), today.date()));
        if (until != null && (until.isAfter(today.date()) || until.isBefore(start))) {
            errors.add("until", "Choose a day from " + Words.day(start) + " to today");
        }
        if (!errors.isEmpty()) {
            return again(found, viewer, CaseForms.typed(form, errors));
        }
        cases.endEpisode(id, until, form.isOffered() || form.isAccepted(), form.isAccepted());
        return done(found.id(), "found");
    }

    private HttpResponse<?> again(Cases.Case found, Viewer viewer, CaseForms forms) {
        return HttpResponse.unprocessableEntity().body(templates.caseloadCase(pages.toPutRight(found, viewer, forms)));
    }

    private HttpResponse<?> done(UUID caseId, String said) {
        cases.settle(caseId, today.date(), clock.instant());
        return HttpResponse.seeOther(CasePages.SAID.at("/cases/" + caseId, said));
    }
}
