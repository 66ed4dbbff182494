package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.access.Viewer;
import org.holdfast.web.Choice;
import org.holdfast.web.Errors;
import org.holdfast.web.Words;

/** Makes the fields of one record's page for one viewer, and remembers how each was shown. */
final class FieldBoxes {
    private final SessionAtHand session;
    private final Viewer viewer;
    private final Map<String, String> typed;
    private final Errors errors;
    private final Map<String, FieldBox.Conflict> conflicts;
    private final List<String> shown = new ArrayList<>();

    /** @param typed what was typed and could not be saved, by the field's name */
    FieldBoxes(SessionAtHand session, Viewer viewer, Map<String, String> typed, Errors errors, List<Conflicts.Open> conflicts) {
        this.session = session;
        this.viewer = viewer;
        this.typed = typed;
        this.errors = errors;
        this.conflicts = new java.util.HashMap<>();
        conflicts.forEach(open -> this.conflicts.put(open.part() + "_" + open.partId() + "_" + open.field(), conflict(open)));
    }

    private FieldBox.Conflict conflict(Conflicts.Open open) {
        RecordField field = Part.of(open.part()).flatMap(part -> RecordField.of(part, open.field())).orElseThrow();
        UUID standingBy = open.otherBy().equals(session.superviseeId()) ? session.supervisorId() : session.superviseeId();
        return new FieldBox.Conflict(
                open.id().toString(), inWords(field, open.standingText()), session.nameOf(standingBy),
                inWords(field, open.otherText()), session.nameOf(open.otherBy()), field.kind instanceof FieldKind.Text);
    }

    private String inWords(RecordField field, @Nullable String kept) {
        String text = kept == null ? "" : kept;
        return switch (field.kind) {
            case FieldKind.OneOfTheTwo two -> text.isEmpty() ? "" : session.nameOf(UUID.fromString(text));
            case FieldKind.Step step -> Choices.step(text);
            default -> field.kind.shown(text);
        };
    }

    /** A field everybody in the session reads and, once it is shared and locked, whoever may read the record. */
    FieldBox box(DraftPart part, RecordField field) {
        return box(part, field, theTwo());
    }

    /** "You and Amina" */
    String theTwo() {
        UUID other = viewer.is(session.superviseeId()) ? session.supervisorId() : session.superviseeId();
        return "You and " + new Named(other, session.nameOf(other)).firstName();
    }

    FieldBox box(DraftPart part, RecordField field, String whoSees) {
        String name = new FieldName(part.part(), part.id(), field).toString();
        String standing = field.kind.shown(part.kept(field));
        String value = typed.getOrDefault(name, standing);
        boolean editable = session.mayWrite(field.side, viewer);
        if (editable) {
            shown.add(name + "=" + Shown.digest(standing));
        }
        return new FieldBox(
                name, kind(field), field.label, null, value, choices(field, value), whoSees, editable, 3, field.most(),
                errors.of(name), conflicts.get(name));
    }

    private static String kind(RecordField field) {
        return switch (field.kind) {
            case FieldKind.Text text -> text.most() > 200 ? "text" : "line";
            case FieldKind.Day day -> "word";
            case FieldKind.TimeOfDay time -> "word";
            case FieldKind.Minutes minutes -> "word";
            case FieldKind.Tick tick -> "tick";
            case FieldKind.YesOrNo yesOrNo -> "radios";
            case FieldKind.OneOf(List<String> answers) -> answers.size() > 4 ? "select" : "radios";
            case FieldKind.SomeOf some -> "checkboxes";
            case FieldKind.Step step -> "select";
            case FieldKind.OneOfTheTwo two -> "select";
        };
    }

    private List<Choice> choices(RecordField field, String value) {
        return switch (field.kind) {
            case FieldKind.YesOrNo yesOrNo -> List.of(Choice.of("yes", "Yes", value), Choice.of("no", "No", value));
            case FieldKind.OneOf(List<String> answers) when answers.size() > 4 -> withNone("Not chosen", value,
                    answers.stream().map(answer -> Choice.of(answer, Choices.label(answer), value)));
            case FieldKind.OneOf(List<String> answers) ->
                    answers.stream().map(answer -> Choice.of(answer, Choices.label(answer), value)).toList();
            case FieldKind.SomeOf(List<String> answers) -> answers.stream()
                    .map(a -> new Choice(a, Words.sentence(a), null, FieldKind.SomeOf.split(value).contains(a))).toList();
            case FieldKind.Step step -> withNone("It is not stuck, or not said", value, IntStream.rangeClosed(1, step.last())
                    .mapToObj(n -> Choice.of(String.valueOf(n), n + ". " + Choices.step(String.valueOf(n)), value)));
            case FieldKind.OneOfTheTwo two -> withNone("Not said", value, Stream.of(
                    Choice.of(session.superviseeId().toString(), session.supervisee(), value),
                    Choice.of(session.supervisorId().toString(), session.supervisor(), value)));
            default -> List.of();
        };
    }

    private static List<Choice> withNone(String none, String value, Stream<Choice> answers) {
        return Stream.concat(Stream.of(Choice.of("", none, value)), answers).toList();
    }

    /** How each field was shown, for the form to bring back: a field that comes back the same was not touched. */
    String asShown() {
        return String.join(" ", shown);
    }
}
