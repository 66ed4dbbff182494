package org.holdfast.people;

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
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.SentId;

/** What everybody is told about their own supervision, until they say that they have read it. */
@Controller("/supervision-changes")
@Produces(MediaType.TEXT_HTML)
class SupervisionChangesController {
    /** Which changes were on the page. */
    @Serdeable
    record ReadForm(@Nullable List<String> change) {}

    private final SupervisionChanges changes;
    private final Templates templates;
    private final Chromes chromes;
    private final Clock clock;

    SupervisionChangesController(SupervisionChanges changes, Templates templates, Chromes chromes, Clock clock) {
        this.changes = changes;
        this.templates = templates;
        this.chromes = chromes;
        this.clock = clock;
    }

    @WhoMay(SIGNED_IN)
    @Get
    JteModel list(Viewer viewer) {
        return templates.peopleSupervisionChanges(SupervisionChangesPage.of(chromes.of(viewer, "/supervision-changes"), changes.told()));
    }

    @WhoMay(SIGNED_IN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> read(Viewer viewer, @Nullable @Body ReadForm form) {
        changes.read(form == null ? "" : SentId.joined(form.change()), clock.instant());
        return HttpResponse.seeOther(URI.create("/"));
    }
}
