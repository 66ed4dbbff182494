package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.supervision.SavingTheRecord.Change;
import org.holdfast.supervision.SavingTheRecord.Outcome;
import org.holdfast.time.Today;
import org.holdfast.web.Missing;
import org.holdfast.web.Words;

/**
 * What the open page of a record, or of its restricted part, says to the service and hears from it: one field to save, and what the other person
 * changed meanwhile.
 *
 * <p>{@code PUT fields} answers 200 after commit; 409 because of {@code both wrote}, with both texts, because the record
 * {@code closed} (shared or locked), or because {@code somebody else} is signed in now; 422 with a sentence; 404.
 */
@Singleton
class SheetFields {
    private final SavingTheRecord saving;
    private final SessionsAtHand sessions;
    private final Drafts drafts;
    private final RestrictedTexts restricted;
    private final Reads reads;

    SheetFields(SavingTheRecord saving, SessionsAtHand sessions, Drafts drafts, RestrictedTexts restricted, Reads reads) {
        this.saving = saving;
        this.sessions = sessions;
        this.drafts = drafts;
        this.restricted = restricted;
        this.reads = reads;
    }

    /**
     * One field to save.
     *
     * @param viewer whose page it was typed into
     * @param base   the record's revision that page had
     * @param key    once-only
     */
    @Serdeable
    record FieldToSave(
            @Nullable String viewer, @Nullable String part, @Nullable String partId, @Nullable String field, int base,
            @Nullable String key, @Nullable String value) {}

    /**
     * @param savedAt such as "14:32"
     * @param shown   how the value is written out now; null where it stands as typed
     */
    @Serdeable
    record Saved(int revision, String savedAt, @Nullable String shown) {}

    /** Why nothing was saved, in one word for script and one sentence for people. */
    @Serdeable
    record NotSaved(
            String because, String sentence, @Nullable String mine, @Nullable String theirs, @Nullable String theirsBy,
            @Nullable Integer revision, @Nullable UUID conflict) {
        static NotSaved of(String because, String sentence) {
            return new NotSaved(because, sentence, null, null, null, null, null);
        }
    }

    /** @throws Missing where that sheet has no such field, besides what {@link SavingTheRecord} says */
    HttpResponse<?> save(Sheet sheet, UUID id, Viewer viewer, FieldToSave sent) {
        if (sent.viewer() != null && !sent.viewer().equals(viewer.id().toString())) {
            return HttpResponse.status(HttpStatus.CONFLICT)
                    .body(NotSaved.of("somebody else", "Somebody else is signed in now. Nothing was saved under their name."));
        }
        FieldName name = FieldName.of(text(sent.part()), text(sent.partId()), text(sent.field()))
                .filter(field -> field.part().sheet == sheet).orElseThrow(Missing::new);
        Change change = new Change(name.part(), name.partId(), name.field(), sent.base(), text(sent.value()));
        Outcome outcome = saving.save(id, viewer, key(sent.key()), change);
        if (outcome instanceof Outcome.BothKept) {
            noteReading(sheet, sessions.find(id).orElseThrow(Missing::new), viewer);
        }
        return answer(outcome);
    }

    /** Restricted words that were given back; the record's own reading is noted when its page is opened. */
    private void noteReading(Sheet sheet, SessionAtHand session, Viewer viewer) {
        if (sheet == Sheet.RESTRICTED) {
            reads.note(viewer, RestrictedPartController.READ, session.id(), session.readingConcerns(viewer));
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private static UUID key(@Nullable String sent) {
        try {
            return UUID.fromString(text(sent));
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }

    private static HttpResponse<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(int revision, Instant at, String shown) -> HttpResponse.ok(new Saved(revision, time(at), shown));
            case Outcome.BothKept(UUID conflict, int revision, String mine, String theirs, String theirsBy) ->
                    HttpResponse.status(HttpStatus.CONFLICT).body(new NotSaved(
                            "both wrote", "You both wrote here. Both texts are kept.", mine, theirs, theirsBy, revision, conflict));
            case Outcome.Closed(String state) -> HttpResponse.status(HttpStatus.CONFLICT).body(NotSaved.of("closed", closed(state)));
            case Outcome.Unreadable(String sentence) -> HttpResponse.unprocessableEntity().body(NotSaved.of("unreadable", sentence));
        };
    }

    private static String time(Instant at) {
        return Words.time(at.atZone(Today.LONDON).toLocalTime());
    }

    static String closed(String state) {
        return state.equals("locked")
                ? "This record is locked. What was typed since then is not in it."
                : "This record has been shared. It can be written again once edits are asked for or it is taken back.";
    }

    /**
     * What changed in a record.
     *
     * @param revision the record's revision now
     * @param closed   a sentence where nobody writes any more, otherwise null
     * @param parts    case discussions, decisions and actions there are now, as {@code action_<id>}; null where nothing changed
     */
    @Serdeable
    record Changes(int revision, @Nullable String closed, @Nullable List<String> parts, List<Changed> fields) {}

    /** One field as it stands now. */
    @Serdeable
    record Changed(String name, int revision, String shown, String by) {}

    Changes changes(Sheet sheet, UUID id, Viewer viewer, int since) {
        SessionAtHand session = sessions.find(id)
                .filter(s -> s.isOneOfTheTwo(viewer) && (sheet == Sheet.RECORD || s.hasRestrictedPart())).orElseThrow(Missing::new);
        String closed = session.isOpen() ? null : closed(session.state());
        if (closed != null || sessions.revision(id) <= since) {
            return new Changes(since, closed, null, List.of());
        }
        Draft draft = sheet == Sheet.RESTRICTED ? restricted.draft(session) : drafts.of(session);
        List<String> parts = draft.parts().stream().filter(p -> p.part().comesAndGoes()).map(p -> p.part().code + "_" + p.id()).toList();
        List<Changed> fields = draft.parts().stream().flatMap(part -> part.saved().entrySet().stream()
                .filter(saved -> saved.getValue().revision() > since)
                .map(saved -> changed(session, part, saved.getKey()))).toList();
        if (draft.parts().stream().flatMap(part -> part.saved().values().stream()).anyMatch(saved -> saved.revision() > since && !viewer.is(saved.by()))) {
            noteReading(sheet, session, viewer);
        }
        return new Changes(draft.revision(), null, parts, fields);
    }

    private static Changed changed(SessionAtHand session, DraftPart part, RecordField field) {
        DraftPart.Saved saved = part.saved(field);
        return new Changed(
                new FieldName(part.part(), part.id(), field).toString(), saved.revision(), field.kind.shown(part.kept(field)),
                session.nameOf(saved.by()));
    }
}
