package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/** Adds rows to the life of a session, and says in words what its newest row was when somebody came second. */
@Singleton
final class SessionSteps {
    private final Lives lives;
    private final Acts acts;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    SessionSteps(Lives lives, Acts acts, Ids ids, Today today, Clock clock) {
        this.lives = lives;
        this.acts = acts;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Adds the first row of a session that has just been planned, with whom it will be the supervision of. */
    void begin(UUID session, UUID supervisee, Viewer viewer) {
        lives.addEvent(ids.next(), session, 1, State.PLANNED.code(), null, null, null, viewer.id(), today.date(), now());
        acts.note(viewer, State.PLANNED.act(), session, supervisee);
    }

    /** Adds these rows after the session's newest one. The session was taken before, so nobody can be there first. */
    void add(Session session, List<Next.Step> steps, Viewer viewer) {
        int number = session.number();
        for (Next.Step step : steps) {
            number++;
            int added = lives.addEvent(ids.next(), session.id(), number, step.state().code(), step.version(), step.cause(), step.words(),
                    viewer.id(), today.date(), now());
            if (added == 0) {
                throw new IllegalStateException("Row " + number + " of session " + session.id() + " was there already");
            }
            acts.note(viewer, step.state().act(), session.id(), session.about().supervisee().id(), ground(step));
        }
    }

    /** Why a session was cancelled may be somebody's health, and the trail is kept for longer than that is anybody's business. */
    private static @Nullable String ground(Next.Step step) {
        return step.state() == State.CANCELLED ? null : step.cause();
    }

    /**
     * The answer for somebody whose page was older than the session: done, where they themselves did just that before
     * (a double tap), otherwise who was first and with what.
     */
    Outcome overtaken(Session session, State wanted, String said, Viewer viewer) {
        Lives.Happened newest = lives.happened(session.id()).getLast();
        boolean byThemselves = Objects.equals(newest.byId(), viewer.id());
        return byThemselves && State.of(newest.state()) == wanted
                ? new Outcome.Done(said)
                : new Outcome.NotNow(whatHappened(newest, byThemselves) + ". Nothing was changed by what you sent; have a look at how it stands now.");
    }

    private static String whatHappened(Lives.Happened newest, boolean byThemselves) {
        return LockedBecause.of(newest.cause()).filter(LockedBecause::isByItself)
                .map(because -> "The record has locked by itself: " + because.words())
                .orElseGet(() -> (byThemselves ? "You have" : name(newest) + " has") + " just " + whatWasDone(newest));
    }

    private static String name(Lives.Happened newest) {
        return newest.byName() == null ? "Somebody else" : newest.byName();
    }

    private static String whatWasDone(Lives.Happened newest) {
        return switch (State.of(newest.state())) {
            case PLANNED -> "planned this session";
            case HELD -> "said that it was held";
            case DRAFTED -> newest.cause() == null ? "started the record"
                    : newest.cause().equals("withdrawn") ? "taken the shared record back" : "asked for edits";
            case SHARED -> "shared version " + Words.number(newest.version());
            case AGREED, AGREED_WITH_COMMENT -> "agreed the record";
            case DISPUTED -> "said that they see the record differently";
            case LOCKED -> LockedBecause.of(newest.cause()).filter(LockedBecause.DISPUTE_SETTLED::equals).isPresent()
                    ? "recorded how the disagreement ended" : "agreed the record, and it is locked";
            case CANCELLED -> "cancelled the session";
            case MISSED -> "recorded that the session was missed";
        };
    }
}
