package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;

/**
 * The page of one session, for one viewer.
 *
 * @param standing  in one or two words
 * @param next      what can be done now, or null
 * @param record    where the record is read or written, or null where this viewer does not, or there is none
 * @param restrictedPart where only the two write or read how the work affects the supervisee, or null
 * @param privatePreparation where the supervisee writes for themselves; null for everybody else
 * @param agenda    empty for everybody but the two
 * @param texts     what was written about the record: edits asked for, a comment, a dispute, how it ended
 * @param may       which acts are offered
 * @param typed     what a refused form brought, by field
 * @param notNow    why something could not be done, or null
 * @param warnings  what to think about before planning at that time all the same
 * @param question  what to think about before sharing, or null
 * @param once      the once-only id of whatever is added next
 */
public record SessionPage(
        Chrome chrome, List<Link> where, String id, String title, String caption, String whoCanSee, String standing, @Nullable String next,
        List<Fact> facts, List<Line> history, @Nullable Link record, @Nullable Link restrictedPart, @Nullable Link pdf, @Nullable Link bookNext, int version,
        List<AgendaSection> agenda, @Nullable Preparation preparation, @Nullable String privatePreparation, List<SaidText> texts, List<VersionLine> versions,
        List<SaidText> addenda, May may, Choices choices, Map<String, String> typed, Errors errors, @Nullable String notNow,
        List<String> warnings, @Nullable SharingQuestion question, String once) {

    /** A step of its life: the day, and what happened. */
    public record Line(String day, String what) {}

    /** Acts that are offered to this viewer in this state. */
    public record May(
            boolean start, boolean move, boolean cancel, boolean share, boolean withdraw, boolean answer, boolean settle, boolean add,
            boolean editAgenda, boolean askForCase) {}

    /** What can be chosen in the forms. */
    public record Choices(List<Choice> causes, List<Choice> cancelCauses, List<Choice> thirdPersons, List<Choice> cases, List<Choice> sections) {}

    /** A section of the agenda. */
    public record AgendaSection(String id, String heading, String empty, List<Item> items) {}

    /**
     * Something on the agenda.
     *
     * @param id      of the row, for taking it off
     * @param href    of the case, or null
     * @param reasons why it is here, as sentences
     * @param detail  one more line, such as who added it, or null
     * @param lead    what stands above it and what follows, or null
     * @param action  the action it is, which can be ended here, or null
     */
    public record Item(
            String id, String what, @Nullable String href, List<String> reasons, @Nullable String detail, @Nullable String lead, @Nullable String action) {}

    /** Shared preparation of both sides; {@code mine} can be written while the session is planned. */
    public record Preparation(String mine, String otherName, String others, boolean canWrite) {}

    /** A text somebody put beside the record. */
    public record SaidText(String heading, String who, String words) {}

    /** One kept version. */
    public record VersionLine(String href, String label, String detail) {}

    /** What a refused form brought for that field; otherwise {@code otherwise}. */
    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public String typed(String field) {
        return typed(field, "");
    }

    /** Whether there is nothing to show but when it is, and what became of that. */
    public boolean isDatesOnly() {
        return next == null && agenda.isEmpty() && texts.isEmpty() && record == null;
    }

    /** Whether one of these fields has to be put right, so that its form stands open. */
    public boolean hasErrorIn(String... fields) {
        return List.of(fields).stream().anyMatch(field -> errors.of(field) != null);
    }
}
