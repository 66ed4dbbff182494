package org.holdfast.supervision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** Records what a session decided about a gap in contact, from the four fields in which it was written. */
@Singleton
class DecidingAboutTheGap {
    private static final List<RecordField> NEEDED = List.of(
            RecordField.GAP_DECISION, RecordField.GAP_CAUSE, RecordField.GAP_REASONS, RecordField.GAP_REVIEW_ON);

    private final Drafts drafts;

    DecidingAboutTheGap(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Records the decision, which settles the prompt until its review date; what is missing is added to the errors.
     *
     * @throws Missing for a discussion that is not in that record
     */
    void decide(SessionAtHand session, Viewer viewer, UUID discussion, Errors errors) {
        DraftPart part = drafts.of(session).find(Part.DISCUSSION, discussion.toString()).orElseThrow(Missing::new);
        NEEDED.stream().filter(field -> part.kept(field).isEmpty())
                .forEach(field -> errors.add(new FieldName(Part.DISCUSSION, part.id(), field).toString(), missing(field)));
    }

    private static String missing(RecordField field) {
        return switch (field) {
            case GAP_DECISION -> "Choose what you decided about the gap";
            case GAP_CAUSE -> "Choose the cause of the gap";
            case GAP_REASONS -> "Write the reasons";
            default -> "Write when you will look at it again";
        };
    }
}
