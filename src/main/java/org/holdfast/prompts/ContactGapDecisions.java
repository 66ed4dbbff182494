package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Words;

/**
 * Decisions about a case's contact gap, from its prompt or from a supervision record. A decision belongs to one gap: the
 * next seen contact ends it. Nobody decides about their own case.
 */
@Singleton
public class ContactGapDecisions {
    public static final List<String> DECISIONS = List.of("continue with a plan", "change approach", "escalate", "plan an ending");
    public static final List<String> CAUSES = List.of(
            "child not engaging", "child missing", "crisis", "practitioner absent", "change of practitioner", "centre closed", "planned break",
            "waiting for another agency", "winding down");

    /** How far ahead a decision is looked at again, in days, where no agreed plan reaches further. */
    public static final int MOST_DAYS = 31;
    private static final int MOST_WORDS = 2000;

    /**
     * What was decided.
     *
     * @param id       the once-only id of the decision: the same again is the same decision
     * @param session  the supervision session it was decided in, or null
     */
    public record GapDecision(
            UUID id, UUID caseId, @Nullable String decision, @Nullable String cause, @Nullable String reasons, @Nullable LocalDate reviewOn,
            @Nullable UUID session) {}

    /** How it went. Nothing was written except where it says so. */
    public sealed interface Outcome {
        /** It is written down, and the prompt rests until that day. */
        record Recorded(LocalDate reviewOn) implements Outcome {}

        /** The viewer does not reach the case in full, or it is not open. */
        record NoSuchCase() implements Outcome {}

        /** The child was seen in time, or a plan covers the gap: nothing asks for a decision. */
        record NothingToDecide() implements Outcome {}

        /** It goes to somebody else. @param names who decides, or null where there is nobody yet */
        record ForSomebodyElse(@Nullable String names) implements Outcome {}

        /** Keys are {@code decision}, {@code cause}, {@code reasons} and {@code reviewOn}. */
        record ToPutRight(Errors errors) implements Outcome {}

        /** Somebody else decided about the same gap at the same moment. */
        record DecidedMeanwhile() implements Outcome {}
    }

    private final Raised raised;
    private final Acts acts;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    ContactGapDecisions(Raised raised, Acts acts, Today today, Clock clock, Ids ids) {
        this.raised = raised;
        this.acts = acts;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    /** Writes the decision and what it means for the prompt, in the transaction of the caller. */
    public Outcome record(GapDecision decided, Viewer viewer) {
        if (raised.isDecided(decided.id())) {
            return new Outcome.Recorded(decided.reviewOn() == null ? today.date() : decided.reviewOn());
        }
        raised.settle(decided.caseId(), today.date(), clock.instant());
        Optional<Raised.Gap> gap = raised.gap(decided.caseId(), today.date());
        return gap.isEmpty() ? new Outcome.NoSuchCase() : record(decided, gap.get(), viewer);
    }

    private Outcome record(GapDecision decided, Raised.Gap gap, Viewer viewer) {
        if (!gap.decides()) {
            return new Outcome.ForSomebodyElse(gap.decidedBy());
        }
        if (gap.promptId() == null || !gap.state().equals("over") && !gap.state().equals("notice")) {
            return new Outcome.NothingToDecide();
        }
        Errors errors = check(decided, gap.planUntil());
        return errors.isEmpty() ? write(decided, gap, viewer) : new Outcome.ToPutRight(errors);
    }

    private Errors check(GapDecision decided, @Nullable LocalDate planUntil) {
        Errors errors = Errors.none();
        if (decided.decision() == null || !DECISIONS.contains(decided.decision())) {
            errors.add("decision", "Choose what you decide");
        }
        if (decided.cause() == null || !CAUSES.contains(decided.cause())) {
            errors.add("cause", "Choose what the gap comes from");
        }
        errors.text("reasons", decided.reasons(), MOST_WORDS, "Write the reasons");
        LocalDate latest = latestReview(planUntil);
        if (decided.reviewOn() == null) {
            errors.add("reviewOn", "Write when you look at it again, at the latest " + Words.day(latest));
        } else if (decided.reviewOn().isBefore(today.date()) || decided.reviewOn().isAfter(latest)) {
            errors.add("reviewOn", "Choose a review date from today to " + Words.day(latest));
        }
        return errors;
    }

    /** 31 days ahead, or as long as an agreed plan covers. */
    LocalDate latestReview(@Nullable LocalDate planUntil) {
        LocalDate latest = today.date().plusDays(MOST_DAYS);
        return planUntil == null || planUntil.isBefore(latest) ? latest : planUntil;
    }

    private Outcome write(GapDecision decided, Raised.Gap gap, Viewer viewer) {
        String reasons = Errors.none().text("reasons", decided.reasons(), MOST_WORDS, "");
        int written = raised.addDecision(
                decided.id(), decided.caseId(), gap.since(), decided.decision(), decided.cause(), reasons, decided.reviewOn(), viewer.id(),
                today.date(), clock.instant(), decided.session());
        if (written == 0) {
            return raised.isDecided(decided.id()) ? new Outcome.Recorded(decided.reviewOn()) : new Outcome.DecidedMeanwhile();
        }
        raised.addStep(ids.next(), gap.promptId(), "decided", viewer.id(), today.date(), clock.instant(), decided.reviewOn(), null);
        acts.note(viewer, Act.CONTACT_GAP_DECIDED, decided.caseId(), null);
        return new Outcome.Recorded(decided.reviewOn());
    }
}
