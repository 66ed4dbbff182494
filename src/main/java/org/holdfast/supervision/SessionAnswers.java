package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.access.Viewer;
import org.holdfast.templates.Templates;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;

/** Carries an act on a session out and answers: back to the session, or its page with what was typed and why not. */
@Singleton
final class SessionAnswers {
    /** What the page says after a step. */
    static final Said SAID = new Said(Map.ofEntries(
            Map.entry("planned", "The session is planned."),
            Map.entry("moved", "The session is moved. Both of you see when and why."),
            Map.entry("cancelled", "The session is cancelled."),
            Map.entry("started", "The record is begun."),
            Map.entry("item-added", "It is on the agenda."),
            Map.entry("item-removed", "It is off the agenda."),
            Map.entry("prepared", "Your preparation is saved. Both of you see it."),
            Map.entry("shared", "The record is shared. Shall we plan the next session?"),
            Map.entry("withdrawn", "The record is a draft again."),
            Map.entry("edits-requested", "You asked for edits. The record is a draft again."),
            Map.entry("agreed", "The record is agreed and locked. Its PDF is being made."),
            Map.entry("disputed", "Your text is kept beside the record, and the third person can read both."),
            Map.entry("settled", "It is recorded how it ended, and the record is locked."),
            Map.entry("added", "The addendum stands beside the record."),
            Map.entry("action-ended", "The action is ended.")));

    private final Sessions sessions;
    private final ShowingASession showing;
    private final Templates templates;

    SessionAnswers(Sessions sessions, ShowingASession showing, Templates templates) {
        this.sessions = sessions;
        this.showing = showing;
        this.templates = templates;
    }

    /** That session, with its next step kept for this request. */
    Session taken(UUID id, Viewer viewer) {
        sessions.find(id, viewer).orElseThrow(Missing::new);
        return sessions.take(id, viewer).orElseThrow(Missing::new);
    }

    HttpResponse<?> to(UUID id, @Nullable Object form, Viewer viewer, Function<Session, Outcome> act) {
        return to(id, form, viewer, act, "");
    }

    /** @param below where under the session's path to go afterwards, such as {@code /record}, or empty for its page */
    HttpResponse<?> to(UUID id, @Nullable Object form, Viewer viewer, Function<Session, Outcome> act, String below) {
        Session session = taken(id, viewer);
        if (session.about().sight() == Sight.DATES) {
            throw new Missing();
        }
        return switch (act.apply(session)) {
            case Outcome.Done done -> HttpResponse.seeOther(SAID.at("/sessions/" + id + below, done.said()));
            case Outcome.NotNow notNow -> HttpResponse.status(HttpStatus.CONFLICT).body(page(session, viewer, notNow, form));
            case Outcome other -> HttpResponse.unprocessableEntity().body(page(session, viewer, other, form));
        };
    }

    private Object page(Session session, Viewer viewer, Outcome outcome, @Nullable Object form) {
        return templates.supervisionSession(showing.page(session, viewer, null, ShowingASession.Back.of(outcome, typed(form))));
    }

    /** What was typed, by field, as it was typed. */
    private static Map<String, String> typed(@Nullable Object form) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (form != null) {
            BeanIntrospection.getIntrospection((Class<Object>) form.getClass()).getBeanProperties().stream()
                    .filter(field -> field.get(form) instanceof String)
                    .forEach(field -> typed.put(field.getName(), (String) field.get(form)));
        }
        return typed;
    }
}
