package org.holdfast.caseload;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Link;

/** The open cases of a person or a team. */
@Controller
@Produces(MediaType.TEXT_HTML)
class CaseloadController {
    private final CaseloadPages pages;
    private final Caseloads caseloads;
    private final Templates templates;
    private final Chromes chromes;
    private final Today today;

    CaseloadController(CaseloadPages pages, Caseloads caseloads, Templates templates, Chromes chromes, Today today) {
        this.pages = pages;
        this.caseloads = caseloads;
        this.templates = templates;
        this.chromes = chromes;
        this.today = today;
    }

    /** One's own cases; whoever holds none and manages others is led to theirs. */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Get("/caseload")
    HttpResponse<?> own(Viewer viewer, @Nullable @QueryValue String said) {
        List<Caseloads.Held> held = caseloads.of(viewer.id(), today.date());
        boolean manages = viewer.is(Role.TEAM_MANAGER) || viewer.is(Role.SERVICE_CENTRE_MANAGER);
        return held.isEmpty() && manages
                ? ofOthers(viewer)
                : HttpResponse.ok(templates.caseloadCaseload(pages.ofPerson(viewer.id(), viewer.name(), held, viewer, said, null)));
    }

    private HttpResponse<?> ofOthers(Viewer viewer) {
        List<Caseloads.Owner> teams = caseloads.teams(today.date());
        return teams.size() == 1
                ? HttpResponse.seeOther(URI.create("/teams/" + teams.getFirst().id() + "/caseload"))
                : HttpResponse.ok(templates.caseloadChoice(choice(viewer, teams)));
    }

    private CaseloadChoicePage choice(Viewer viewer, List<Caseloads.Owner> teams) {
        return new CaseloadChoicePage(
                chromes.of(viewer, "/caseload"), teams.stream().map(CaseloadPages::teamWay).toList(),
                caseloads.people(today.date()).stream().map(p -> Link.to(p.name(), "/people/" + p.id() + "/caseload")).toList());
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Get("/people/{id}/caseload")
    JteModel ofPerson(UUID id, Viewer viewer, @Nullable @QueryValue String said) {
        return templates.caseloadCaseload(pages.ofPerson(id, viewer, said, null));
    }

    @WhoMay({TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Get("/teams/{id}/caseload")
    JteModel ofTeam(UUID id, Viewer viewer) {
        return templates.caseloadCaseload(pages.ofTeam(id, viewer));
    }
}
