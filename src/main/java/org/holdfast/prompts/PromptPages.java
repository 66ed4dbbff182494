package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.caseload.ContactGap;
import org.holdfast.caseload.ContactStrip;
import org.holdfast.caseload.ContactStrips;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Choice;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.Words;

/** Finds a prompt for a viewer and words its page; each reading is noted. */
@Singleton
class PromptPages {
    /** How long a prompt can be put off, in days. */
    static final int PUT_OFF_DAYS = 7;

    static final Said SAID = new Said(Map.of(
            "decided", "The decision is written down. This comes back if its review date passes without the child being seen.",
            "put-off", "It is put off for 7 days."));

    private final Raised raised;
    private final Prompts prompts;
    private final ContactGapDecisions decisions;
    private final ContactStrips strips;
    private final Reads reads;
    private final Chromes chromes;
    private final Today today;
    private final Ids ids;

    PromptPages(
            Raised raised, Prompts prompts, ContactGapDecisions decisions, ContactStrips strips, Reads reads, Chromes chromes, Today today, Ids ids) {
        this.raised = raised;
        this.prompts = prompts;
        this.decisions = decisions;
        this.strips = strips;
        this.reads = reads;
        this.chromes = chromes;
        this.today = today;
        this.ids = ids;
    }

    /** @throws Missing where the viewer does not reach its case in full */
    Raised.Asked find(UUID id) {
        prompts.sweepOnce(today.date());
        return raised.find(id, today.date()).orElseThrow(Missing::new);
    }

    PromptPage show(UUID id, Viewer viewer, @Nullable String said) {
        return page(find(id), viewer, DecisionForm.EMPTY, "", Errors.none(), said);
    }

    PromptPage toPutRight(Raised.Asked asked, Viewer viewer, DecisionForm form, Errors errors) {
        return page(asked, viewer, form, "", errors, null);
    }

    PromptPage toPutRight(Raised.Asked asked, Viewer viewer, PutOffForm form, Errors errors) {
        return page(asked, viewer, DecisionForm.EMPTY, form.typed(), errors, null);
    }

    private PromptPage page(Raised.Asked p, Viewer viewer, DecisionForm form, String putOffReason, Errors errors, @Nullable String said) {
        reads.note(viewer, "prompt", p.id(), p.workerId());
        LocalDate day = today.date();
        ContactGap gap = p.gap();
        boolean asks = asks(p);
        ContactStrip strip = strips.of(p.caseId(), p.limitDays() == null ? p.raisedLimit() : p.limitDays(), day);
        return new PromptPage(
                chromes.of(viewer, "/prompts").saying(SAID.sentence(said)), p.id().toString(), title(p, day),
                List.of(Link.to("Home", "/"), Link.to(p.reference(), "/cases/" + p.caseId()), Link.here("Prompt")),
                "People who work on this case, their supervisors and the team's manager", "/cases/" + p.caseId(), p.reference(),
                p.missingSince() == null ? null : "Missing since " + Words.day(p.missingSince()),
                gap == null ? "This case is not open any more." : gap.standing(day), rests(p, day), asks ? question(p, viewer) : null,
                Rules.CONTACT_GAP, why(p, gap, day), facts(p, gap, day), strip, steps(p, day), decisions(p, day), goesTo(p, asks),
                asks && p.decides(), asks && p.decides() && !p.putOffBefore() && p.promptState().equals("open"), form, putOffReason, errors,
                choices(ContactGapDecisions.DECISIONS, form.decision()), causes(form.cause()),
                Words.day(decisions.latestReview(p.planUntil() != null && p.planUntil().isBefore(day) ? null : p.planUntil())),
                form.once() == null ? ids.next().toString() : form.once());
    }

    /** Whether the gap still wants a decision: also while one stands, which a better one may follow. */
    static boolean asks(Raised.Asked p) {
        return !p.isCleared() && p.state() != null && p.since().equals(p.gapSince());
    }

    private static String title(Raised.Asked p, LocalDate day) {
        return p.reference() + ": " + (p.lastSeenOn() == null ? "not seen yet" : "last seen " + Words.distance(p.lastSeenOn(), day));
    }

