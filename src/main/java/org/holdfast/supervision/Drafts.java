package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/** Reads records as they stand, whole, with one query. */
@Singleton
final class Drafts {
    private final Rows rows;
    private final ObjectMapper json;

    Drafts(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** One group of fields as PostgreSQL holds it; content and saved are JSON. */
    @Introspected
    record Row(
            String part, String id, int position, @Nullable UUID caseId, @Nullable String reference, @Nullable String within,
            int revision, String content, String saved) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, String> {
        @Query(value = """
                select 'record' as part, cast(r.session_id as text) as id, 0 as position, cast(null as uuid) as case_id,
                       cast(null as text) as reference, cast(null as text) as within, r.revision,
                       cast(to_jsonb(r) as text) as content, cast(r.field_revisions as text) as saved
                from session_record r where r.session_id = :session
                union all
                select 'function', f.function, 0, null, null, null, f.revision, cast(to_jsonb(f) as text), cast(f.field_revisions as text)
                from function_note f where f.session_id = :session
                union all
                select 'discussion', cast(d.id as text), d.position, d.case_id, discussed_case_reference(d.id), null, d.revision,
                       cast(to_jsonb(d) as text), cast(d.field_revisions as text)
                from case_discussion d where d.session_id = :session and d.removed_at is null
                union all
                select 'decision', cast(n.id as text), 0, n.case_id, null, cast(n.discussion_id as text), n.revision,
                       cast(to_jsonb(n) as text), cast(n.field_revisions as text)
                from decision n join case_discussion d on d.id = n.discussion_id
                where d.session_id = :session and d.removed_at is null and n.removed_at is null
                union all
                select 'action', cast(a.id as text), 0, null, null, null, a.revision, cast(to_jsonb(a) as text), cast(a.field_revisions as text)
                from action a where a.session_id = :session and a.removed_at is null
                order by 1, 3, 2""", nativeQuery = true)
        List<Row> of(UUID session);
    }

    /** The record of that session; before the first save an empty one that holds what the planning knows. */
    Draft of(SessionAtHand session) {
        List<Row> found = rows.of(session.id());
        List<DraftPart> parts = new ArrayList<>(found.stream().map(this::part).toList());
        if (found.isEmpty()) {
            parts.add(new DraftPart(Part.RECORD, session.id().toString(), 0, null, null, null, planned(session), Map.of()));
        }
        Stream.of(FunctionOfSupervision.values()).filter(f -> isMissing(f, parts))
                .forEach(f -> parts.add(new DraftPart(Part.FUNCTION, f.code, 0, null, null, null, Map.of(), Map.of())));
        return new Draft(revision(found), List.copyOf(parts));
    }

    private static boolean isMissing(FunctionOfSupervision function, List<DraftPart> parts) {
        return parts.stream().noneMatch(part -> part.part() == Part.FUNCTION && part.id().equals(function.code));
    }

    private static int revision(List<Row> found) {
        return found.stream().mapToInt(Row::revision).max().orElse(0);
    }

    private DraftPart part(Row row) {
        Part part = Part.of(row.part()).orElseThrow();
        Map<String, Object> content = read(row.content());
        Map<String, Object> saved = read(row.saved());
        Map<RecordField, String> kept = new EnumMap<>(RecordField.class);
        Map<RecordField, DraftPart.Saved> when = new EnumMap<>(RecordField.class);
        for (RecordField field : RecordField.of(part)) {
            kept.put(field, field.kind.kept(content.get(field.column)));
            if (saved.get(field.column) instanceof Map<?, ?> entry) {
                when.put(field, saved(entry));
            }
        }
        return new DraftPart(part, row.id(), row.position(), row.caseId(), row.reference(), row.within(), kept, when);
    }

    private static DraftPart.Saved saved(Map<?, ?> entry) {
        return new DraftPart.Saved(((Number) entry.get("revision")).intValue(), UUID.fromString((String) entry.get("by")));
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a record before anybody writes in it: what was planned. */
    static Map<RecordField, String> planned(SessionAtHand session) {
        Map<RecordField, String> kept = new EnumMap<>(RecordField.class);
        if (session.startsAt() != null) {
            var start = session.startsAt().atZone(Today.LONDON);
            kept.put(RecordField.HELD_ON, start.toLocalDate().toString());
            kept.put(RecordField.STARTED_AT, Words.time(start.toLocalTime()));
            kept.put(RecordField.MINUTES, String.valueOf(session.minutes()));
            kept.put(RecordField.PLACE, session.place() == null ? "" : session.place());
        }
        kept.put(RecordField.PRESENT, session.supervisee() + ", " + session.supervisor());
        return kept;
    }
}
