package org.holdfast.people;

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

/** People and what is true of them. Row-level security lets each viewer read whom they may know. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface People extends GenericRepository<People.Person, UUID> {
    @Introspected
    record Person(
            UUID id, String name, @Nullable String jobTitle, @Nullable UUID centreId, @Nullable String centre,
            @Nullable LocalDate startedOn, @Nullable LocalDate leftOn) {}

    /** One line of the list of people. */
    @Introspected
    record Listed(
            UUID id, String name, @Nullable String jobTitle, @Nullable String centre, @Nullable String team,
            @Nullable String roles, @Nullable String supervisor) {}

    @Introspected
    record Account(UUID personId, @Nullable String userName, @Nullable Instant invitedUntil) {}

    @Introspected
    record RoleHeld(
            UUID id, UUID personId, String personName, String role, @Nullable String where, LocalDate startsOn,
            @Nullable LocalDate endsOn, @Nullable Instant confirmedAt) {}

    @Introspected
    record Line(
            UUID id, UUID superviseeId, String supervisee, UUID supervisorId, String supervisor, String kind,
            LocalDate startsOn, @Nullable LocalDate endsOn, @Nullable Instant confirmedAt) {}

    @Introspected
    record Absence(UUID id, String kind, LocalDate startsOn, @Nullable LocalDate endsOn) {}

    @Introspected
    record Team(UUID id, String name, UUID centreId, String centre) {}

    @Introspected
    record Centre(UUID id, String name) {}

    /**
     * The people this viewer lists: all for an administrator, the centre's for its manager, the team's for a team
     * manager, together with their own supervisees.
     */
    @Query(value = """
            select p.id, p.name, p.job_title, c.name as centre,
                   (select string_agg(t.name, ', ' order by t.name) from team_membership m join team t on t.id = m.team_id
                    where m.person_id = p.id and m.starts_on <= :day and (m.ends_on is null or m.ends_on > :day)) as team,
                   (select string_agg(r.role, ', ' order by r.role) from role_held r
                    where r.person_id = p.id and r.starts_on <= :day and (r.ends_on is null or r.ends_on > :day)
                      and r.confirmed_at is not null) as roles,
                   (select string_agg(s.name, ', ' order by s.name) from supervision_line l join person s on s.id = l.supervisor_id
                    where l.supervisee_id = p.id and l.kind = 'line' and l.confirmed_at is not null
                      and l.starts_on <= :day and (l.ends_on is null or l.ends_on > :day)) as supervisor
            from person p left join centre c on c.id = p.centre_id
            where (p.left_on is null or p.left_on >= :day)
              and (viewer_is_administrator() or (p.id in (select viewer_dates_of()) and p.id <> viewer_id()))
            order by c.name nulls first, p.name, p.id""", nativeQuery = true)
    List<Listed> listed(LocalDate day);

    @Query(value = """
            select p.id, p.name, p.job_title, p.centre_id, c.name as centre, p.started_on, p.left_on
            from person p left join centre c on c.id = p.centre_id
            where p.id = :id and (viewer_is_administrator() or p.id = viewer_id() or p.id in (select viewer_dates_of()))""", nativeQuery = true)
    Optional<Person> find(UUID id);

    @Query(value = "select person_id, user_name, invited_until from account_states(:at)", nativeQuery = true)
    List<Account> accounts(Instant at);

    @Query(value = """
            select r.id, r.person_id, p.name as person_name, r.role, coalesce(r.purpose, t.name, c.name) as where, r.starts_on, r.ends_on, r.confirmed_at
            from role_held r join person p on p.id = r.person_id left join team t on t.id = r.team_id left join centre c on c.id = r.centre_id
            where r.person_id = :person order by r.starts_on, r.role, r.id""", nativeQuery = true)
    List<RoleHeld> roles(UUID person);

    @Query(value = """
            select l.id, l.supervisee_id, e.name as supervisee, l.supervisor_id, s.name as supervisor, l.kind, l.starts_on, l.ends_on, l.confirmed_at
            from supervision_line l join person e on e.id = l.supervisee_id join person s on s.id = l.supervisor_id
            where l.supervisee_id = :person or l.supervisor_id = :person
            order by l.starts_on, e.name, s.name, l.id""", nativeQuery = true)
    List<Line> lines(UUID person);

    @Query(value = """
            select id, kind, starts_on, ends_on from absence
            where person_id = :person and (ends_on is null or ends_on >= :from) order by starts_on, id""", nativeQuery = true)
    List<Absence> absences(UUID person, LocalDate from);

    @Query(value = """
            select t.id, t.name, t.centre_id, c.name as centre from team t join centre c on c.id = t.centre_id
            where t.closed_on is null or t.closed_on > :day order by c.name, t.name""", nativeQuery = true)
    List<Team> teams(LocalDate day);

    @Query(value = "select id, name from centre where closed_on is null or closed_on > :day order by name", nativeQuery = true)
    List<Centre> centres(LocalDate day);

    @Query(value = "insert into centre (id, name) values (:id, :name) on conflict (id) do nothing", nativeQuery = true)
    int addCentre(UUID id, String name);

    @Query(value = """
            insert into team (id, centre_id, name) values (:id, :centreId, :name) on conflict do nothing""", nativeQuery = true)
    int addTeam(UUID id, UUID centreId, String name);

    @Query(value = """
            insert into person (id, centre_id, name, job_title, started_on) values (:id, cast(:centreId as uuid), :name, :jobTitle, :startedOn)
            on conflict (id) do nothing""", nativeQuery = true)
    int add(UUID id, @Nullable UUID centreId, String name, @Nullable String jobTitle, LocalDate startedOn);

    @Query(value = """
            insert into team_membership (id, team_id, person_id, starts_on)
            select :id, :team, :person, :day
            where not exists (select from team_membership m where m.team_id = :team and m.person_id = :person and m.ends_on is null)""",
            nativeQuery = true)
    int join(UUID id, UUID team, UUID person, LocalDate day);

    @Query(value = """
            insert into role_held (id, person_id, role, centre_id, team_id, purpose, starts_on, ends_on, proposed_by, confirmed_by, confirmed_at)
            values (:id, :person, :role, cast(:centreId as uuid), cast(:team as uuid), :purpose, :day, cast(:until as date), :by,
                    cast(:confirmedBy as uuid), cast(:confirmedAt as timestamptz))
            on conflict (id) do nothing""", nativeQuery = true)
    int giveRole(
            UUID id, UUID person, String role, @Nullable UUID centreId, @Nullable UUID team, @Nullable String purpose, LocalDate day,
            @Nullable LocalDate until, UUID by, @Nullable UUID confirmedBy, @Nullable Instant confirmedAt);

    /** How many people are appointed as that, or proposed for it. */
    @Query(value = "select appointed(:role, :day)", nativeQuery = true)
    int appointed(String role, LocalDate day);

    @Query(value = """
            update role_held set ends_on = greatest(starts_on, cast(:day as date))
            where id = :id and person_id = :person and (ends_on is null or ends_on > :day)""", nativeQuery = true)
    int endRole(UUID id, UUID person, LocalDate day);

    @Query(value = """
            insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, ends_on, proposed_by)
            values (:id, :supervisee, :supervisor, :kind, :day, cast(:until as date), :by) on conflict (id) do nothing""", nativeQuery = true)
    int proposeLine(UUID id, UUID supervisee, UUID supervisor, String kind, LocalDate day, @Nullable LocalDate until, UUID by);

    /** Whether the viewer arranges cover for that person. */
    @Query(value = "select viewer_covers_for(:person)", nativeQuery = true)
    boolean mayArrangeCover(UUID person);

    @Query(value = "select arrange_cover(:id, :supervisee, :supervisor, :until, :at)", nativeQuery = true)
    boolean arrangeCover(UUID id, UUID supervisee, UUID supervisor, LocalDate until, Instant at);

    /** Ends a cover for that person which the viewer may arrange. */
    @Query(value = """
            update supervision_line set ends_on = greatest(starts_on, cast(:day as date))
            where id = :id and supervisee_id = :person and kind = 'cover' and viewer_covers_for(supervisee_id)
              and (ends_on is null or ends_on > :day)""", nativeQuery = true)
    int endCover(UUID id, UUID person, LocalDate day);

    /** Ends a line in which that person stands on either side. */
    @Query(value = """
            update supervision_line set ends_on = greatest(starts_on, cast(:day as date))
            where id = :id and cast(:person as uuid) in (supervisee_id, supervisor_id) and (ends_on is null or ends_on > :day)""", nativeQuery = true)
    int endLine(UUID id, UUID person, LocalDate day);

    @Query(value = """
            insert into absence (id, person_id, kind, starts_on, ends_on, recorded_by, recorded_at)
            values (:id, :person, :kind, :from, cast(:until as date), :by, :at) on conflict (id) do nothing""", nativeQuery = true)
    int addAbsence(UUID id, UUID person, String kind, LocalDate from, @Nullable LocalDate until, UUID by, Instant at);

    /** Ends an absence that has begun; one that began only after that day lasts the day it began. */
    @Query(value = """
            update absence set ends_on = greatest(starts_on, cast(:lastDay as date))
            where id = :id and person_id = :person and ends_on is null and starts_on <= cast(:lastDay as date) + 1""", nativeQuery = true)
    int endAbsence(UUID id, UUID person, LocalDate lastDay);
}