    private static @Nullable String rests(Raised.Asked p, LocalDate day) {
        return switch (p.promptState()) {
            case "cleared" -> "Nothing is asked any more: the facts have changed since this was raised.";
            case "decided" -> "A decision stands until " + Words.day(p.untilOn()) + ". If the child is not seen by then, this comes back.";
            case "put off" -> "It is put off until " + Words.day(p.untilOn()) + ".";
            default -> null;
        };
    }

    private static String question(Raised.Asked p, Viewer viewer) {
        if (p.away() && (p.workerId() == null || !viewer.is(p.workerId()))) {
            return (p.worker() == null ? "The worker" : p.worker()) + " is away" + (p.awayUntil() == null ? "" : " until " + Words.day(p.awayUntil()))
                    + ". Who sees the child meanwhile?";
        }
        return Rules.CONTACT_GAP.question();
    }

    private static List<String> why(Raised.Asked p, @Nullable ContactGap gap, LocalDate day) {
        List<String> why = new ArrayList<>();
        why.add(Rules.CONTACT_GAP.sentence());
        why.add("It was raised on " + Words.day(p.raisedOn()) + ", on day " + p.raisedDays() + ", with the setting of that day: "
                + p.raisedLimit() + " days, and notice from day " + p.raisedNotice() + ".");
        if (gap != null) {
            why.add(gap.why(day));
        }
        why.add(Rules.CONTACT_GAP.whoGetsIt());
        return why;
    }

    private static List<Fact> facts(Raised.Asked p, @Nullable ContactGap gap, LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Last seen", gap == null ? "Not open" : gap.lastSeen(day)));
        facts.add(Fact.of("Attempts since", p.attempts() == 0 ? "None logged" : Words.count(p.attempts(), "attempt")));
        facts.add(Fact.of("Young person's worker", p.workerId() == null ? "Nobody today" : (p.worker() == null ? "Somebody of another team" : p.worker()) + (p.away() ? ", away" : "")));
        facts.add(Fact.of("Contact plan", p.planStep() == null ? "None agreed" : Words.sentence(p.planStep()) + ", review " + Words.shortDay(p.planReviewOn(), day)));
        if (p.shortTermRisk() != null) {
            facts.add(Fact.of("Risk in the short term", Words.sentence(p.shortTermRisk())));
            facts.add(Fact.of("Statutory plan", Words.sentence(p.statutoryPlan())));
        }
        return facts;
    }

    private List<PromptPage.Step> steps(Raised.Asked p, LocalDate day) {
        return raised.steps(p.id()).stream().map(step -> step(step, day)).toList();
    }

    private static PromptPage.Step step(Raised.Step step, LocalDate day) {
        String what = switch (step.what()) {
            case "raised" -> "Raised";
            case "raised again" -> "Came back";
            case "cleared" -> "Cleared by the facts";
            case "put off" -> "Put off until " + Words.shortDay(step.untilOn(), day);
            default -> "Decided, review by " + Words.shortDay(step.untilOn(), day);
        };
        return new PromptPage.Step(step.who() == null ? what : what + ", " + step.who(), Words.shortDay(step.onDay(), day), step.reason());
    }

    private List<PromptPage.Decision> decisions(Raised.Asked p, LocalDate day) {
        return raised.decisions(p.caseId()).stream().map(d -> new PromptPage.Decision(
                Words.sentence(d.decision()), d.cause(), d.reasons(),
                Words.shortDay(d.decidedOn(), day) + ", review by " + Words.shortDay(d.reviewOn(), day), d.decidedBy())).toList();
    }

    private static @Nullable String goesTo(Raised.Asked p, boolean asks) {
        if (!asks || p.decides()) {
            return null;
        }
        return "The decision goes to " + (p.decidedBy() == null ? "the supervisor of the case, who is not named yet" : p.decidedBy())
                + ". Nobody decides about their own case.";
    }

    private static List<Choice> causes(@Nullable String chosen) {
        List<Choice> causes = new ArrayList<>();
        causes.add(new Choice("", "Choose a cause", null, chosen == null || chosen.isEmpty()));
        causes.addAll(choices(ContactGapDecisions.CAUSES, chosen));
        return causes;
    }

    private static List<Choice> choices(List<String> terms, @Nullable String chosen) {
        return terms.stream().map(term -> Choice.of(term, Words.sentence(term), chosen)).toList();
    }
}
