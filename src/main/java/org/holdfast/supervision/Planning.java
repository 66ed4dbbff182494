package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Words;
import org.holdfast.web.WrittenDate;
import org.holdfast.web.WrittenTime;

/** Planning, moving, cancelling and holding a session. What is typed is read here; the states say what may be done. */
@Singleton
final class Planning {
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 480;
    private static final int LONGEST_PLACE = 200;
    private static final int FURTHEST_AHEAD_DAYS = 550;

    private final Diaries diaries;
    private final Lives lives;
    private final Actions actions;
    private final SessionSteps steps;
    private final Ids ids;
    private final Today today;

    Planning(Diaries diaries, Lives lives, Actions actions, SessionSteps steps, Ids ids, Today today) {
        this.diaries = diaries;
        this.lives = lives;
        this.actions = actions;
        this.steps = steps;
        this.ids = ids;
        this.today = today;
    }

    /** When, how long and where, as read from a form. */
    private record When(ZonedDateTime startsAt, int minutes, @Nullable String place) {
        Instant endsAt() {
            return startsAt.toInstant().plus(minutes, ChronoUnit.MINUTES);
        }
    }

    /** Adds a session under the form's own id: sent twice, there is one. */
    Outcome plan(UUID id, PlanForm form, Viewer viewer) {
        Errors errors = Errors.none();
        Optional<Partner> partner = diaries.partners(viewer.id(), today.date()).stream().filter(p -> p.choice().equals(form.who())).findFirst();
        if (partner.isEmpty()) {
            errors.add("who", "Choose with whom");
        }
        Optional<Kind> kind = Kind.FOR_TWO.stream().filter(k -> k.code().equals(form.kind())).findFirst();
        if (kind.isEmpty()) {
            errors.add("kind", "Choose a kind of session");
        } else if (kind.get() == Kind.ONE_TO_ONE && partner.isPresent() && !partner.get().isLine()) {
            errors.add("kind", "One-to-one is for line supervision. With " + partner.get().name() + " it is practice supervision, or another kind");
        }
        When when = read(errors, form.date(), form.time(), form.minutes(), form.place(), today.date().minusDays(Session.RECORDED_WITHIN_DAYS));
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        List<String> warnings = form.anyway() == null ? clashes(viewer, partner.get().id(), partner.get().name(), when, id) : List.of();
        return warnings.isEmpty() ? plan(id, partner.get(), kind.get(), when, viewer) : new Outcome.Clashing(warnings);
    }

    private Outcome plan(UUID id, Partner partner, Kind kind, When when, Viewer viewer) {
        UUID supervisee = partner.viewerSupervises() ? partner.id() : viewer.id();
        UUID supervisor = partner.viewerSupervises() ? viewer.id() : partner.id();
        if (lives.addSession(id, kind.code(), supervisee, supervisor, viewer.id(), steps.now()) == 1) {
            addDate(id, 1, when, null, viewer);
            steps.begin(id, supervisee, viewer);
        }
        return new Outcome.Done("planned");
    }

    Outcome move(Session session, MoveForm form, Viewer viewer) {
        return switch (session) {
            case Session.Planned planned -> move(planned, form, viewer);
            default -> steps.overtaken(session, State.PLANNED, "moved", viewer);
        };
    }

    private Outcome move(Session.Planned planned, MoveForm form, Viewer viewer) {
        Errors errors = Errors.none();
        When when = read(errors, form.date(), form.time(), form.minutes(), form.place(), today.date());
        Optional<Cause> cause = Cause.of(form.cause() == null ? "" : form.cause());
        if (cause.isEmpty()) {
            errors.add("cause", "Choose why it is moved");
        }
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        if (planned.move(viewer.id()) instanceof Next.Refused(String sentence)) {
            return new Outcome.NotNow(sentence);
        }
        Named other = planned.about().other(viewer.id());
        List<String> warnings = form.anyway() == null ? clashes(viewer, other.id(), other.name(), when, planned.id()) : List.of();
        if (!warnings.isEmpty()) {
            return new Outcome.Clashing(warnings);
        }
        if (isWhereItIs(planned, when)) {
            return new Outcome.Done("moved");
        }
        addDate(planned.id(), planned.about().moves() + 2, when, cause.get().code(), viewer);
        return new Outcome.Done("moved");
    }

