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

    /** How many saves the record has seen. */
    @Query(value = "select coalesce(max(revision), 0) from session_record where session_id = :session", nativeQuery = true)
    int revision(UUID session);

    /** Makes whoever writes to a record, or takes its session a step further, wait for whoever does, until the transaction ends. */
    @Query(value = "select true from (select pg_advisory_xact_lock(hashtextextended(:session, 5))) waited", nativeQuery = true)
    boolean waitFor(String session);
}
