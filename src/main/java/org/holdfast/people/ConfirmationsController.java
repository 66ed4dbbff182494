package org.holdfast.people;

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
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.SentId;

/**
 * Confirming what administrators and imports proposed: who manages which team, who supervises whom. Nothing of it gives
 * reach before. While a centre is being set up one confirmation takes the whole list.
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
    private final Today today;
    private final Clock clock;

    ConfirmationsController(Waiting waiting, Templates templates, Chromes chromes, Today today, Clock clock) {
        this.waiting = waiting;
        this.templates = templates;
        this.chromes = chromes;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay(SERVICE_CENTRE_MANAGER)
    @Get
    JteModel list(Viewer viewer, @Nullable @QueryValue String said) {
        return templates.peopleConfirmations(ConfirmationsPage.of(
                chromes.of(viewer, "/confirmations").saying(SAID.sentence(said)), waiting.roles(today.date()), waiting.lines(today.date())));
    }

    @WhoMay(SERVICE_CENTRE_MANAGER)
    @Post
    HttpResponse<?> confirm(Viewer viewer, @Nullable @Body ConfirmationForm form) {
        if (form != null) {
            waiting.confirmRoles(joined(form.role()), viewer.id(), clock.instant());
            waiting.confirmLines(joined(form.line()), viewer.id(), clock.instant());
        }
        return HttpResponse.seeOther(SAID.at("/confirmations", "confirmed"));
    }

    private static String joined(@Nullable List<String> sent) {
        return sent == null ? "" : sent.stream().flatMap(s -> SentId.read(s).stream()).map(UUID::toString).collect(Collectors.joining(","));
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