    /** A double tap moves once. */
    private static boolean isWhereItIs(Session.Planned planned, When when) {
        Particulars about = planned.about();
        return about.startsAt().toInstant().equals(when.startsAt().toInstant()) && about.minutes() == when.minutes()
                && Objects.equals(about.place(), when.place());
    }

    private void addDate(UUID session, int number, When when, @Nullable String cause, Viewer viewer) {
        lives.addDate(ids.next(), session, number, when.startsAt().toInstant(), when.minutes(), when.place(), cause, viewer.id(), steps.now());
    }

    private @Nullable When read(Errors errors, String date, String time, String minutes, String place, LocalDate earliest) {
        LocalDate day = errors.read("date", WrittenDate.read(date, today.date()));
        if (day != null && day.isBefore(earliest)) {
            errors.add("date", earliest.equals(today.date()) ? "Write a day from today on"
                    : "Write a day from " + Words.day(earliest) + " on; an older session cannot be recorded any more");
        } else if (day != null && day.isAfter(today.date().plusDays(FURTHEST_AHEAD_DAYS))) {
            errors.add("date", "Write a day within the next 18 months");
        }
        LocalTime at = errors.read("time", WrittenTime.read(time));
        int length = minutes != null && minutes.strip().matches("[0-9]{1,4}") ? Integer.parseInt(minutes.strip()) : 0;
        if (length < SHORTEST_MINUTES || length > LONGEST_MINUTES) {
            errors.add("minutes", "Write how many minutes, from " + SHORTEST_MINUTES + " to " + LONGEST_MINUTES);
        }
        String where = errors.optionalText("place", place, LONGEST_PLACE);
        return errors.isEmpty() ? new When(day.atTime(at).atZone(Today.LONDON), length, where.isEmpty() ? null : where) : null;
    }

    private List<String> clashes(Viewer viewer, UUID other, String otherName, When when, UUID besides) {
        List<String> warnings = new ArrayList<>();
        for (Diaries.Planned planned : diaries.plannedThen(viewer.id(), other, when.startsAt().toInstant(), when.endsAt(), besides)) {
            warnings.add((planned.personId().equals(other) ? otherName + " has" : "You have") + " another session from "
                    + Words.time(planned.startsAt().atZone(Today.LONDON).toLocalTime()) + " for " + planned.minutes() + " minutes.");
        }
        for (UUID away : diaries.awayOn(viewer.id(), other, when.startsAt().toLocalDate())) {
            warnings.add((away.equals(other) ? otherName + " is" : "You are") + " away on " + Words.day(when.startsAt().toLocalDate()) + ".");
        }
        return warnings;
    }

    Outcome cancel(Session session, CancellationForm form, Viewer viewer) {
        Errors errors = Errors.none();
        Optional<Cause> cause = Cause.of(form.cancelCause() == null ? "" : form.cancelCause());
        if (cause.isEmpty()) {
            errors.add("cancelCause", "Choose why it is cancelled");
        }
        String words = errors.optionalText("cancelWords", form.cancelWords(), LONGEST_PLACE);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        return switch (session) {
            case Session.Planned planned -> add(planned, planned.cancel(viewer.id(), cause.get(), words.isEmpty() ? null : words), "cancelled", viewer);
            default -> steps.overtaken(session, State.CANCELLED, "cancelled", viewer);
        };
    }

    /** Says that the session is being held, or was, and keeps which earlier actions were still open. */
    Outcome hold(Session session, Viewer viewer) {
        Outcome outcome = switch (session) {
            case Session.Planned planned -> add(planned, planned.hold(viewer.id(), today.date()), "started", viewer);
            case Session.Missed missed -> add(missed, missed.hold(viewer.id(), today.date()), "started", viewer);
            default -> steps.overtaken(session, State.DRAFTED, "started", viewer);
        };
        if (outcome instanceof Outcome.Done && !session.isHeld()) {
            actions.carryInto(session.id(), today.date(), steps.now());
        }
        return outcome;
    }

    private Outcome add(Session session, Next next, String said, Viewer viewer) {
        return switch (next) {
            case Next.Refused(String sentence) -> new Outcome.NotNow(sentence);
            case Next.Steps(List<Next.Step> rows) -> {
                steps.add(session, rows, viewer);
                yield new Outcome.Done(said);
            }
        };
    }
}
