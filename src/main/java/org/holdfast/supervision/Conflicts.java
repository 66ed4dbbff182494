package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fields in which two people wrote different words: both texts, until somebody chooses. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Conflicts extends GenericRepository<Conflicts.Open, UUID> {
    @Introspected
    record Open(
            UUID id, String part, String partId, String field, int baseRevision, @Nullable String standingText,
            @Nullable String otherText, UUID otherBy) {}

    @Query(value = """
            select f.id, f.part, f.part_id, f.field, f.base_revision, f.standing_text, f.other_text, f.other_by
            from field_conflict f left join field_conflict_choice c on c.conflict_id = f.id
            where f.session_id = :session and c.conflict_id is null
            order by f.id""", nativeQuery = true)
    List<Open> open(UUID session);

    /** The open conflict in which the same two texts wait already, as when a form is sent twice. */
    @Query(value = """
            select f.id from field_conflict f left join field_conflict_choice c on c.conflict_id = f.id
            where f.session_id = :session and f.part = :part and f.part_id = :partId and f.field = :field
              and f.standing_text = :standing and f.other_text = :other and f.other_by = :by and c.conflict_id is null
            limit 1""", nativeQuery = true)
    Optional<UUID> known(UUID session, String part, String partId, String field, String standing, String other, UUID by);

    @Query(value = """
            insert into field_conflict (id, session_id, part, part_id, field, base_revision, standing_text, other_text, other_by, noticed_at)
            values (:id, :session, :part, :partId, :field, :base, :standing, :other, :by, :at)""", nativeQuery = true)
    int keep(
            UUID id, UUID session, String part, String partId, String field, int base, String standing, String other, UUID by,
            Instant at);

    @Query(value = "insert into field_conflict_choice (conflict_id, chosen_by, chosen_at) values (:id, :by, :at)", nativeQuery = true)
    int settle(UUID id, UUID by, Instant at);
}
