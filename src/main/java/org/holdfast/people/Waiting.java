package org.holdfast.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an administrator or an import proposed and a service centre manager has yet to confirm. Until then it gives
 * nobody any reach.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Waiting extends GenericRepository<People.RoleHeld, UUID> {
    @Query(value = """
            select r.id, r.person_id, p.name as person_name, r.role, coalesce(t.name, c.name) as where, r.starts_on, r.ends_on, r.confirmed_at
            from role_held r join person p on p.id = r.person_id left join team t on t.id = r.team_id left join centre c on c.id = r.centre_id
            where r.confirmed_at is null and r.role = 'team manager' and r.person_id <> viewer_id()
              and (r.ends_on is null or r.ends_on > :day) and r.person_id in (select viewer_centre_person())
            order by p.name, r.id""", nativeQuery = true)
    List<People.RoleHeld> roles(LocalDate day);

    @Query(value = """
            select l.id, l.supervisee_id, e.name as supervisee, l.supervisor_id, s.name as supervisor, l.kind, l.starts_on, l.ends_on, l.confirmed_at
            from supervision_line l join person e on e.id = l.supervisee_id join person s on s.id = l.supervisor_id
            where l.confirmed_at is null and (l.ends_on is null or l.ends_on > :day)
              and l.supervisee_id in (select viewer_centre_person())
            order by s.name, e.name, l.id""", nativeQuery = true)
    List<People.Line> lines(LocalDate day);

    @Query(value = """
            update role_held set confirmed_by = :by, confirmed_at = :at
            where id = any (cast(string_to_array(:ids, ',') as uuid[])) and confirmed_at is null and role = 'team manager'
              and person_id <> :by and person_id in (select viewer_centre_person())""", nativeQuery = true)
    int confirmRoles(String ids, UUID by, Instant at);

    @Query(value = """
            update supervision_line set confirmed_by = :by, confirmed_at = :at
            where id = any (cast(string_to_array(:ids, ',') as uuid[])) and confirmed_at is null
              and supervisee_id in (select viewer_centre_person())""", nativeQuery = true)
    int confirmLines(String ids, UUID by, Instant at);

    /** The name of the centre whose first manager this viewer was named as and may take up; none usually. */
    @Query(value = "select centre_name from centre_to_take_up()", nativeQuery = true)
    List<String> centresToTakeUp();

    @Query(value = "select take_up_centre(:at)", nativeQuery = true)
    int takeUpCentre(Instant at);
}
