package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.StepUp;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Reads;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.Words;

/** A supervisee's private preparation for a session. To everybody else, the supervisor included, there is nothing here. */
@Controller("/sessions/{id}/private-preparation")
@Produces(MediaType.TEXT_HTML)
class PrivatePreparationController {
    private static final int LONGEST = 20_000;
    /** What a reading of it is called in the access log. */
    static final String READ = "private preparation";

    private static final Said SAID = new Said(Map.of("saved", "It is saved. Only you read it.", "deleted", "It is deleted, and so is its key."));

    private final Sessions sessions;
    private final PrivatePreparations preparations;
    private final Reads reads;
    private final Chromes chromes;
    private final Templates templates;
    private final Clock clock;

    PrivatePreparationController(
            Sessions sessions, PrivatePreparations preparations, Reads reads, Chromes chromes, Templates templates, Clock clock) {
        this.sessions = sessions;
        this.preparations = preparations;
        this.reads = reads;
        this.chromes = chromes;
        this.templates = templates;
        this.clock = clock;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Get
    JteModel show(UUID id, Viewer viewer, @Nullable @QueryValue String said) {
        Session session = own(id, viewer);
        return page(session, viewer, SAID.sentence(said), null, Errors.none());
    }

    private Session own(UUID id, Viewer viewer) {
        return sessions.find(id, viewer).filter(session -> session.about().isSupervisee(viewer.id())).orElseThrow(Missing::new);
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(UUID id, @Body PrivatePreparationForm form, Viewer viewer) {
        Session session = own(id, viewer);
        Errors errors = Errors.none();
        String words = errors.optionalText("words", form.words(), LONGEST);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(page(session, viewer, null, form.words(), errors));
        }
        if (!canWrite(session)) {
            return HttpResponse.status(HttpStatus.CONFLICT).body(page(session, viewer, null, words, errors));
        }
        Optional<PrivatePreparations.Prepared> standing = preparations.find(id, viewer);
        if (words.equals(standing.map(PrivatePreparations.Prepared::words).orElse(""))) {
            return done(id, "saved");
        }
        if (words.isEmpty() && standing.filter(s -> s.revision() == form.baseRevision()).isPresent()) {
            preparations.delete(id, viewer);
            return done(id, "deleted");
        }
        return preparations.save(id, viewer, words, form.baseRevision(), clock.instant())
                ? done(id, "saved")
                : HttpResponse.status(HttpStatus.CONFLICT).body(page(session, viewer, null, words, errors));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Post(value = "/deletion", consumes = MediaType.ALL)
    HttpResponse<?> delete(UUID id, Viewer viewer) {
        own(id, viewer);
        preparations.delete(id, viewer);
        return done(id, "deleted");
    }

    private static HttpResponse<?> done(UUID id, String said) {
        return HttpResponse.seeOther(SAID.at("/sessions/" + id + "/private-preparation", said));
    }

    /** Until the record is shared: somebody who talks looks at what they prepared, and adds to it. */
    private static boolean canWrite(Session session) {
        return session instanceof Session.Planned || session.isBeingRecorded();
    }

    /** @param typed what could not be saved, or null */
    private JteModel page(Session session, Viewer viewer, @Nullable String said, @Nullable String typed, Errors errors) {
        UUID id = session.id();
        String address = "/sessions/" + id + "/private-preparation";
        String with = session.about().kind().label() + " with " + session.about().other(viewer.id()).name();
        Optional<PrivatePreparations.Prepared> standing = preparations.find(id, viewer);
        reads.note(viewer, READ, id, null);
        String stands = standing.map(PrivatePreparations.Prepared::words).orElse("");
        return templates.supervisionPrivatePreparation(new PrivatePreparationPage(
                chromes.of(viewer, address).saying(said),
                List.of(Link.to("Sessions", "/sessions"), Link.to(with, "/sessions/" + id), Link.here("Private preparation")),
                "Private preparation", with + ", " + Words.day(session.about().day()), address,
                typed == null ? stands : typed, standing.map(PrivatePreparations.Prepared::revision).orElse(0),
                standing.map(s -> "Saved on " + Words.moment(s.savedAt().atZone(Today.LONDON))).orElse("Nothing written yet"),
                canWrite(session), typed != null && errors.isEmpty() ? stands : null, errors));
    }
}
