package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Choice;

/**
 * One field of a record on its page.
 *
 * @param id       names it in forms, saves and addresses: part, the part's id and field with {@code _} between
 * @param kind     text, line, word, radios, tick, checkboxes or select
 * @param value    as it stands, or as typed where that cannot be saved yet
 * @param choices  the answers of radios, checkboxes and select
 * @param whoSees  who will read it
 * @param editable whether this viewer writes it; otherwise it is shown as words
 * @param rows     the height of a text
 * @param most     the longest text, in characters, or null
 * @param conflict both texts where two people wrote different words, or null
 */
public record FieldBox(
        String id, String kind, String label, @Nullable String hint, String value, List<Choice> choices, String whoSees,
        boolean editable, int rows, @Nullable Integer most, @Nullable String error, @Nullable Conflict conflict) {

    /** Two texts side by side, until somebody chooses. */
    public record Conflict(
            String id, String standing, String standingBy, String other, String otherBy, boolean canKeepBoth) {}

    FieldBox hinting(String words) {
        return new FieldBox(id, kind, label, words, value, choices, whoSees, editable, rows, most, error, conflict);
    }

    FieldBox high(int lines) {
        return new FieldBox(id, lines == 1 ? "line" : kind, label, hint, value, choices, whoSees, editable, lines, most, error, conflict);
    }

    FieldBox labelled(String words) {
        return new FieldBox(id, kind, words, hint, value, choices, whoSees, editable, rows, most, error, conflict);
    }

    public boolean isTicked() {
        return value.equals("yes");
    }

    /** What stands there for somebody who does not write it. */
    public String inWords() {
        return choices.stream().filter(Choice::chosen).map(Choice::label).findFirst().orElse(value);
    }
}
