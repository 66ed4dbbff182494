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
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.accounts.InSession;
import org.holdfast.audit.Reads;
import org.holdfast.templates.Templates;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;

/** The page on which a record is written, and the form it is. Once shared it is read, not written. */
@Controller("/sessions/{id}/record")
@Produces(MediaType.TEXT_HTML)
class RecordController {
    private static final String ADDRESS = "/sessions/%s/record";

    private final SessionsAtHand sessions;
    private final RecordPages pages;
    private final ReadingPages reading;
    private final SendingTheRecordForm sending;
    private final Reads reads;
    private final InSession inSession;
    private final Templates templates;

    RecordController(
            SessionsAtHand sessions, RecordPages pages, ReadingPages reading, SendingTheRecordForm sending, Reads reads,
            InSession inSession, Templates templates) {
        this.sessions = sessions;
        this.pages = pages;
        this.reading = reading;
        this.sending = sending;
        this.reads = reads;
        this.inSession = inSession;
        this.templates = templates;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get
    HttpResponse<?> show(UUID id, Viewer viewer, @Nullable @QueryValue String said) {
        SessionAtHand session = sessions.find(id).orElseThrow(Missing::new);
        reads.note(viewer, "supervision record", id, session.readingConcerns(viewer));
        if (session.isOpen()) {
            return HttpResponse.ok(write(session, atTheTable(session, viewer), RecordPages.Left.NOTHING, SheetAnswers.SAID.sentence(said)));
        }
        return session.isRecorded()
                ? HttpResponse.ok(templates.supervisionRecordRead(reading.closed(session, viewer, List.of())))
                : HttpResponse.seeOther(URI.create("/sessions/" + id));
    }

    private Viewer atTheTable(SessionAtHand session, Viewer viewer) {
        return session.plannedEnd().filter(end -> session.isOneOfTheTwo(viewer)).map(end -> inSession.opened(viewer, end)).orElse(viewer);
    }

    /** Only the two write, and nobody else sees a draft. */
    private JteModel write(SessionAtHand session, Viewer viewer, RecordPages.Left left, @Nullable String said) {
        if (!session.isOneOfTheTwo(viewer)) {
            throw new Missing();
        }
        return templates.supervisionRecord(pages.of(session, viewer, left, said));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> send(UUID id, Viewer viewer, @Nullable @Body Map<String, Object> form, @Header(HttpHeaders.ACCEPT) @Nullable String accept) {
        return switch (sending.send(id, viewer, Sheet.RECORD, new RecordForm(form))) {
            case SendingTheRecordForm.Outcome.Done(String anchor) -> SheetAnswers.done(ADDRESS.formatted(id), anchor, accept);
            case SendingTheRecordForm.Outcome.PutRight(SessionAtHand session, RecordPages.Left left) ->
                    SheetAnswers.html(HttpStatus.UNPROCESSABLE_ENTITY, write(session, viewer, left, null));
            case SendingTheRecordForm.Outcome.BothKept(SessionAtHand session, RecordPages.Left left) ->
                    SheetAnswers.html(HttpStatus.CONFLICT, write(session, viewer, left, null));
            case SendingTheRecordForm.Outcome.Closed(SessionAtHand session, List<RecordPage.Lost> typed) ->
                    SheetAnswers.html(HttpStatus.CONFLICT, templates.supervisionRecordRead(reading.closed(session, viewer, typed)));
        };
    }
}
