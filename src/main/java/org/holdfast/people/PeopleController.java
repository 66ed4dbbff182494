package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.SIGNED_IN;
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
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.SentId;
import org.holdfast.web.WrittenDate;

/** The people of a team, a centre or the whole installation, and one of them. */
@Controller("/people")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class PeopleController {
    private final People people;
    private final PersonPages pages;
    private final Templates templates;
    private final Chromes chromes;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    PeopleController(People people, PersonPages pages, Templates templates, Chromes chromes, Today today, Clock clock, Ids ids) {
        this.people = people;
        this.pages = pages;
        this.templates = templates;
        this.chromes = chromes;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    @WhoMay({TEAM_MANAGER, SERVICE_CENTRE_MANAGER, ADMINISTRATOR})
    @Get
    JteModel list(Viewer viewer) {
        boolean administers = viewer.is(Role.ADMINISTRATOR);
        List<People.Account> accounts = administers ? people.accounts(clock.instant()) : List.of();
        return templates.peoplePeople(PeoplePage.of(chromes.of(viewer, "/people"), administers, people.listed(today.date()), accounts));
    }

    @WhoMay(ADMINISTRATOR)
    @Get("/new")
    JteModel blank(Viewer viewer) {
        return newPage(viewer, NewPersonForm.empty(), Errors.none(), ids.next().toString());
    }

    @WhoMay(ADMINISTRATOR)
    @Post
    HttpResponse<?> add(Viewer viewer, @Nullable @Body NewPersonForm typed) {
        NewPersonForm form = typed == null ? NewPersonForm.empty() : typed.shown();
        Errors errors = form.check(today.date());
        Optional<UUID> id = SentId.read(form.once());
        if (!errors.isEmpty() || id.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(newPage(viewer, form, errors, id.orElseGet(ids::next).toString()));
        }
        return add(id.get(), form);
    }

    private HttpResponse<?> add(UUID id, NewPersonForm form) {
        LocalDate startedOn = Errors.none().read("startedOn", WrittenDate.read(form.startedOn(), today.date()));
        Optional<People.Team> team = people.teams(today.date()).stream().filter(t -> t.id().toString().equals(form.team())).findFirst();
        UUID centre = team.map(People.Team::centreId).or(() -> SentId.read(form.centre())).orElse(null);
        String title = form.jobTitle().isBlank() ? null : form.jobTitle().strip();
        if (people.add(id, centre, form.name().strip(), title, startedOn) == 1) {
            team.ifPresent(t -> people.join(ids.next(), t.id(), id, startedOn));
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "person-added"));
    }

    @WhoMay(SIGNED_IN)
    @Get("/{id}")
    JteModel person(UUID id, Viewer viewer, @Nullable @QueryValue String said) {
        return templates.peoplePerson(pages.show(id, viewer, said));
    }

    private JteModel newPage(Viewer viewer, NewPersonForm form, Errors errors, String once) {
        return templates.peopleNewPerson(NewPersonPage.of(
                chromes.of(viewer, "/people"), form.shown(), people.teams(today.date()), people.centres(today.date()), errors, once));
    }
}
