package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

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
import java.time.Clock;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** One session: its page, moving, cancelling and holding it, its agenda and what each side prepares. */
@Controller("/sessions/{id}")
@Produces(MediaType.TEXT_HTML)
class SessionController {
    private static final int LONGEST_PREPARATION = 20_000;

    private final Sessions sessions;
    private final Planning planning;
    private final Agenda agenda;
    private final Lives lives;
    private final SessionAnswers answers;
    private final ShowingASession showing;
    private final Templates templates;
    private final Clock clock;

    SessionController(
            Sessions sessions, Planning planning, Agenda agenda, Lives lives, SessionAnswers answers, ShowingASession showing, Templates templates,
            Clock clock) {
        this.sessions = sessions;
        this.planning = planning;
        this.agenda = agenda;
        this.lives = lives;
        this.answers = answers;
        this.showing = showing;
        this.templates = templates;
        this.clock = clock;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get
    JteModel show(UUID id, @Nullable @QueryValue String said, Viewer viewer) {
        Session session = answers.taken(id, viewer);
        return templates.supervisionSession(showing.page(session, viewer, SessionAnswers.SAID.sentence(said), ShowingASession.Back.NOTHING));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> move(UUID id, @Body MoveForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> planning.move(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(UUID id, @Body CancellationForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> planning.cancel(session, form, viewer));
    }

    /** The session is being held, or was: its record begins. */
    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post(value = "/holding", consumes = MediaType.ALL)
    HttpResponse<?> hold(UUID id, Viewer viewer) {
        return answers.to(id, null, viewer, session -> planning.hold(session, viewer), "/record");
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/agenda-items")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addToAgenda(UUID id, @Body AgendaItemForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> agenda.add(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post(value = "/agenda-items/{item}/removal", consumes = MediaType.ALL)
    HttpResponse<?> removeFromAgenda(UUID id, UUID item, Viewer viewer) {
        return answers.to(id, null, viewer, session -> agenda.remove(session, item, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/preparation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> prepare(UUID id, @Body PreparationForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> prepare(session, form, viewer));
    }

    private Outcome prepare(Session session, PreparationForm form, Viewer viewer) {
        if (!(session instanceof Session.Planned) || !session.about().isOneOfTheTwo(viewer.id())) {
            return new Outcome.NotNow("Preparation is settled once a session has begun.");
        }
        Errors errors = Errors.none();
        String words = errors.optionalText("preparation", form.preparation(), LONGEST_PREPARATION);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        lives.savePreparation(session.id(), viewer.id(), words, clock.instant());
        return new Outcome.Done("prepared");
    }
}
