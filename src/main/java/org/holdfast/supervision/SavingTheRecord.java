package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Missing;
import org.holdfast.web.Written;

/**
 * Saves a record field by field, for two people who may write at the same time, so that nothing anybody typed is lost.
 *
 * <p>One counter, the record's revision, goes up with each save, and each field knows with which revision it was last
 * saved and by whom. A save names the revision its writer had before them: where the field was saved after that with
 * other words, both texts are kept and somebody chooses. The once-only key gives the same save the same answer again.
 * Saves of one record wait for each other.
 */
@Singleton
class SavingTheRecord {
    private final SessionsAtHand sessions;
    private final Drafts drafts;
    private final RecordRows rows;
    private final RestrictedTexts restricted;
    private final SavedOnce savedOnce;
    private final Conflicts conflicts;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    SavingTheRecord(
            SessionsAtHand sessions, Drafts drafts, RecordRows rows, RestrictedTexts restricted, SavedOnce savedOnce,
            Conflicts conflicts, Today today, Clock clock, Ids ids) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.rows = rows;
        this.restricted = restricted;
        this.savedOnce = savedOnce;
        this.conflicts = conflicts;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * One field as somebody typed it.
     *
     * @param base the record's revision the writer had before them
     */
    record Change(Part part, String partId, RecordField field, int base, String typed) {}

    /** What came of it. */
    sealed interface Outcome {
        /** @param shown how it is written out (a date typed as "tomorrow" with its year); null where it stands as typed */
        @Serdeable
        record Kept(int revision, Instant savedAt, @Nullable String shown) implements Outcome {
            static Kept of(int revision, Instant savedAt, RecordField field, String kept) {
                return new Kept(revision, savedAt, field.kind instanceof FieldKind.Text ? null : field.kind.shown(kept));
            }
        }

        /** Both wrote; both texts are kept until somebody chooses. {@code theirs} stands meanwhile. */
        @Serdeable
        record BothKept(UUID conflict, int revision, String mine, String theirs, String theirsBy) implements Outcome {}

        /** It cannot stand there; what to write instead. */
        record Unreadable(String sentence) implements Outcome {}

        /** Nobody writes in this record any more. */
        record Closed(String state) implements Outcome {}
    }

    /**
     * Saves one field.
     *
     * @param key once-only; the same key again gives the first answer
     * @throws Missing where the viewer writes no record here, the group of fields is not there (any more), or the key
     *                 belongs to somebody else's save
     */
    Outcome save(UUID sessionId, Viewer viewer, UUID key, Change change) {
        SessionAtHand session = begin(sessionId, viewer);
        Optional<Outcome> first = savedOnce.answer(key, session, viewer);
        if (first.isPresent()) {
            return first.get();
        }
        Outcome outcome = save(session, viewer, change);
        savedOnce.remember(key, session, viewer, change.part(), outcome, clock.instant());
        return outcome;
    }

    /** The session, with everybody else who writes to its record waiting until this transaction ends. */
    SessionAtHand begin(UUID sessionId, Viewer viewer) {
        sessions.waitFor(sessionId.toString());
        SessionAtHand session = sessions.find(sessionId).orElseThrow(Missing::new);
        if (!session.isOneOfTheTwo(viewer)) {
            throw new Missing();
        }
        return session;
    }

    /** Saves one field of a record that is held by {@link #begin}. */
    Outcome save(SessionAtHand session, Viewer viewer, Change change) {
        if (change.part().isSealed() && !session.hasRestrictedPart()) {
            throw new Missing();
        }
        if (!session.isOpen()) {
            return new Outcome.Closed(session.state());
        }
        if (!session.mayWrite(change.field().side, viewer)) {
            UUID writer = change.field().side == RecordField.Side.SUPERVISOR ? session.supervisorId() : session.superviseeId();
            return new Outcome.Unreadable("Only " + session.nameOf(writer) + " writes here");
        }
        return switch (read(session, change)) {
            case Written.Read<String>(String kept) -> keep(session, viewer, change, kept);
            case Written.Unreadable<String>(String whatToWrite) -> new Outcome.Unreadable(whatToWrite);
        };
    }

    /** Writes one field over whatever stands in it. */
    void put(UUID sessionId, Viewer viewer, Part part, String partId, RecordField field, String typed) {
        SessionAtHand session = begin(sessionId, viewer);
        save(session, viewer, new Change(part, partId, field, draft(session, part.sheet).revision(), typed));
    }

    /** Whether somebody still has to choose between two texts. */
    boolean holdsTwoTexts(UUID sessionId) {
        return conflicts.isAnyOpen(sessionId);
    }

