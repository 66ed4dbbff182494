package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.prompts.ContactGapDecisions;
import org.holdfast.prompts.ContactGapDecisions.GapDecision;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** Records what a session decided about a gap in contact, from the four fields in which it was written. */
@Singleton
class DecidingAboutTheGap {
    private static final Map<String, RecordField> FIELDS = Map.of(
            "decision", RecordField.GAP_DECISION, "cause", RecordField.GAP_CAUSE, "reasons", RecordField.GAP_REASONS,
            "reviewOn", RecordField.GAP_REVIEW_ON);

    private final Drafts drafts;
    private final ContactGapDecisions decisions;
    private final Ids ids;

    DecidingAboutTheGap(Drafts drafts, ContactGapDecisions decisions, Ids ids) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.ids = ids;
    }

    /**
     * Records the decision, which lets the prompt rest until its review date; what keeps it from that is added to the
     * errors.
     *
     * @throws Missing for a discussion that is not in that record
     */
    void decide(SessionAtHand session, Viewer viewer, UUID discussion, Errors errors) {
        DraftPart part = drafts.of(session).find(Part.DISCUSSION, discussion.toString()).orElseThrow(Missing::new);
        GapDecision decided = new GapDecision(
                ids.next(), part.caseId(), part.kept(RecordField.GAP_DECISION), part.kept(RecordField.GAP_CAUSE),
                part.kept(RecordField.GAP_REASONS), day(part), session.id());
        tell(part, decisions.record(decided, viewer), errors);
    }

    private static @Nullable LocalDate day(DraftPart part) {
        String kept = part.kept(RecordField.GAP_REVIEW_ON);
        return kept.isEmpty() ? null : LocalDate.parse(kept);
    }

    private static void tell(DraftPart part, ContactGapDecisions.Outcome outcome, Errors errors) {
        String group = "gap-" + part.id();
        switch (outcome) {
            case ContactGapDecisions.Outcome.Recorded recorded -> { }
            case ContactGapDecisions.Outcome.ToPutRight(Errors found) ->
                    found.entries().forEach(entry -> errors.add(name(part, entry.field()), entry.sentence()));
            case ContactGapDecisions.Outcome.ForSomebodyElse(String names) -> errors.add(group,
                    names == null ? "Nobody can decide about this gap yet: the case has no supervisor" : "This decision is for " + names + " to record");
            case ContactGapDecisions.Outcome.NothingToDecide none -> errors.add(group, "Nothing asks for this decision any more");
            case ContactGapDecisions.Outcome.NoSuchCase none -> errors.add(group, "This case is not with you any more");
            case ContactGapDecisions.Outcome.DecidedMeanwhile meanwhile -> errors.add(group, "Somebody else decided about this gap just now: open the page again");
        }
    }

    private static String name(DraftPart part, String field) {
        return new FieldName(Part.DISCUSSION, part.id(), FIELDS.get(field)).toString();
    }
}
