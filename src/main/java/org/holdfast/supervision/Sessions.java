package org.holdfast.supervision;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;

/** The sessions a viewer may see, each in the state it is in today. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class Sessions implements GenericRepository<SessionRow, UUID> {
    /** One row for a session s: who, its newest date and its newest state. Wanted by every query here. */
    private static final String COLUMNS = """
            select s.id, s.kind, s.supervisee_id, coalesce(supervisee.name, 'A former colleague') as supervisee_name,
                   s.supervisor_id, coalesce(supervisor.name, 'A former colleague') as supervisor_name,
                   d.starts_at, d.minutes, d.place, moved.moves, moved.moves_by_supervisor,
                   third.person_id as third_person_id, coalesce(third_person.name, 'A former colleague') as third_person_name,
                   case when cast(:viewer as uuid) in (s.supervisee_id, s.supervisor_id) then 'ONE_OF_THE_TWO'
                        when may_read_record(s.id) then 'RECORD' else 'DATES' end as sight,
                   e.number, e.state, e.version
            from session s
            join lateral (select x.starts_at, x.minutes, x.place from session_date x where x.session_id = s.id order by x.number desc limit 1) d on true
            join lateral (select x.number, x.state, x.version from session_event x where x.session_id = s.id order by x.number desc limit 1) e on true
            cross join lateral (select cast(count(*) as integer) as moves,
                                       cast(count(*) filter (where x.set_by = s.supervisor_id) as integer) as moves_by_supervisor
                                from session_date x where x.session_id = s.id and x.number > 1) moved
            left join person supervisee on supervisee.id = s.supervisee_id
            left join person supervisor on supervisor.id = s.supervisor_id
            left join session_third_person third on third.session_id = s.id
            left join person third_person on third_person.id = third.person_id
            """;

    /** Names the viewer's own sessions first: policies hide from PostgreSQL how few they are. */
    private static final String OWN = """
            where s.id = any (array(select own.id from session own where own.supervisor_id = :viewer
                                    union all select own.id from session own where own.supervisee_id = :viewer
                                    union all select t.session_id from session_third_person t where t.person_id = :viewer))
            """;

    private final Today today;

    Sessions(Today today) {
        this.today = today;
    }

    /** That session, if this viewer may see anything of it. */
    public Optional<Session> find(UUID id, Viewer viewer) {
        return row(id, viewer.id()).map(this::asOfToday);
    }

    /**
     * That session, with its next step kept for this transaction: whoever takes it at the same time waits, and then
     * finds it as it has become. {@link #find} it first, so that nobody waits for what is not theirs.
     */
    Optional<Session> take(UUID id, Viewer viewer) {
        keep(id.toString());
        return find(id, viewer);
    }

    /**
     * What is not over for a viewer.
     *
     * @param upcoming sessions still to come in which the viewer is one of the two, from today on, the soonest first
     * @param waiting  what waits for the viewer: a record to start, share or answer, a dispute to settle; the oldest first
     */
    public record Open(List<Session> upcoming, List<Waiting> waiting) {}

    /** What is not over for this viewer; at most 100 sessions. */
    public Open openFor(Viewer viewer) {
        Map<Boolean, List<Session>> isUpcoming = open(viewer.id(), today.date()).stream().map(this::asOfToday)
                .collect(Collectors.partitioningBy(session -> session instanceof Session.Planned));
        return new Open(isUpcoming.get(true), isUpcoming.get(false).stream().map(session -> Waiting.of(session, viewer.id())).toList());
    }

    /** Sessions of this viewer that are over, the newest first; at most 100. */
    List<Session> pastFor(Viewer viewer) {
        return past(viewer.id(), today.date()).stream().map(this::asOfToday).toList();
    }

    /** Dates of sessions in the viewer's teams and centres in which they take no part: 31 days back, 62 days ahead. */
    List<Session> ofTeamsOf(Viewer viewer) {
        return ofTeams(viewer.id(), today.date()).stream().map(this::asOfToday).toList();
    }

    private Session asOfToday(SessionRow row) {
        return row.asOf(today.date());
    }

    @Query(COLUMNS + "where s.id = :id and may_see_session(s.id)")
    abstract Optional<SessionRow> row(UUID id, UUID viewer);

    /** One at a time: a step of a session waits for the step before it. */
    @Query("select cast(pg_advisory_xact_lock(hashtextextended(cast(:id as text), 5)) as text)")
    abstract Optional<String> keep(String id);

    @Query(COLUMNS + OWN + """
              and ((e.state = 'planned' and (
                        (cast(:viewer as uuid) in (s.supervisee_id, s.supervisor_id)
                            and d.starts_at >= cast(:today as timestamp) at time zone 'Europe/London')
                        or (s.supervisor_id = :viewer and d.starts_at >= cast(cast(:today as date) - 60 as timestamp) at time zone 'Europe/London')))
                or (s.supervisor_id = :viewer and e.state in ('held', 'drafted'))
                or (s.supervisee_id = :viewer and e.state = 'shared')
                or (third.person_id = :viewer and e.state = 'disputed'))
            order by d.starts_at, s.id limit 100""")
    abstract List<SessionRow> open(UUID viewer, LocalDate today);

    @Query(COLUMNS + OWN + """
              and cast(:viewer as uuid) in (s.supervisee_id, s.supervisor_id)
              and (e.state <> 'planned' or d.starts_at < cast(:today as timestamp) at time zone 'Europe/London')
            order by d.starts_at desc, s.id desc limit 100""")
    abstract List<SessionRow> past(UUID viewer, LocalDate today);

    @Query(COLUMNS + """
            where s.supervisee_id in (select viewer_team_person() union select viewer_centre_person())
              and cast(:viewer as uuid) not in (s.supervisee_id, s.supervisor_id)
              and d.starts_at between cast(:today as timestamp) - interval '31 days' and cast(:today as timestamp) + interval '62 days'
            order by d.starts_at, s.id limit 300""")
    abstract List<SessionRow> ofTeams(UUID viewer, LocalDate today);
}
