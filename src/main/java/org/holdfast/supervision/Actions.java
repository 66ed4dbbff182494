package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;

/** What people said in a session that they will do, until it is done or no longer needed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class Actions implements GenericRepository<Actions.Open, UUID> {
    /**
     * An action that has not ended.
     *
     * @param owner   who will do it, or null where nobody was named
     * @param dueOn   by when, or null
     * @param carried how many later sessions were held while it was open
     */
    @MappedEntity
    public record Open(
            @Id UUID id, UUID sessionId, String what, @Nullable UUID ownerId, @Nullable String owner, @Nullable LocalDate dueOn, int carried) {
        /** Whether its day has gone by. */
        public boolean isPast(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }
    }

    private static final String COLUMNS = """
            select a.id, a.session_id, a.what, a.owner_id, p.name as owner, a.due_on,
                   cast((select count(*) from action_carried c where c.action_id = a.id) as integer) as carried
            from action a left join person p on p.id = a.owner_id
            """;
    private static final String IS_OPEN = "a.removed_at is null and a.what is not null and not exists (select from action_end e where e.action_id = a.id)";

    /** Earlier sessions whose actions both people in session :session may read. */
    private static final String FROM_EARLIER = """
            a.session_id in (
                select earlier.id from session this join session earlier on earlier.supervisee_id = this.supervisee_id and earlier.id <> this.id
                where this.id = :session
                  and (earlier.supervisor_id = this.supervisor_id
                       or (this.kind = 'one-to-one' and earlier.kind = 'one-to-one'
                           and exists (select from session_event e where e.session_id = earlier.id and e.state = 'locked'
                                       and e.on_day > cast(:today as date) - interval '12 months')))
                  and (select d.starts_at from session_date d where d.session_id = earlier.id order by d.number desc limit 1)
                      < (select d.starts_at from session_date d where d.session_id = this.id order by d.number desc limit 1))
            """;

    /** What this viewer has promised and not ended, the earliest day first, those without a day last; at most 100. */
    public List<Open> openFor(Viewer viewer, LocalDate today) {
        return ownedBy(viewer.id());
    }

    @Query(COLUMNS + "where a.owner_id = :ownerId and " + IS_OPEN + " order by a.due_on nulls last, a.id limit 100")
    abstract List<Open> ownedBy(UUID ownerId);

    @Query(COLUMNS + "where " + IS_OPEN + " and " + FROM_EARLIER + " order by a.due_on nulls last, a.id limit 100")
    abstract List<Open> openFromBefore(UUID session, LocalDate today);

    @Query(COLUMNS + "where a.id = :id and a.removed_at is null")
    abstract Optional<Open> find(UUID id);

    /** Keeps that those actions were still open when this session was held. */
    @Query("insert into action_carried (action_id, session_id, recorded_at) select a.id, :session, :at from action a where " + IS_OPEN
            + " and " + FROM_EARLIER + " on conflict do nothing")
    abstract int carryInto(UUID session, LocalDate today, Instant at);

    @Query("""
            insert into action_end (action_id, how, ended_on, ended_by, recorded_at) values (:id, :how, :day, :by, :at) on conflict do nothing""")
    abstract int end(UUID id, String how, LocalDate day, UUID by, Instant at);
}
