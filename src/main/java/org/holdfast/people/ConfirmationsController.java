package org.holdfast.people;

import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.SIGNED_IN;

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
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.SentId;

/**
 * Confirming what administrators and imports proposed: who manages what, who is appointed, who supervises whom. Nothing of
 * it gives reach before. While a centre is being set up one confirmation takes the whole list.
 */
@Controller("/confirmations")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ConfirmationsController {
    private static final Said SAID = new Said(Map.of("confirmed", "Confirmed. It counts from now on."));

    /** Which of the proposals are confirmed. */
    @Serdeable
    record ConfirmationForm(@Nullable List<String> role, @Nullable List<String> line) {}

    private final Waiting waiting;
    private final Templates templates;
    private final Chromes chromes;
    private final Clock clock;

    ConfirmationsController(Waiting waiting, Templates templates, Chromes chromes, Clock clock) {
        this.waiting = waiting;
        this.templates = templates;
        this.chromes = chromes;
        this.clock = clock;
    }

    @WhoMay({SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get
    JteModel list(Viewer viewer, @Nullable @QueryValue String said) {
        return templates.peopleConfirmations(ConfirmationsPage.of(
                chromes.of(viewer, "/confirmations").saying(SAID.sentence(said)), waiting.roles(), waiting.lines()));
    }

    @WhoMay({SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post
    HttpResponse<?> confirm(Viewer viewer, @Nullable @Body ConfirmationForm form) {
        if (form != null) {
            waiting.confirmRoles(SentId.joined(form.role()), clock.instant());
            waiting.confirmLines(SentId.joined(form.line()), clock.instant());
        }
        return HttpResponse.seeOther(SAID.at("/confirmations", "confirmed"));
    }

    @WhoMay(SIGNED_IN)
    @Get("/centre")
    JteModel centreToTakeUp(Viewer viewer) {
        String centre = waiting.centresToTakeUp().stream().findFirst().orElseThrow(Missing::new);
        return templates.peopleTakeUpCentre(chromes.of(viewer, "/confirmations"), centre);
    }

    /** The first manager of a centre that is being set up. */
    @WhoMay(SIGNED_IN)
    @Post(value = "/centre", consumes = MediaType.ALL)
    HttpResponse<?> takeUpCentre() {
        if (waiting.takeUpCentre(clock.instant()) == 0) {
            throw new Missing();
        }
        return HttpResponse.seeOther(URI.create("/confirmations"));
    }
}
