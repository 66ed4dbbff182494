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
 * Notes every act that matters and every security event. The row stands or falls with the transaction of the act, so
 * that nothing is done without a trace and no trace is left of what was not done. It holds no content.
 */
@Singleton
public final class Acts {
    private static final String NOTE = """
            insert into act (id, at, security, by_kind, by_id, what, subject_id, concerns_id, why)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final Ids ids;
    private final Clock clock;

    Acts(Connection connection, Ids ids, Clock clock) {
        this.connection = connection;
        this.ids = ids;
        this.clock = clock;
    }

    /** An act that needs no ground beyond itself; see the other {@code note}. */
    public void note(Viewer by, Act act, @Nullable UUID subject, @Nullable UUID concerns) {
        note(by, act, subject, concerns, null);
    }

    /**
     * @param by       who did it. {@link Viewer#NOBODY} while somebody signs in: whom the event concerns then says who
     * @param subject  the id of what the act was about: a session, a case, a role, a token; null where there is none
     * @param concerns the person it concerns; null where it concerns nobody in particular
     * @param why      the ground in a few fixed words, such as a role or a cause, at most 100 letters; never what somebody typed
     */
    public void note(Viewer by, Act act, @Nullable UUID subject, @Nullable UUID concerns, @Nullable String why) {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, ids.next());
            note.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            note.setBoolean(3, act.isSecurity());
            note.setString(4, kind(by));
            note.setObject(5, by.id());
            note.setString(6, act.code());
            note.setObject(7, subject);
            note.setObject(8, concerns);
            note.setString(9, why);
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The act could not be noted", e);
        }
    }

    /**
     * An act of somebody who may sign in to the machine instead of the service, and is known to that machine only.
     *
     * @param owner of the database, in the transaction of the act
     */
    public static void noteFromCommand(Connection owner, Ids ids, Act act, UUID subject) throws SQLException {
        String sql = "insert into act (id, at, security, by_kind, what, subject_id) values (?, now(), ?, 'command', ?, ?)";
        try (PreparedStatement note = owner.prepareStatement(sql)) {
            note.setObject(1, ids.next());
            note.setBoolean(2, act.isSecurity());
            note.setString(3, act.code());
            note.setObject(4, subject);
            note.executeUpdate();
        }
    }

    private static String kind(Viewer by) {
        return switch (by.kind()) {
            case PERSON -> "person";
            case SYSTEM -> "system";
            case NOBODY -> "nobody";
        };
    }
}
