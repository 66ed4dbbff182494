package org.holdfast.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an administrator or an import proposed and somebody else has yet to confirm: a service centre manager, or for a
 * centre manager and the whole organisation a regional lead. Until then it gives nobody any reach.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Waiting extends GenericRepository<People.RoleHeld, UUID> {
    @Query(value = """
            select id, person_id, person_name, role, place as where, starts_on, ends_on, confirmed_at from roles_to_confirm()""", nativeQuery = true)
    List<People.RoleHeld> roles();

    @Query(value = """
            select id, supervisee_id, supervisee, supervisor_id, supervisor, kind, starts_on, ends_on, confirmed_at from lines_to_confirm()""",
            nativeQuery = true)
    List<People.Line> lines();

    /** @param ids separated by commas; those that are not this viewer's to confirm stay as they are */
    @Query(value = "select id from confirm_roles(cast(string_to_array(:ids, ',') as uuid[]), :at)", nativeQuery = true)
    List<UUID> confirmRoles(String ids, Instant at);

    /** See {@link #confirmRoles}; a line supervisor who is followed by another ends. */
    @Query(value = "select id from confirm_lines(cast(string_to_array(:ids, ',') as uuid[]), :at)", nativeQuery = true)
    List<UUID> confirmLines(String ids, Instant at);

    /** The name of the centre whose first manager this viewer was named as and may take up; none usually. */
    @Query(value = "select centre_name from centre_to_take_up()", nativeQuery = true)
    List<String> centresToTakeUp();

    @Query(value = "select take_up_centre(:at)", nativeQuery = true)
    int takeUpCentre(Instant at);
}
