package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;

/** Giving and ending roles. A role that gives reach waits for a confirmation. */
@Controller("/people/{id}/roles")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class RolesController {
    private final People people;
    private final PersonPages pages;
    private final Templates templates;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    RolesController(People people, PersonPages pages, Templates templates, Ids ids, Today today, Clock clock) {
        this.people = people;
        this.pages = pages;
        this.templates = templates;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay(ADMINISTRATOR)
    @Post
    HttpResponse<?> give(UUID id, Viewer viewer, @Body RoleForm form) {
        People.Person person = people.find(id).orElseThrow(Missing::new);
        Role role = role(form);
        Optional<UUID> chosenTeam = SentId.read(form.team()).filter(t -> people.teams(today.date()).stream().anyMatch(team -> team.id().equals(t)));
        UUID team = role == Role.TEAM_MANAGER ? chosenTeam.orElse(null) : null;
        UUID centre = role == Role.SERVICE_CENTRE_MANAGER ? centre(form).orElseGet(person::centreId) : person.centreId();
        Errors errors = Errors.none();
        if (role == Role.TEAM_MANAGER && team == null) {
            errors.add("team", "Choose the team to manage");
        }
        if (role == Role.SERVICE_CENTRE_MANAGER && centre == null) {
            errors.add("centre", "Choose the service centre to manage");
        }
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(templates.peoplePerson(pages.toPutRight(id, viewer, form, errors)));
        }
        boolean givesReach = role != Role.PRACTITIONER && role != Role.ADMINISTRATOR;
        Instant confirmedAt = givesReach ? null : clock.instant();
        people.giveRole(SentId.read(form.once()).orElseGet(ids::next), id, role.code(), centre, team, today.date(), viewer.id(),
                givesReach ? null : viewer.id(), confirmedAt);
        chosenTeam.ifPresent(t -> people.join(ids.next(), t, id, today.date()));
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "role-given"));
    }

    private Optional<UUID> centre(RoleForm form) {
        return SentId.read(form.centre()).filter(c -> people.centres(today.date()).stream().anyMatch(centre -> centre.id().equals(c)));
    }

    private static Role role(RoleForm form) {
        try {
            return Role.of(form.role() == null ? "" : form.role());
        } catch (IllegalArgumentException notARole) {
            throw new Missing();
        }
    }

    @WhoMay(ADMINISTRATOR)
    @Post(value = "/{role}/end", consumes = MediaType.ALL)
    HttpResponse<?> end(UUID id, UUID role) {
        if (people.endRole(role, today.date()) == 0) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "role-ended"));
    }
}
