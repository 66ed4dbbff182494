package org.holdfast.supervision;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** Finds the session of a record for whoever may read that record; row-level security says the rest. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionsAtHand extends GenericRepository<SessionAtHand, UUID> {
    @Query(value = """
            select s.id, s.kind, s.supervisee_id, e.name as supervisee, s.supervisor_id, r.name as supervisor,
                   session_state(s.id) as state, d.starts_at, d.minutes, d.place
            from session s
            join person e on e.id = s.supervisee_id
            join person r on r.id = s.supervisor_id
            left join lateral (select x.starts_at, x.minutes, x.place from session_date x
                               where x.session_id = s.id order by x.number desc limit 1) d on true
            where s.id = :id and may_read_record(s.id)""", nativeQuery = true)
    Optional<SessionAtHand> find(UUID id);

    /** Makes whoever writes to a record wait for whoever is writing to it, until the transaction ends. */
    @Query(value = "select true from (select pg_advisory_xact_lock(hashtextextended(:session, 0))) waited", nativeQuery = true)
    boolean waitFor(String session);
}
