package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.time.Today;

/** Takes the content of a record from its rows, and turns it into JSON and back. */
@Singleton
class RecordContents {
    private final Drafts drafts;
    private final Actions actions;
    private final Rows rows;
    private final ObjectMapper json;
    private final Today today;

    RecordContents(Drafts drafts, Actions actions, Rows rows, ObjectMapper json, Today today) {
        this.drafts = drafts;
        this.actions = actions;
        this.rows = rows;
        this.json = json;
        this.today = today;
    }

    @Introspected
    record StepRow(
            String state, @Nullable Integer version, @Nullable String cause, @Nullable String words, @Nullable String byName,
            Instant recordedAt) {}

    @Introspected
    record AddendumRow(String words, @Nullable String byName, Instant addedAt) {}

    /** What follows once it is said where the words of an event come from. */
    static final String STEPS = """
            as words, e.state, e.version, e.cause, p.name as by_name, e.recorded_at
            from session_event e left join person p on p.id = e.by_id
            where e.session_id = :session and (e.state in ('shared', 'agreed', 'agreed with comment', 'disputed', 'locked')
                                               or (e.state = 'drafted' and e.cause is not null))
            order by e.number""";

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<StepRow, UUID> {
        @Query(value = "select session_event_words(e.id) " + STEPS, nativeQuery = true)
        List<StepRow> steps(UUID session);

        @Query(value = """
                select a.words, p.name as by_name, a.added_at from addendum a left join person p on p.id = a.added_by
                where a.session_id = :session order by a.number""", nativeQuery = true)
        List<AddendumRow> addenda(UUID session);
    }

    /** The record as it stands. */
    RecordContent of(SessionAtHand session) {
        Draft draft = drafts.of(session);
        return new RecordContent(
                RecordContent.FORM, session.id(), session.kind(), session.supervisee(), session.supervisor(), header(draft.record()),
                Stream.of(FunctionOfSupervision.values()).map(f -> function(draft.function(f))).toList(),
                draft.discussions().stream().map(d -> discussion(session, draft, d)).toList(),
                Stream.concat(draft.actions().stream().filter(a -> !a.kept(RecordField.TO_DO).isEmpty()).map(a -> action(session, a)), carried(session)).toList(),
                draft.record().kept(RecordField.ITSELF), steps(session.id()), addenda(session.id()));
    }

    private static RecordContent.Header header(DraftPart record) {
        String interrupted = record.kept(RecordField.INTERRUPTED);
        String startedAt = record.kept(RecordField.STARTED_AT);
        return new RecordContent.Header(
                day(record, RecordField.HELD_ON), startedAt.isEmpty() ? null : LocalTime.parse(startedAt), number(record, RecordField.MINUTES),
                interrupted.isEmpty() ? null : interrupted.equals("yes"), record.kept(RecordField.PLACE),
                record.kept(RecordField.PRESENT), record.kept(RecordField.LENS));
    }

    private static RecordContent.Function function(DraftPart function) {
        return new RecordContent.Function(
                function.id(), function.isTicked(RecordField.DISCUSSED), function.kept(RecordField.NOTES),
                function.kept(RecordField.NOT_COVERED_BECAUSE));
    }

    private static RecordContent.CaseDiscussion discussion(SessionAtHand session, Draft draft, DraftPart d) {
        return new RecordContent.CaseDiscussion(
                UUID.fromString(d.id()), d.caseId(), d.reference() == null ? "" : d.reference(), d.kept(RecordField.REASON),
                FieldKind.SomeOf.split(d.kept(RecordField.PURPOSES)), d.kept(RecordField.SEEN_AND_HEARD), d.kept(RecordField.CHANGE),
                d.kept(RecordField.WHAT_HAS_CHANGED), d.kept(RecordField.HYPOTHESIS), d.kept(RecordField.OTHER_HYPOTHESES),
                d.kept(RecordField.KNOW), d.kept(RecordField.INFER), d.kept(RecordField.DO_NOT_KNOW),
                d.kept(RecordField.PRACTITIONER_SHORT_TERM), d.kept(RecordField.PRACTITIONER_LONGER_TERM),
                d.kept(RecordField.SUPERVISOR_SHORT_TERM), d.kept(RecordField.SUPERVISOR_LONGER_TERM),
                number(d, RecordField.ENGAGEMENT_STEP), d.kept(RecordField.GAP_DECISION), d.kept(RecordField.GAP_CAUSE),
                d.kept(RecordField.GAP_REASONS), day(d, RecordField.GAP_REVIEW_ON), day(d, RecordField.NEXT_DISCUSSION_BY),
                draft.decisionsOf(d).stream().filter(n -> !n.isBlank()).map(n -> decision(session, n)).toList());
    }

    private static RecordContent.Decision decision(SessionAtHand session, DraftPart n) {
        String owner = n.kept(RecordField.DECISION_OWNER);
        String otherwise = n.kept(RecordField.OWNER_OTHERWISE);
        String byWhom = Stream.of(owner.isEmpty() ? "" : session.nameOf(UUID.fromString(owner)), otherwise)
                .filter(name -> !name.isEmpty()).reduce((one, other) -> one + "; " + other).orElse("");
        return new RecordContent.Decision(
                UUID.fromString(n.id()), n.kept(RecordField.DECIDED), n.kept(RecordField.WHY), byWhom, day(n, RecordField.DECISION_DUE_ON),
                n.isTicked(RecordField.SAFETY), day(n, RecordField.ENTERED_ON));
    }

    private static RecordContent.Action action(SessionAtHand session, DraftPart a) {
        String owner = a.kept(RecordField.ACTION_OWNER);
        return new RecordContent.Action(
                UUID.fromString(a.id()), a.kept(RecordField.TO_DO), owner.isEmpty() ? "" : session.nameOf(UUID.fromString(owner)),
                day(a, RecordField.ACTION_DUE_ON), a.isTicked(RecordField.FOR_THE_SERVICE), 0);
    }

    /** What was still open from before. */
    private Stream<RecordContent.Action> carried(SessionAtHand session) {
        return actions.openFromBefore(session.id(), today.date()).stream()
                .map(a -> new RecordContent.Action(a.id(), a.what(), text(a.owner()), a.dueOn(), false, a.carried()));
    }

    private static @Nullable LocalDate day(DraftPart part, RecordField field) {
        String kept = part.kept(field);
        return kept.isEmpty() ? null : LocalDate.parse(kept);
    }

    private static @Nullable Integer number(DraftPart part, RecordField field) {
        String kept = part.kept(field);
        return kept.isEmpty() ? null : Integer.valueOf(kept);
    }

    /** How the record came as far as it is. */
    List<RecordContent.Step> steps(UUID session) {
        return rows.steps(session).stream().map(RecordContents::step).toList();
    }

    static RecordContent.Step step(StepRow row) {
        return new RecordContent.Step(row.state(), row.version(), text(row.cause()), text(row.words()), text(row.byName()), row.recordedAt());
    }

    /** What was added to a locked record so far. */
    List<RecordContent.Addendum> addenda(UUID session) {
        return rows.addenda(session).stream()
                .map(row -> new RecordContent.Addendum(row.words(), text(row.byName()), row.addedAt())).toList();
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    String write(RecordContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordContent read(String content) {
        try {
            return json.readValue(content, RecordContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
