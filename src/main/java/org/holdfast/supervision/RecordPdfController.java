package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
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
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Reads;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.Missing;

/** The PDF of a locked record; while it is being made, a page that says so and looks again by itself. */
@Controller("/sessions/{id}/pdf")
class RecordPdfController {
    private static final String LOOK_AGAIN_SECONDS = "2";

    private final SessionsAtHand sessions;
    private final RecordPdfs pdfs;
    private final Reads reads;
    private final Chromes chromes;
    private final Templates templates;
    private final Clock clock;

    RecordPdfController(SessionsAtHand sessions, RecordPdfs pdfs, Reads reads, Chromes chromes, Templates templates, Clock clock) {
        this.sessions = sessions;
        this.pdfs = pdfs;
        this.reads = reads;
        this.chromes = chromes;
        this.templates = templates;
        this.clock = clock;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_PDF})
    HttpResponse<?> show(UUID id, Viewer viewer, @Nullable @QueryValue Integer version) {
        SessionAtHand session = sessions.find(id).orElseThrow(Missing::new);
        RecordPdfs.Asked asked = pdfs.find(id, version).or(() -> version == null ? pdfs.askForLocked(id, viewer) : Optional.empty()).orElseThrow(Missing::new);
        if (!asked.isMade()) {
            return waiting(session, viewer, asked);
        }
        reads.note(viewer, "supervision record PDF", id, session.readingConcerns(viewer));
        return HttpResponse.ok(pdfs.open(id, asked)).contentType(MediaType.APPLICATION_PDF_TYPE)
                .header("Content-Disposition", "inline; filename=\"supervision-record-version-" + asked.version() + ".pdf\"");
    }

    private HttpResponse<?> waiting(SessionAtHand session, Viewer viewer, RecordPdfs.Asked asked) {
        JteModel page = templates.supervisionRecordPdf(RecordPdfPage.of(chromes.of(viewer, "/sessions/" + session.id()), session, asked, clock.instant()));
        var response = HttpResponse.ok(page).contentType(MediaType.TEXT_HTML_TYPE);
        return asked.isGivenUp() ? response : response.header("Refresh", LOOK_AGAIN_SECONDS);
    }
}
