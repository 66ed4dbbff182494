package org.holdfast.people;

import static org.holdfast.access.Who.SIGNED_IN;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.LocalDate;
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
import org.holdfast.web.WrittenDate;

/** Noting that somebody is away, and that they are back: themselves, their supervisor, their team manager. */
@Controller("/people/{id}/absences")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class AbsencesController {
    private static final Set<String> KINDS = Set.of("leave", "sickness", "training", "other");

    private final People people;
    private final PersonPages pages;
    private final Templates templates;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    AbsencesController(People people, PersonPages pages, Templates templates, Ids ids, Today today, Clock clock) {
        this.people = people;
        this.pages = pages;
        this.templates = templates;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay(SIGNED_IN)
    @Post
    HttpResponse<?> add(UUID id, Viewer viewer, @Body AbsenceForm form) {
        PersonPage page = pages.show(id, viewer, null);
        if (!page.mayNoteAbsence()) {
            throw new Missing();
        }
        Errors errors = Errors.none();
        LocalDate from = errors.read("from", WrittenDate.read(form.from(), today.date()));
        LocalDate until = form.untilTyped().isBlank() ? null : errors.read("until", WrittenDate.read(form.until(), today.date()));
        if (from != null && until != null && until.isBefore(from)) {
            errors.add("until", "Choose a last day on or after the first");
        }
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(templates.peoplePerson(pages.toPutRight(id, viewer, PersonForms.typed(form, errors))));
        }
        people.addAbsence(SentId.read(form.once()).orElseGet(ids::next), id, kind(form.kind()), from, until, viewer.id(), clock.instant());
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "absence-noted"));
    }

    private static String kind(@Nullable String sent) {
        return sent != null && KINDS.contains(sent) ? sent : "other";
    }

    /** Back today: yesterday was the last day away. */
    @WhoMay(SIGNED_IN)
    @Post(value = "/{absence}/return", consumes = MediaType.ALL)
    HttpResponse<?> comeBack(UUID id, UUID absence, Viewer viewer) {
        if (!pages.show(id, viewer, null).mayNoteAbsence() || people.endAbsence(absence, id, today.date().minusDays(1)) == 0) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "returned"));
    }
}
