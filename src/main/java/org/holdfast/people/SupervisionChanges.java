package org.holdfast.people;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What has changed in who supervises the viewer and whom the viewer supervises, told until it is read. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SupervisionChanges extends GenericRepository<SupervisionChanges.Change, UUID> {
    /**
     * One beginning or end.
     *
     * @param supervised whether the viewer is the one supervised
     * @param other      the other person's name
     */
    @Introspected
    record Change(UUID id, boolean supervised, String other, String kind, String what, LocalDate onDay) {}

    /** How many the viewer has not read. */
    @Query(value = "select cast(count(*) as integer) from supervision_change c where c.person_id = viewer_id() and c.read_at is null", nativeQuery = true)
    int unread();

    /** Those the viewer has not read, the oldest first. */
    @Query(value = """
            select c.id, l.supervisee_id = viewer_id() as supervised, coalesce(p.name, 'A former colleague') as other, l.kind, c.what, c.on_day
            from supervision_change c join supervision_line l on l.id = c.line_id
            left join person p on p.id = case when l.supervisee_id = viewer_id() then l.supervisor_id else l.supervisee_id end
            where c.person_id = viewer_id() and c.read_at is null
            order by c.on_day, c.id""", nativeQuery = true)
    List<Change> told();

    /** @param ids separated by commas; those of other people stay as they are */
    @Query(value = """
            update supervision_change set read_at = :at
            where id = any (cast(string_to_array(:ids, ',') as uuid[])) and person_id = viewer_id() and read_at is null""", nativeQuery = true)
    int read(String ids, Instant at);
}
