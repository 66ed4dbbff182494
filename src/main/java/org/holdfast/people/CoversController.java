package org.holdfast.people;

import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;

/**
 * Who stands in while a supervisor is away, arranged by the service centre manager, who would have to confirm it
 * otherwise. It counts at once; both people are told on their home pages.
 */
@Controller("/people/{id}/covers")
@Produces(MediaType.TEXT_HTML)
class CoversController {
    private final People people;
    private final PersonPages pages;
    private final Templates templates;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    CoversController(People people, PersonPages pages, Templates templates, Ids ids, Today today, Clock clock) {
        this.people = people;
        this.pages = pages;
        this.templates = templates;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay(SERVICE_CENTRE_MANAGER)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> arrange(UUID id, Viewer viewer, @Body CoverForm form) {
        if (!people.mayArrangeCover(id)) {
            throw new Missing();
        }
        Errors errors = Errors.none();
        Optional<UUID> supervisor = SentId.read(form.supervisor()).filter(s -> pages.mayCover(s, id));
        if (supervisor.isEmpty()) {
            errors.add("coverBy", "Choose who covers");
        }
        LocalDate until = LastDayOfCover.end("coverUntil", form.until(), today.date(), errors);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(templates.peoplePerson(pages.toPutRight(id, viewer, PersonForms.typed(form, errors))));
        }
        UUID line = SentId.read(form.once()).orElseGet(ids::next);
        people.arrangeCover(line, id, supervisor.get(), until, clock.instant());
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "cover-arranged"));
    }

    @WhoMay(SERVICE_CENTRE_MANAGER)
    @Post(value = "/{line}/end", consumes = MediaType.ALL)
    HttpResponse<?> end(UUID id, UUID line) {
        if (people.endCover(line, id, today.date()) == 0) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "line-ended"));
    }
}
