package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;

/** Proposing and ending who supervises whom. A proposal counts once the service centre manager has confirmed it. */
@Controller("/people/{id}/supervision-lines")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SupervisionLinesController {
    private static final Set<String> KINDS = Set.of("line", "practice", "cover");

    private final People people;
    private final PersonPages pages;
    private final Templates templates;
    private final Ids ids;
    private final Today today;

    SupervisionLinesController(People people, PersonPages pages, Templates templates, Ids ids, Today today) {
        this.people = people;
        this.pages = pages;
        this.templates = templates;
        this.ids = ids;
        this.today = today;
    }

    @WhoMay(ADMINISTRATOR)
    @Post
    HttpResponse<?> propose(UUID id, Viewer viewer, @Body LineForm form) {
        people.find(id).orElseThrow(Missing::new);
        Errors errors = Errors.none();
        Optional<UUID> supervisor = supervisor(id, form, errors);
        String kind = form.kind() != null && KINDS.contains(form.kind()) ? form.kind() : "line";
        LocalDate until = kind.equals("cover") ? LastDayOfCover.end("lineUntil", form.until(), today.date(), errors) : null;
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(templates.peoplePerson(pages.toPutRight(id, viewer, PersonForms.typed(form, errors))));
        }
        UUID line = SentId.read(form.once()).orElseGet(ids::next);
        people.proposeLine(line, id, supervisor.orElseThrow(), kind, today.date(), until, viewer.id());
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "line-proposed"));
    }

    private Optional<UUID> supervisor(UUID supervisee, LineForm form, Errors errors) {
        Optional<UUID> supervisor = SentId.read(form.supervisor()).filter(s -> people.find(s).isPresent());
        if (supervisor.isEmpty()) {
            errors.add("supervisor", "Choose who supervises");
        } else if (supervisor.get().equals(supervisee)) {
            errors.add("supervisor", "Choose somebody else: nobody supervises themselves");
        }
        return supervisor;
    }

    @WhoMay(ADMINISTRATOR)
    @Post(value = "/{line}/end", consumes = MediaType.ALL)
    HttpResponse<?> end(UUID id, UUID line) {
        if (people.endLine(line, id, today.date()) == 0) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "line-ended"));
    }
}
