package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Reads;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.SentId;

/** The list of one's sessions, and planning one. */
@Controller("/sessions")
@Produces(MediaType.TEXT_HTML)
class SessionsController {
    private final Sessions sessions;
    private final Diaries diaries;
    private final Planning planning;
    private final Reads reads;
    private final Chromes chromes;
    private final Templates templates;
    private final Ids ids;
    private final Today today;

    SessionsController(
            Sessions sessions, Diaries diaries, Planning planning, Reads reads, Chromes chromes, Templates templates, Ids ids,
            Today today) {
        this.sessions = sessions;
        this.diaries = diaries;
        this.planning = planning;
        this.reads = reads;
        this.chromes = chromes;
        this.templates = templates;
        this.ids = ids;
        this.today = today;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get
    JteModel list(Viewer viewer) {
        boolean manages = viewer.is(Role.TEAM_MANAGER) || viewer.is(Role.SERVICE_CENTRE_MANAGER);
        Sessions.Open open = sessions.openFor(viewer);
        List<Session> past = sessions.pastFor(viewer);
        List<Session> teams = manages ? sessions.ofTeamsOf(viewer) : List.of();
        reads.noteForAll(viewer, "dates of sessions", viewer.id(), supervisees(viewer, open.upcoming(), past, teams));
        return templates.supervisionSessions(SessionsPage.of(
                chromes.of(viewer, "/sessions"), viewer.id(), today.date(), open.waiting(), open.upcoming(), past, teams,
                partners(viewer), manages));
    }

    @SafeVarargs
    private static Set<UUID> supervisees(Viewer viewer, List<Session>... lists) {
        return Stream.of(lists).flatMap(List::stream).map(session -> session.about().supervisee().id())
                .filter(supervisee -> !viewer.is(supervisee)).collect(Collectors.toSet());
    }

    /** @param with whom to choose at first, as {@link Partner#choice} says it */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get("/new")
    JteModel showForm(@Nullable @QueryValue String with, Viewer viewer) {
        return page(PlanForm.first(ids.next().toString(), with), viewer, Errors.none(), List.of());
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> plan(@Body PlanForm sent, Viewer viewer) {
        UUID id = SentId.read(sent.once()).orElseGet(ids::next);
        PlanForm form = sent.under(id);
        return switch (planning.plan(id, form, viewer)) {
            case Outcome.Done done -> HttpResponse.seeOther(SessionAnswers.SAID.at("/sessions/" + id, done.said()));
            case Outcome.Refused(Errors errors) -> HttpResponse.unprocessableEntity().body(page(form, viewer, errors, List.of()));
            case Outcome.Clashing(List<String> warnings) -> HttpResponse.unprocessableEntity().body(page(form, viewer, Errors.none(), warnings));
            case Outcome.NotNow _, Outcome.Asked _ -> throw new IllegalStateException("Planning has no such outcome");
        };
    }

    private JteModel page(PlanForm form, Viewer viewer, Errors errors, List<String> warnings) {
        return templates.supervisionPlan(PlanPage.of(chromes.of(viewer, "/sessions/new"), form, partners(viewer), errors, warnings));
    }

    private List<Partner> partners(Viewer viewer) {
        return diaries.partners(viewer.id(), today.date());
    }
}
