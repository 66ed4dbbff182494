package org.holdfast.supervision;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.holdfast.web.Missing;

/** Writes the rows of a record. Names of tables and columns come from {@link Part} and {@link RecordField}, values are bound. */
@Singleton
class RecordRows {
    private static final String START = """
            insert into session_record (session_id, held_on, started_at, minutes, place, present, first_edit_at)
            values (?, cast(nullif(?, '') as date), cast(nullif(?, '') as time), cast(nullif(?, '') as integer), nullif(?, ''), nullif(?, ''), ?)
            on conflict (session_id) do nothing""";
    private static final String START_FUNCTIONS = """
            insert into function_note (session_id, function) select ?, f from unnest(cast(? as text[])) f
            on conflict (session_id, function) do nothing""";
    private static final String NEXT = "update session_record set revision = revision + 1, saved_at = ? where session_id = ? returning revision";

    private final Connection connection;

    RecordRows(Connection connection) {
        this.connection = connection;
    }

    /** Begins a record with what was planned, if nobody has. */
    void startRecord(SessionAtHand session, Instant at) {
        Map<RecordField, String> planned = Drafts.planned(session);
        run(START, session.id(), planned.get(RecordField.HELD_ON), planned.get(RecordField.STARTED_AT),
                planned.get(RecordField.MINUTES), planned.get(RecordField.PLACE), planned.get(RecordField.PRESENT),
                at.atOffset(ZoneOffset.UTC));
        run(START_FUNCTIONS, session.id(), FunctionOfSupervision.CODES.toArray(String[]::new));
    }

    /** Counts one more save of that record. */
    int nextRevision(UUID session, Instant at) {
        try (PreparedStatement statement = prepared(NEXT, at.atOffset(ZoneOffset.UTC), session); ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The save could not be counted", e);
        }
    }

    /** @throws Missing where there is no such group of fields in that record */
    void write(UUID session, Part part, String partId, RecordField field, String kept, int revision, UUID by) {
        String sql = "update %s set %s = %s, revision = ?, field_revisions = field_revisions || jsonb_build_object('%s', jsonb_build_object('revision', ?, 'by', ?)) where %s"
                .formatted(part.table, field.column, field.kind.sql(), field.column, part.where);
        if (run(sql, kept, revision, revision, by.toString(), partId, session) == 0) {
            throw new Missing();
        }
    }

    void addDiscussion(UUID id, UUID session, UUID caseId, String reason, int revision) {
        run("""
                insert into case_discussion (id, session_id, case_id, position, reason, revision)
                select ?, ?, ?, coalesce(max(d.position), 0) + 1, nullif(left(?, 2000), ''), ? from case_discussion d where d.session_id = ?""",
                id, session, caseId, reason, revision, session);
    }

    /** @throws Missing where there is no such discussion in that record */
    void addDecision(UUID id, UUID discussion, UUID session, int revision) {
        int added = run("""
                insert into decision (id, discussion_id, case_id, revision)
                select ?, d.id, d.case_id, ? from case_discussion d where d.id = ? and d.session_id = ? and d.removed_at is null""",
                id, revision, discussion, session);
        if (added == 0) {
            throw new Missing();
        }
    }

    void addAction(UUID id, UUID session, int revision) {
        run("insert into action (id, session_id, revision) values (?, ?, ?)", id, session, revision);
    }

    /** Takes a group of fields out of the record; what was written in it stays in the database. */
    void remove(UUID session, Part part, String partId, Instant at, int revision) {
        String sql = "update %s set removed_at = ?, revision = ? where %s".formatted(part.table, part.where);
        if (run(sql, at.atOffset(ZoneOffset.UTC), revision, partId, session) == 0) {
            throw new Missing();
        }
    }

    private int run(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The record could not be written", e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof String[] texts ? connection.createArrayOf("text", texts) : values[i]);
        }
        return statement;
    }
}
