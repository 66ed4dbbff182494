package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.access.StepUp;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Reads;
import org.holdfast.templates.Templates;
import org.holdfast.web.Missing;

/**
 * The restricted part of a record, on a page of its own: so the record can lie open between two people, or be read by
 * whoever else may read it, without a word of this. Written and read by the two who were present, and nobody else finds it.
 */
@Controller("/sessions/{id}/restricted-part")
@Produces(MediaType.TEXT_HTML)
class RestrictedPartController {
    /** What a reading of it is called in the access log. */
    static final String READ = "restricted part";

    private static final String ADDRESS = "/sessions/%s/restricted-part";

    private final SessionsAtHand sessions;
    private final RestrictedPages pages;
    private final SendingTheRecordForm sending;
    private final Reads reads;
    private final Templates templates;

    RestrictedPartController(
            SessionsAtHand sessions, RestrictedPages pages, SendingTheRecordForm sending, Reads reads, Templates templates) {
        this.sessions = sessions;
        this.pages = pages;
        this.sending = sending;
        this.reads = reads;
        this.templates = templates;
    }

    /** @param version one that was kept; otherwise it is shown as it stands, to be written in while the record is */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Get
    HttpResponse<?> show(UUID id, Viewer viewer, @Nullable @QueryValue Integer version, @Nullable @QueryValue String said) {
        SessionAtHand session = ofTheTwo(id, viewer);
        if (!session.isRecorded()) {
            return HttpResponse.seeOther(URI.create("/sessions/" + id));
        }
        reads.note(viewer, READ, id, session.readingConcerns(viewer));
        return session.isOpen() && version == null
                ? HttpResponse.ok(write(session, viewer, RecordPages.Left.NOTHING, SheetAnswers.SAID.sentence(said)))
                : HttpResponse.ok(templates.supervisionRestrictedRead(pages.read(session, viewer, version, List.of()).orElseThrow(Missing::new)));
    }

    private SessionAtHand ofTheTwo(UUID id, Viewer viewer) {
        return sessions.find(id).filter(session -> session.isOneOfTheTwo(viewer) && session.hasRestrictedPart()).orElseThrow(Missing::new);
    }

    private JteModel write(SessionAtHand session, Viewer viewer, RecordPages.Left left, @Nullable String said) {
        return templates.supervisionRestricted(pages.of(session, viewer, left, said));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> send(UUID id, Viewer viewer, @Nullable @Body Map<String, Object> form, @Header(HttpHeaders.ACCEPT) @Nullable String accept) {
        SessionAtHand found = ofTheTwo(id, viewer);
        return switch (sending.send(id, viewer, Sheet.RESTRICTED, new RecordForm(form))) {
            case SendingTheRecordForm.Outcome.Done(String anchor) -> SheetAnswers.done(ADDRESS.formatted(id), anchor, accept);
            case SendingTheRecordForm.Outcome.PutRight(SessionAtHand session, RecordPages.Left left) ->
                    shown(HttpStatus.UNPROCESSABLE_ENTITY, found, viewer, write(session, viewer, left, null));
            case SendingTheRecordForm.Outcome.BothKept(SessionAtHand session, RecordPages.Left left) ->
                    shown(HttpStatus.CONFLICT, found, viewer, write(session, viewer, left, null));
            case SendingTheRecordForm.Outcome.Closed(SessionAtHand session, List<RecordPage.Lost> typed) ->
                    shown(HttpStatus.CONFLICT, found, viewer,
                            templates.supervisionRestrictedRead(pages.read(session, viewer, null, typed).orElseThrow(Missing::new)));
        };
    }

    private HttpResponse<?> shown(HttpStatus status, SessionAtHand session, Viewer viewer, JteModel page) {
        reads.note(viewer, READ, session.id(), session.readingConcerns(viewer));
        return SheetAnswers.html(status, page);
    }
}
