package org.holdfast.audit;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;

/**
 * Notes every read of restricted material. The row stands or falls with the transaction of the read, so that nothing is
 * read without a trace. It holds no content, and people see the rows that concern them.
 */
@Singleton
public final class Reads {
    /** Who a read concerns is told under which relationship it was made, so that is found out with the read itself. */
    private static final String NOTE = """
            insert into access_log (id, at, viewer_kind, viewer_id, what, subject_id, concerns_id, why)
            select r.id, ?, ?, v.viewer_id, v.what, v.subject_id, r.concerns_id, viewer_relationships(r.concerns_id, v.subject_id)
            from unnest(cast(? as uuid[]), cast(? as uuid[])) as r(id, concerns_id)
            cross join (values (cast(? as uuid), ?, cast(? as uuid))) as v(viewer_id, what, subject_id)""";

    private final Connection connection;
    private final Ids ids;
    private final Clock clock;

    Reads(Connection connection, Ids ids, Clock clock) {
        this.connection = connection;
        this.ids = ids;
        this.clock = clock;
    }

    /** A read that concerns one person, or, with null, nobody in particular; see {@link #noteForAll}. */
    public void note(Viewer viewer, String what, UUID subject, @Nullable UUID concerns) {
        noteForAll(viewer, what, subject, concerns == null ? Set.of() : Set.of(concerns));
    }

    /**
     * @param what     the kind of thing in the field's own words, such as {@code caseload} or {@code supervision record}
     * @param subject  the id of what was read: a case, a session, a team, a person
     * @param concerns the people who see this in "who looked at my record"; empty where it concerns nobody in particular
     * @throws IllegalArgumentException for a viewer who has not signed in: nobody reads restricted material unnamed
     */
    public void noteForAll(Viewer viewer, String what, UUID subject, Set<UUID> concerns) {
        if (viewer.id() == null) {
            throw new IllegalArgumentException("A restricted read needs a viewer");
        }
        UUID[] people = concerns.isEmpty() ? new UUID[1] : concerns.toArray(UUID[]::new);
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            note.setString(2, viewer.isSystem() ? "system" : "person");
            note.setArray(3, connection.createArrayOf("uuid", Stream.of(people).map(_ -> ids.next()).toArray()));
            note.setArray(4, connection.createArrayOf("uuid", people));
            note.setObject(5, viewer.id());
            note.setString(6, what);
            note.setObject(7, subject);
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The read could not be noted", e);
        }
    }
}
