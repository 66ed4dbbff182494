package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
import org.holdfast.web.Words;
import org.holdfast.web.WrittenDate;

/** Giving and ending roles and appointments. What gives reach waits for a confirmation. */
@Controller("/people/{id}/roles")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class RolesController {
    /** An auditor is appointed for at most so many days; see ops/decisions/0012. */
    private static final int LONGEST_AUDIT_DAYS = 92;
    private static final int LONGEST_PURPOSE = 200;
    private static final int MOST_APPOINTED = 2;
    private static final Set<Role> CONFIRMED_AS_GIVEN = EnumSet.of(Role.PRACTITIONER, Role.ADMINISTRATOR);
    private static final Set<Role> ONE_OR_TWO = EnumSet.of(Role.SAFEGUARDING_LEAD, Role.DATA_PROTECTION_LEAD);

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
        Errors errors = Errors.none();
        Optional<Role> role = role(form, errors);
        Optional<UUID> team = team(form, role, errors);
        Optional<UUID> centre = centre(form, role, person, errors);
        String purpose = role.equals(Optional.of(Role.AUDITOR)) ? errors.text("purpose", form.purpose(), LONGEST_PURPOSE, "Write what the audit is for") : null;
        LocalDate until = role.equals(Optional.of(Role.AUDITOR)) ? end(form, errors) : null;
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(templates.peoplePerson(pages.toPutRight(id, viewer, PersonForms.typed(form, errors))));
        }
        give(SentId.read(form.once()).orElseGet(ids::next), id, role.get(), team, centre, purpose, until, viewer);
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "role-given"));
    }

    private Optional<Role> role(RoleForm form, Errors errors) {
        Optional<Role> role = Role.written(form.role());
        if (role.isEmpty()) {
            errors.add("role", "Choose a role");
        } else if (ONE_OR_TWO.contains(role.get()) && people.appointed(role.get().code(), today.date()) >= MOST_APPOINTED) {
            errors.add("role", "Two people are appointed or proposed as " + role.get().code() + " already. End one of these first");
        }
        return role;
    }

    private Optional<UUID> team(RoleForm form, Optional<Role> role, Errors errors) {
        Optional<UUID> team = SentId.read(form.team()).filter(sent -> people.teams(today.date()).stream().anyMatch(t -> t.id().equals(sent)));
        if (role.equals(Optional.of(Role.TEAM_MANAGER)) && team.isEmpty()) {
            errors.add("team", "Choose the team to manage");
        }
        return team;
    }

    private Optional<UUID> centre(RoleForm form, Optional<Role> role, People.Person person, Errors errors) {
        Optional<UUID> chosen = SentId.read(form.centre()).filter(sent -> people.centres(today.date()).stream().anyMatch(c -> c.id().equals(sent)));
        Optional<UUID> centre = role.equals(Optional.of(Role.SERVICE_CENTRE_MANAGER)) && chosen.isPresent() ? chosen : Optional.ofNullable(person.centreId());
        if (role.equals(Optional.of(Role.SERVICE_CENTRE_MANAGER)) && centre.isEmpty()) {
            errors.add("centre", "Choose the service centre to manage");
        }
        return centre;
    }

    private @Nullable LocalDate end(RoleForm form, Errors errors) {
        LocalDate last = errors.read("roleUntil", WrittenDate.read(form.until(), today.date()));
        LocalDate latest = today.date().plusDays(LONGEST_AUDIT_DAYS - 1);
        if (last == null) {
            return null;
        }
        if (last.isBefore(today.date()) || last.isAfter(latest)) {
            errors.add("roleUntil", "Choose a last day from today to " + Words.day(latest) + ", within the next " + LONGEST_AUDIT_DAYS + " days");
        }
        return last.plusDays(1);
    }

    private void give(
            UUID once, UUID person, Role role, Optional<UUID> team, Optional<UUID> centre, @Nullable String purpose, @Nullable LocalDate until,
            Viewer viewer) {
        boolean confirmed = CONFIRMED_AS_GIVEN.contains(role);
        int given = people.giveRole(
                once, person, role.code(), centre.orElse(null), role == Role.TEAM_MANAGER ? team.orElseThrow() : null, purpose, today.date(), until,
                viewer.id(), confirmed ? viewer.id() : null, confirmed ? clock.instant() : null);
        if (given == 1) {
            team.ifPresent(t -> people.join(ids.next(), t, person, today.date()));
        }
    }

    @WhoMay(ADMINISTRATOR)
    @Post(value = "/{role}/end", consumes = MediaType.ALL)
    HttpResponse<?> end(UUID id, UUID role) {
        if (people.endRole(role, id, today.date()) == 0) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "role-ended"));
    }
}
