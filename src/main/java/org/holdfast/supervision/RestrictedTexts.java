package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.SealedItem;
import org.holdfast.sealing.Sealing;

/**
 * The restricted part of a record while it is written: how the work affects the worker, and what each case discussed does
 * to them. One sealed row for each field, under the session's key; only the two who were present find any.
 */
@Singleton
class RestrictedTexts {
    static final String TABLE = "restricted_text";

    private final Rows rows;
    private final Drafts drafts;
    private final Sealing sealing;

    RestrictedTexts(Rows rows, Drafts drafts, Sealing sealing) {
        this.rows = rows;
        this.drafts = drafts;
        this.sealing = sealing;
    }

    @Introspected
    record Row(UUID sessionId, String part, UUID partId, byte[] wrappedKey, byte[] sealed, int revision, UUID savedBy) {
        SealedItem item() {
            return new SealedItem(Owner.session(sessionId), place(sessionId, part, partId.toString()), new Sealed(wrappedKey, sealed));
        }
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = """
                select session_id, part, part_id, wrapped_key, sealed, revision, saved_by
                from restricted_text where session_id = :session""", nativeQuery = true)
        List<Row> of(UUID session);

        @Query(value = """
                insert into restricted_text (session_id, part, part_id, wrapped_key, sealed, revision, saved_by, saved_at)
                values (:session, :part, :partId, :wrappedKey, :sealed, :revision, :by, :at)
                on conflict (session_id, part, part_id) do update
                set wrapped_key = excluded.wrapped_key, sealed = excluded.sealed, revision = excluded.revision,
                    saved_by = excluded.saved_by, saved_at = excluded.saved_at""", nativeQuery = true)
        int write(UUID session, String part, UUID partId, byte[] wrappedKey, byte[] sealed, int revision, UUID by, Instant at);
    }

    private static Place place(UUID session, String part, String partId) {
        return new Place(TABLE, String.join(" ", session.toString(), part, partId));
    }

    /**
     * The restricted part as it stands: one text about the work, and one for each case discussion of the record.
     *
     * @throws org.holdfast.sealing.SealBroken where one of the texts does not open
     */
    Draft draft(SessionAtHand session) {
        Draft record = drafts.of(session);
        List<Row> found = rows.of(session.id());
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            at.put(found.get(i).part() + " " + found.get(i).partId(), i);
        }
        List<String> words = sealing.words(found.stream().map(Row::item).toList());
        List<DraftPart> parts = new ArrayList<>();
        parts.add(part(Part.RESTRICTED, session.id().toString(), null, found, words, at));
        record.discussions().forEach(d -> parts.add(part(Part.IMPACT, d.id(), d, found, words, at)));
        return new Draft(record.revision(), List.copyOf(parts));
    }

    private static DraftPart part(
            Part part, String id, DraftPart discussion, List<Row> found, List<String> words, Map<String, Integer> at) {
        RecordField field = RecordField.of(part).getFirst();
        Integer place = at.get(part.code + " " + id);
        return new DraftPart(
                part, id, discussion == null ? 0 : discussion.position(), discussion == null ? null : discussion.caseId(),
                discussion == null ? null : discussion.reference(), null,
                place == null ? Map.of() : Map.of(field, words.get(place)),
                place == null ? Map.of() : Map.of(field, new DraftPart.Saved(found.get(place).revision(), found.get(place).savedBy())));
    }

    void write(SessionAtHand session, Part part, String partId, String kept, int revision, Viewer by, Instant at) {
        Sealed sealed = sealing.seal(Owner.session(session.id()), place(session.id(), part.code, partId), kept);
        rows.write(session.id(), part.code, UUID.fromString(partId), sealed.wrappedKey(), sealed.content(), revision, by.id(), at);
    }
}
