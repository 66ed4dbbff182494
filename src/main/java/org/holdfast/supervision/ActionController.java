package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.time.Today;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;

/** Ending an action: it is done, or no longer needed. */
@Controller("/actions/{id}")
class ActionController {
    private final Actions actions;
    private final Sessions sessions;
    private final Today today;
    private final Clock clock;

    ActionController(Actions actions, Sessions sessions, Today today, Clock clock) {
        this.actions = actions;
        this.sessions = sessions;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(UUID id, @Nullable @Body ActionEndForm form, Viewer viewer) {
        Actions.Open action = actions.find(id).orElseThrow(Missing::new);
        sessions.find(action.sessionId(), viewer).filter(session -> session.about().sight() == Sight.ONE_OF_THE_TWO).orElseThrow(Missing::new);
        actions.end(id, form != null && "no longer needed".equals(form.how()) ? "no longer needed" : "done", today.date(), viewer.id(), clock.instant());
        return HttpResponse.seeOther(URI.create(form == null ? "/" : back(form.to())));
    }

    /** Only a session of ours, or home: an address from a form leads nowhere else. */
    private static String back(@Nullable String to) {
        return Optional.ofNullable(to).filter(path -> path.startsWith("/sessions/") && SentId.read(path.substring("/sessions/".length())).isPresent())
                .map(path -> path + "?said=action-ended").orElse("/");
    }
}
