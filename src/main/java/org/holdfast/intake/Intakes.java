package org.holdfast.intake;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The intakes this viewer started, and the functions that compare and apply them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Intakes extends GenericRepository<Intakes.Entry, UUID> {
    /** One intake; its outcome as JSON. */
    @Introspected
    record Entry(
            UUID id, @Nullable UUID centreId, @Nullable String centre, Instant startedAt, LocalDate onDay, String outcome,
            @Nullable Instant appliedAt) {}

    @Introspected
    record Centre(UUID id, String name) {}

    @Introspected
    record Count(String tableName, String verdict, long number) {}

    @Introspected
    record Row(String tableName, int line, String externalId, String verdict, @Nullable String reason) {}

    @Introspected
    record OtherRole(String role, int line, long number) {}

    @Introspected
    record Line(String supervisee, String supervisor, String team) {}

    @Introspected
    record TeamManager(String name, String team) {}

    @Introspected
    record Cases(long made, long closing, long openingAgain) {}

    @Query(value = "select id, name from centre where closed_on is null order by name, id", nativeQuery = true)
    List<Centre> centres();

    @Query(value = """
            select pg_try_advisory_xact_lock(hashtext('holdfast intake'), hashtext(coalesce(cast(:centre as text), '')))""",
            nativeQuery = true)
    boolean lock(@Nullable UUID centre);

    @Query(value = """
            insert into intake (id, centre_id, started_by, started_kind, started_at, on_day)
            values (:id, cast(:centre as uuid), :by, :kind, :at, :day)""", nativeQuery = true)
    void start(UUID id, @Nullable UUID centre, UUID by, String kind, Instant at, LocalDate day);

    @Query(value = "select true from (select check_intake(:id, :day)) checked", nativeQuery = true)
    boolean check(UUID id, LocalDate day);

    @Query(value = "select apply_intake(:id, :day, :at)", nativeQuery = true)
    UUID apply(UUID id, LocalDate day, Instant at);

    @Query(value = "update intake set centre_id = cast(:centre as uuid) where id = :id", nativeQuery = true)
    void moveTo(UUID id, UUID centre);

    @Query(value = "update intake set outcome = cast(:outcome as jsonb) where id = :id", nativeQuery = true)
    void keep(UUID id, String outcome);

    @Query(value = "delete from intake where id = :id and started_by = viewer_id() and applied_at is null", nativeQuery = true)
    int forget(UUID id);

    @Query(value = "select forget_old_intakes(:at)", nativeQuery = true)
    long forgetOld(Instant at);

    @Query(value = """
            select i.id, i.centre_id, c.name as centre, i.started_at, i.on_day, cast(i.outcome as text) as outcome, i.applied_at
            from intake i left join centre c on c.id = i.centre_id where i.id = :id and i.started_by = viewer_id()""", nativeQuery = true)
    Optional<Entry> find(UUID id);

    @Query(value = """
            select i.id, i.centre_id, c.name as centre, i.started_at, i.on_day, cast(i.outcome as text) as outcome, i.applied_at
            from intake i left join centre c on c.id = i.centre_id where i.started_at > :after and i.started_by = viewer_id() order by i.started_at desc, i.id desc""",
            nativeQuery = true)
    List<Entry> since(Instant after);

    @Query(value = """
            select table_name, verdict, count(*) as number from intake_row where intake_id = :id group by 1, 2""",
            nativeQuery = true)
    List<Count> counts(UUID id);

    @Query(value = """
            select table_name, line, external_id, verdict, reason from intake_row
            where intake_id = :id and verdict = 'rejected'
            order by array_position(string_to_array(:tables, ','), table_name), line limit :most""", nativeQuery = true)
    List<Row> rejected(UUID id, String tables, int most);

    @Query(value = """
            select table_name, line, external_id, verdict, reason from intake_row
            where intake_id = :id and table_name = :table and verdict = :verdict order by line limit :most offset :skipped""",
            nativeQuery = true)
    List<Row> rows(UUID id, String table, String verdict, int most, long skipped);

    @Query(value = "select line from intake_overlaps(:id) as o(line)", nativeQuery = true)
    List<Integer> overlaps(UUID id);

    @Query(value = """
            select text_1 as role, min(line) as line, count(*) as number from intake_row
            where intake_id = :id and table_name = 'ssd_involvements' and verdict <> 'rejected'
              and lower(text_1) not in ('allocated worker', 'co-worker') group by text_1 order by 2""", nativeQuery = true)
    List<OtherRole> otherRoles(UUID id);

    @Query(value = "select supervisee, supervisor, team from intake_lines(:id, :day)", nativeQuery = true)
    List<Line> lines(UUID id, LocalDate day);

    @Query(value = """
            select name, team from intake_people(:id, :day)
            where touched and team is not null and lower(job_title) = 'team manager' order by team, ref""", nativeQuery = true)
    List<TeamManager> teamManagers(UUID id, LocalDate day);

    @Query(value = """
            select distinct r.text_3 from intake_row r join intake i on i.id = r.intake_id
            where i.id = :id and r.table_name = 'ssd_professionals' and r.verdict in ('new', 'changed') and r.text_3 is not null
              and not exists (select from team t where t.centre_id = i.centre_id and t.name = r.text_3) order by 1""",
            nativeQuery = true)
    List<String> newTeams(UUID id);

    @Query(value = "select made, closing, opening_again from intake_cases(:id)", nativeQuery = true)
    Cases cases(UUID id);
}