    private Draft draft(SessionAtHand session, Sheet sheet) {
        return sheet == Sheet.RESTRICTED ? restricted.draft(session) : drafts.of(session);
    }

    private Written<String> read(SessionAtHand session, Change change) {
        boolean nobodyHere = change.field().kind instanceof FieldKind.OneOfTheTwo
                && !change.typed().isEmpty() && !session.isOneOfTheTwo(change.typed());
        return nobodyHere ? new Written.Unreadable<>("Choose one of the two") : change.field().kind.read(change.typed(), today.date());
    }

    private Outcome keep(SessionAtHand session, Viewer viewer, Change change, String kept) {
        DraftPart part = draft(session, change.part().sheet).find(change.part(), change.partId()).orElseThrow(Missing::new);
        String standing = part.kept(change.field());
        DraftPart.Saved saved = part.saved(change.field());
        if (standing.equals(kept)) {
            return Outcome.Kept.of(Math.max(saved.revision(), change.base()), clock.instant(), change.field(), kept);
        }
        return saved.revision() > change.base()
                ? keepBoth(session, viewer, change, standing, kept, saved)
                : Outcome.Kept.of(write(session, viewer, change, kept), clock.instant(), change.field(), kept);
    }

    private int write(SessionAtHand session, Viewer viewer, Change change, String kept) {
        int revision = nextRevision(session);
        if (change.part().isSealed()) {
            restricted.write(session, change.part(), change.partId(), kept, revision, viewer, clock.instant());
        } else {
            rows.write(session.id(), change.part(), change.partId(), change.field(), kept, revision, viewer.id());
        }
        return revision;
    }

    /** Counts one more save of a record held by {@link #begin}; the first one begins the record. */
    int nextRevision(SessionAtHand session) {
        rows.startRecord(session, clock.instant());
        return rows.nextRevision(session.id(), clock.instant());
    }

    private Outcome keepBoth(
            SessionAtHand session, Viewer viewer, Change change, String standing, String other, DraftPart.Saved saved) {
        UUID id = conflicts.known(session.id(), change, standing, other, viewer.id())
                .orElseGet(() -> keepConflict(session, viewer, change, standing, other));
        FieldKind kind = change.field().kind;
        return new Outcome.BothKept(
                id, saved.revision(), kind.shown(other), kind.shown(standing), session.nameOf(saved.by()));
    }

    private UUID keepConflict(SessionAtHand session, Viewer viewer, Change change, String standing, String other) {
        UUID id = ids.next();
        conflicts.keep(id, session.id(), change, standing, other, viewer.id(), clock.instant());
        return id;
    }

    /** Which text of a conflict is to stand. */
    enum Choice { STANDING, OTHER, BOTH }

    /**
     * Settles a conflict. Where the standing text has changed since both were kept, choosing the other one would lose
     * what was written meanwhile; that becomes a new conflict.
     *
     * @throws Missing for a conflict that is not there or was settled
     */
    Outcome choose(SessionAtHand session, Viewer viewer, Sheet sheet, UUID conflictId, Choice choice) {
        if (!session.isOpen()) {
            return new Outcome.Closed(session.state());
        }
        Conflicts.Open open = conflicts.open(session.id(), sheet).stream()
                .filter(conflict -> conflict.id().equals(conflictId)).findFirst().orElseThrow(Missing::new);
        Outcome outcome = chosen(session, viewer, open, choice);
        if (!(outcome instanceof Outcome.Unreadable)) {
            conflicts.settle(conflictId, viewer.id(), clock.instant());
        }
        return outcome;
    }

    private Outcome chosen(SessionAtHand session, Viewer viewer, Conflicts.Open open, Choice choice) {
        Part part = Part.of(open.part()).orElseThrow();
        RecordField field = RecordField.of(part, open.field()).orElseThrow();
        Draft draft = draft(session, part.sheet);
        Optional<DraftPart> found = draft.find(part, open.partId());
        String now = found.map(p -> p.kept(field)).orElse("");
        if (choice == Choice.STANDING || found.isEmpty()) {
            return Outcome.Kept.of(draft.revision(), clock.instant(), field, now);
        }
        String wanted = choice == Choice.BOTH ? together(now, open.otherText()) : open.otherText();
        boolean unchanged = now.equals(open.standingText()) || choice == Choice.BOTH;
        int base = unchanged ? draft.revision() : open.baseRevision();
        return save(session, viewer, new Change(part, open.partId(), field, base, field.kind.shown(wanted)));
    }

    private static String together(String standing, String other) {
        return (standing + "\n\n" + other).strip();
    }
}
