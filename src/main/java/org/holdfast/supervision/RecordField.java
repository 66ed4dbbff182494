package org.holdfast.supervision;

import static org.holdfast.supervision.Part.ACTION;
import static org.holdfast.supervision.Part.DECISION;
import static org.holdfast.supervision.Part.DISCUSSION;
import static org.holdfast.supervision.Part.FUNCTION;
import static org.holdfast.supervision.Part.IMPACT;
import static org.holdfast.supervision.Part.RECORD;
import static org.holdfast.supervision.Part.RESTRICTED;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every field of a record that anybody may write, and nothing else: where it is kept, what may stand in it, and which
 * of the two writes it. The names of columns in saving come from here and never from a request.
 */
enum RecordField {
    HELD_ON(RECORD, "Held on", new FieldKind.Day()),
    STARTED_AT(RECORD, "Started at", new FieldKind.TimeOfDay()),
    MINUTES(RECORD, "Minutes", new FieldKind.Minutes(720)),
    INTERRUPTED(RECORD, "Interrupted", new FieldKind.YesOrNo()),
    PLACE(RECORD, "Where", new FieldKind.Text(200)),
    PRESENT(RECORD, "Present", new FieldKind.Text(500)),
    LENS(RECORD, "Lens", new FieldKind.Text(100)),
    ITSELF(RECORD, "How is supervision itself going?", new FieldKind.Text(20_000)),

    DISCUSSED(FUNCTION, "Discussed", new FieldKind.Tick()),
    NOTES(FUNCTION, "Short notes", new FieldKind.Text(200_000)),
    NOT_COVERED_BECAUSE(FUNCTION, "Not covered because", new FieldKind.Text(2_000)),

    REASON(DISCUSSION, "Why it is here", new FieldKind.Text(2_000)),
    SEEN_AND_HEARD(DISCUSSION, "How is the child seen and heard?", new FieldKind.Text(200_000)),
    CHANGE(DISCUSSION, "Since last time", new FieldKind.OneOf(Choices.CHANGES)),
    WHAT_HAS_CHANGED(DISCUSSION, "What has changed", new FieldKind.Text(200_000)),
    HYPOTHESIS(DISCUSSION, "Working hypothesis", new FieldKind.Text(200_000)),
    OTHER_HYPOTHESES(DISCUSSION, "What else could explain what you see?", new FieldKind.Text(200_000)),
    KNOW(DISCUSSION, "What we know", new FieldKind.Text(200_000)),
    INFER(DISCUSSION, "What we infer", new FieldKind.Text(200_000)),
    DO_NOT_KNOW(DISCUSSION, "What we do not know", new FieldKind.Text(200_000)),
    PRACTITIONER_SHORT_TERM(DISCUSSION, "Short term", new FieldKind.OneOf(Choices.LEVELS), Side.SUPERVISEE),
    PRACTITIONER_LONGER_TERM(DISCUSSION, "Medium to long term", new FieldKind.OneOf(Choices.LEVELS), Side.SUPERVISEE),
    SUPERVISOR_SHORT_TERM(DISCUSSION, "Short term", new FieldKind.OneOf(Choices.LEVELS), Side.SUPERVISOR),
    SUPERVISOR_LONGER_TERM(DISCUSSION, "Medium to long term", new FieldKind.OneOf(Choices.LEVELS), Side.SUPERVISOR),
    ENGAGEMENT_STEP(DISCUSSION, "Where is it stuck?", new FieldKind.Step(Choices.STEPS.size())),
    PURPOSES(DISCUSSION, "What this discussion was for", new FieldKind.SomeOf(Choices.PURPOSES)),
    GAP_DECISION(DISCUSSION, "Decision", new FieldKind.OneOf(Choices.GAP_DECISIONS), Side.SUPERVISOR),
    GAP_CAUSE(DISCUSSION, "Cause of the gap", new FieldKind.OneOf(Choices.GAP_CAUSES), Side.SUPERVISOR),
    GAP_REASONS(DISCUSSION, "Reasons", new FieldKind.Text(2_000), Side.SUPERVISOR),
    GAP_REVIEW_ON(DISCUSSION, "Review on", new FieldKind.Day(), Side.SUPERVISOR),
    NEXT_DISCUSSION_BY(DISCUSSION, "Next discussion by", new FieldKind.Day()),

    DECIDED(DECISION, "what", "What was decided", new FieldKind.Text(20_000)),
    WHY(DECISION, "Why", new FieldKind.Text(20_000)),
    DECISION_OWNER(DECISION, "owner_id", "By whom", new FieldKind.OneOfTheTwo()),
    OWNER_OTHERWISE(DECISION, "Or somebody else", new FieldKind.Text(200)),
    DECISION_DUE_ON(DECISION, "due_on", "By when", new FieldKind.Day()),
    SAFETY(DECISION, "Safety decision", new FieldKind.Tick()),
    ENTERED_ON(DECISION, "Entered in the case system on", new FieldKind.Day()),

    TO_DO(ACTION, "what", "What", new FieldKind.Text(20_000)),
    ACTION_OWNER(ACTION, "owner_id", "Who", new FieldKind.OneOfTheTwo()),
    ACTION_DUE_ON(ACTION, "due_on", "By when", new FieldKind.Day()),
    FOR_THE_SERVICE(ACTION, "For the service", new FieldKind.Tick()),

    WELLBEING(RESTRICTED, "How does the work affect the practitioner, and what would help?", new FieldKind.Text(200_000)),
    EMOTIONAL_IMPACT(IMPACT, "Emotional impact on the worker", new FieldKind.Text(20_000));

    /** Which of the two may write a field. */
    enum Side { EITHER, SUPERVISEE, SUPERVISOR }

    final Part part;
    final String column;
    final String label;
    final FieldKind kind;
    final Side side;

    RecordField(Part part, String label, FieldKind kind) {
        this(part, label, kind, Side.EITHER);
    }

    RecordField(Part part, String label, FieldKind kind, Side side) {
        this.part = part;
        this.column = name().toLowerCase(Locale.ROOT);
        this.label = label;
        this.kind = kind;
        this.side = side;
    }

    RecordField(Part part, String column, String label, FieldKind kind) {
        this.part = part;
        this.column = column;
        this.label = label;
        this.kind = kind;
        this.side = Side.EITHER;
    }

    /** As pages and requests name it: {@code seen-and-heard}. */
    String code() {
        return column.replace('_', '-');
    }

    static Optional<RecordField> of(Part part, String code) {
        return of(part).stream().filter(field -> field.code().equals(code)).findFirst();
    }

    static List<RecordField> of(Part part) {
        return Arrays.stream(values()).filter(field -> field.part == part).toList();
    }

    /** The longest text, in characters; null where the field takes no free text. */
    Integer most() {
        return kind instanceof FieldKind.Text(int most) ? most : null;
    }
}
