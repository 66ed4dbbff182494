package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Reads;
import org.holdfast.templates.Templates;
import org.holdfast.web.Missing;

/** Every version of a record, as it was. */
@Controller("/sessions/{id}/versions")
@Produces(MediaType.TEXT_HTML)
class VersionsController {
    private final SessionsAtHand sessions;
    private final ReadingPages reading;
    private final Reads reads;
    private final Templates templates;

    VersionsController(SessionsAtHand sessions, ReadingPages reading, Reads reads, Templates templates) {
        this.sessions = sessions;
        this.reading = reading;
        this.reads = reads;
        this.templates = templates;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get("/{number}")
    JteModel show(UUID id, int number, Viewer viewer) {
        SessionAtHand session = sessions.find(id).orElseThrow(Missing::new);
        ReadingPage page = reading.version(session, viewer, number).orElseThrow(Missing::new);
        reads.note(viewer, "supervision record version", id, session.readingConcerns(viewer));
        return templates.supervisionRecordRead(page);
    }
}
