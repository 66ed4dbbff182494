package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.sealing.OwnText;
import org.holdfast.sealing.OwnTexts;
import org.holdfast.sealing.SealedItem;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/** The viewer's private preparation, and the restricted parts of the sessions they were present in. */
@Singleton
final class OwnTextsOfSessions implements OwnTexts {
    private final Rows rows;

    OwnTextsOfSessions(Rows rows) {
        this.rows = rows;
    }

    /** @param part the part of the restricted part, or null for a private preparation */
    @Introspected
    record Row(
            UUID sessionId, String kind, UUID superviseeId, @Nullable String other, @Nullable Instant startsAt, @Nullable String part,
            @Nullable UUID partId, byte[] wrappedKey, byte[] sealed, int revision, Instant savedAt) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = """
                select s.id as session_id, s.kind, s.supervisee_id, p.name as other, d.starts_at, t.part, t.part_id, t.wrapped_key, t.sealed,
                       t.revision, t.saved_at
                from (select session_id, cast(null as text) as part, cast(null as uuid) as part_id, wrapped_key, sealed, revision, saved_at
                      from private_preparation where person_id = :me
                      union all
                      select session_id, part, part_id, wrapped_key, sealed, revision, saved_at from restricted_text
                      where session_id in (select id from session where supervisee_id = :me or supervisor_id = :me)) t
                join session s on s.id = t.session_id
                left join person p on p.id = case when s.supervisee_id = :me then s.supervisor_id else s.supervisee_id end
                left join lateral (select x.starts_at from session_date x where x.session_id = s.id order by x.number desc limit 1) d on true
                order by d.starts_at desc nulls last, s.id, t.part nulls first""", nativeQuery = true)
        List<Row> of(UUID me);
    }

    @Override
    public List<OwnText> of(Viewer viewer) {
        List<OwnText> texts = new ArrayList<>();
        rows.of(viewer.id()).forEach(row -> texts.add(row.part() == null ? preparation(row, viewer) : restricted(row, viewer)));
        return texts;
    }

    private static OwnText preparation(Row row, Viewer viewer) {
        SealedItem item = new PrivatePreparations.Row(
                row.sessionId(), viewer.id(), row.wrappedKey(), row.sealed(), row.revision(), row.savedAt()).item();
        return new OwnText(
                item, what("Private preparation", row), "/sessions/" + row.sessionId() + "/private-preparation",
                PrivatePreparationController.READ, row.sessionId(), null);
    }

    private static OwnText restricted(Row row, Viewer viewer) {
        SealedItem item = new RestrictedTexts.Row(
                row.sessionId(), row.part(), row.partId(), row.wrappedKey(), row.sealed(), row.revision(), viewer.id()).item();
        String what = row.part().equals(Part.IMPACT.code) ? "Emotional impact of a case" : "Restricted part";
        return new OwnText(
                item, what(what, row), "/sessions/" + row.sessionId() + "/restricted-part",
                RestrictedPartController.READ, row.sessionId(), viewer.is(row.superviseeId()) ? null : row.superviseeId());
    }

    /** "Restricted part: One-to-one with Ben Okafor, 21 November 2026" */
    private static String what(String text, Row row) {
        return text + ": " + Kind.of(row.kind()).label() + " with " + (row.other() == null ? "a former colleague" : row.other())
                + (row.startsAt() == null ? "" : ", " + Words.day(row.startsAt().atZone(Today.LONDON).toLocalDate()));
    }
}
