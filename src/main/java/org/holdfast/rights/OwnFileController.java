package org.holdfast.rights;

import static org.holdfast.access.Who.SIGNED_IN;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import org.holdfast.access.StepUp;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;

/** A person's own file: everybody takes their own, and nobody another's. Every copy is noted. */
@Controller("/own-file")
class OwnFileController {
    private final OwnFile file;
    private final Acts acts;
    private final Chromes chromes;
    private final Templates templates;

    OwnFileController(OwnFile file, Acts acts, Chromes chromes, Templates templates) {
        this.file = file;
        this.acts = acts;
        this.chromes = chromes;
        this.templates = templates;
    }

    @WhoMay(SIGNED_IN)
    @StepUp
    @Get
    @Produces(MediaType.TEXT_HTML)
    JteModel show(Viewer viewer) {
        return templates.rightsOwnFile(chromes.of(viewer, "/own-file"));
    }

    @WhoMay(SIGNED_IN)
    @StepUp
    @Post("/copies")
    @Consumes(MediaType.ALL)
    @Produces({"application/zip", MediaType.TEXT_HTML})
    HttpResponse<?> copy(Viewer viewer) {
        acts.note(viewer, Act.OWN_FILE_TAKEN, viewer.id(), viewer.id());
        return HttpResponse.ok(file.of(viewer)).contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"own-file.zip\"");
    }
}
