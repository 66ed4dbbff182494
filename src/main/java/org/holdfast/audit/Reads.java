package org.holdfast.audit;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;

/**
 * Notes every read of restricted material. The row stands or falls with the transaction of the read, so that nothing is
 * read without a trace. It holds no content, and people see the rows that concern them.
 */
@Singleton
public final class Reads {
    private static final String NOTE = """
            insert into access_log (id, at, viewer_kind, viewer_id, what, subject_id, concerns_id)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final Ids ids;
    private final Clock clock;

    Reads(Connection connection, Ids ids, Clock clock) {
        this.connection = connection;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param what     the kind of thing in the field's own words, such as {@code caseload} or {@code supervision record}
     * @param subject  the id of what was read: a case, a session, a team, a person
     * @param concerns the person who sees this in "who looked at my record"; null where it concerns nobody in particular
     * @throws IllegalArgumentException for a viewer who has not signed in: nobody reads restricted material unnamed
     */
    public void note(Viewer viewer, String what, UUID subject, @Nullable UUID concerns) {
        if (viewer.id() == null) {
            throw new IllegalArgumentException("A restricted read needs a viewer");
        }
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, ids.next());
            note.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            note.setString(3, viewer.isSystem() ? "system" : "person");
            note.setObject(4, viewer.id());
            note.setString(5, what);
            note.setObject(6, subject);
            note.setObject(7, concerns);
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The read could not be noted", e);
        }
    }
}
