package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.database.Ids;
import org.holdfast.jobs.Schedule;
import org.holdfast.jobs.Scheduled;
import org.holdfast.time.Today;

/**
 * Locks the records that have waited long enough, as {@code record_own_end} in the database says: disputes with both texts
 * standing, what nobody answered, what somebody left behind. The version that locks is the one that was shared.
 */
@Singleton
final class LockingByItselfJob implements Scheduled {
    private final Rows rows;
    private final RecordContents contents;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    LockingByItselfJob(Rows rows, RecordContents contents, Today today, Clock clock, Ids ids) {
        this.rows = rows;
        this.contents = contents;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A record that has waited long enough.
     *
     * @param number  of the newest row of its session's life
     * @param version the newest there is
     * @param content what was shared
     */
    @Introspected
    record Due(UUID session, int number, int version, String cause, String content) {}

    @Repository("jobs")
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Due, UUID> {
        @Query(value = """
                select s.id as session, e.number, newest.version, o.cause, cast(shared.content as text) as content
                from session s
                cross join lateral (select x.number, x.state from session_event x where x.session_id = s.id order by x.number desc limit 1) e
                cross join lateral record_own_end(s.id) o
                cross join lateral (select v.content from record_version v where v.session_id = s.id and v.cause = 'shared' order by v.number desc limit 1) shared
                cross join lateral (select max(v.number) as version from record_version v where v.session_id = s.id) newest
                where e.state in ('shared', 'disputed') and o.from_day <= :today
                order by o.from_day, s.id limit 200""", nativeQuery = true)
        List<Due> due(LocalDate today);

        @Query(value = "select e.words " + RecordContents.STEPS, nativeQuery = true)
        List<RecordContents.StepRow> steps(UUID session);

        /** All of it or, where somebody took the session a step further meanwhile, nothing. */
        @Query(value = """
                with locked as (
                    insert into session_event (id, session_id, number, state, version, cause, on_day, recorded_at)
                    values (:event, :session, :number, 'locked', :version, :cause, :day, :at)
                    on conflict (session_id, number) do nothing returning session_id),
                kept as (
                    insert into record_version (id, session_id, number, cause, content, made_at)
                    select :record, l.session_id, :version, 'locked', cast(:content as jsonb), :at from locked l returning session_id),
                noted as (
                    insert into act (id, at, security, by_kind, what, subject_id, concerns_id, why)
                    select :act, :at, false, 'job', :what, s.id, s.supervisee_id, :cause from session s join locked l on l.session_id = s.id),
                asked as (
                    insert into report_request (id, kind, subject_id, version, requested_at)
                    select :request, 'supervision record', k.session_id, :version, :at from kept k returning id)
                select cast(count(*) as integer) from asked""", nativeQuery = true)
        int lock(
                UUID event, UUID session, int number, int version, String cause, LocalDate day, Instant at, UUID record, String content, UUID act, String what,
                UUID request);
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.LOCKING_BY_ITSELF;
    }

    @Override
    public int run() {
        return rows.due(today.date()).stream().mapToInt(this::lock).sum();
    }

    private int lock(Due due) {
        Instant at = clock.instant();
        int version = due.version() + 1;
        return rows.lock(
                ids.next(), due.session(), due.number() + 1, version, due.cause(), today.date(), at, ids.next(), content(due, version, at),
                ids.next(), State.LOCKED.act().code(), ids.next());
    }

    private String content(Due due, int version, Instant at) {
        RecordContent.Step locked = new RecordContent.Step(State.LOCKED.code(), version, due.cause(), "", "", at);
        List<RecordContent.Step> steps = Stream.concat(rows.steps(due.session()).stream().map(RecordContents::step), Stream.of(locked)).toList();
        return contents.write(contents.read(due.content()).since(steps, List.of()));
    }
}
