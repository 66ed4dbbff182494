package org.holdfast.supervision;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** With whom somebody can plan a session, and what else the two have at that time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Diaries extends GenericRepository<Partner, UUID> {
    /** A planned session that overlaps; whose, and when. */
    @MappedEntity
    record Planned(@Id UUID personId, Instant startsAt, int minutes) {}

    @Query("""
            select case when l.supervisor_id = :viewer then l.supervisee_id else l.supervisor_id end as id, p.name,
                   min(l.kind) as kind, l.supervisor_id = cast(:viewer as uuid) as viewer_supervises
            from supervision_line l
            join person p on p.id = case when l.supervisor_id = :viewer then l.supervisee_id else l.supervisor_id end
            where cast(:viewer as uuid) in (l.supervisee_id, l.supervisor_id) and l.confirmed_at is not null
              and l.starts_on <= :today and (l.ends_on is null or l.ends_on > :today)
            group by 1, 2, 4
            order by 4 desc, 2, 1""")
    List<Partner> partners(UUID viewer, LocalDate today);

    @Query("select person_id, starts_at, minutes from planned_then(array[cast(:one as uuid), cast(:other as uuid)], :fromAt, :toAt, :besides)")
    List<Planned> plannedThen(UUID one, UUID other, Instant fromAt, Instant toAt, @Nullable UUID besides);

    @Query("select a from away_on(array[cast(:one as uuid), cast(:other as uuid)], :day) a")
    List<UUID> awayOn(UUID one, UUID other, LocalDate day);
}
