package org.holdfast.rights;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The trail as people may read it: reads about themselves, and, for administrators, security events. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TrailReadings extends GenericRepository<TrailReadings.Read, UUID> {
    /**
     * How often one viewer read one thing on one day.
     *
     * @param viewerName null where the viewer is not known by name any more
     * @param why        the relationships at the time; null for reads noted before they were noted too
     * @param groups     how many of these there are in all
     */
    @Introspected
    record Read(
            LocalDate day, Instant firstAt, Instant lastAt, int times, @Nullable String viewerName, boolean viewerIsSystem, String what,
            @Nullable String why, int groups) {}

    /** One security event. */
    @Introspected
    record Event(
            Instant at, String byKind, @Nullable String byName, String what, @Nullable String concernsName, @Nullable String why, int events) {}

    @Query(value = "select * from reads_about_viewer(:skipping, :atMost)", nativeQuery = true)
    List<Read> aboutViewer(int skipping, int atMost);

    @Query(value = """
            select a.at, a.by_kind, b.name as by_name, a.what, c.name as concerns_name, a.why, cast(count(*) over () as integer) as events
            from act a left join person b on b.id = a.by_id left join person c on c.id = a.concerns_id
            where a.security and viewer_is_administrator()
            order by a.at desc, a.id desc limit :atMost offset :skipping""", nativeQuery = true)
    List<Event> securityEvents(int skipping, int atMost);
}
