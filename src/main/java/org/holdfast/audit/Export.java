package org.holdfast.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Writes the linked rows of some days as JSON lines, in the order of their links, and the head as the last line. The days
 * are those on which rows were linked, seconds after they were added, in UTC: so that exports of consecutive days hold
 * every row once.
 */
final class Export {
    private static final String ROWS = "select l.sequence, l.mac, " + TrailRow.COLUMNS + """
             from trail_link l join trail t on t.id = l.row_id
            where l.linked_at >= ? and l.linked_at < ? order by l.sequence""";

    private static final String HEAD = "select sequence, mac from trail_link where linked_at < ? order by sequence desc limit 1";

    private static final int FETCHED_AT_ONCE = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Connection connection;
    private final OutputStream out;

    private Export(Connection connection, OutputStream out) {
        this.connection = connection;
        this.out = out;
    }

    /** @param to the last day, included */
    static void write(Connection connection, LocalDate from, LocalDate to, OutputStream out) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            Export export = new Export(connection, out);
            long rows = export.rows(from, to);
            export.head(from, to, rows);
            out.flush();
        } finally {
            connection.rollback();
        }
    }

    /** The day it is in UTC, by the database's clock. */
    static LocalDate today(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet day = statement.executeQuery("select cast(now() at time zone 'UTC' as date)")) {
            day.next();
            return day.getObject(1, LocalDate.class);
        }
    }

    private long rows(LocalDate from, LocalDate to) throws SQLException, IOException {
        long written = 0;
        try (PreparedStatement rows = connection.prepareStatement(ROWS)) {
            rows.setFetchSize(FETCHED_AT_ONCE);
            rows.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
            rows.setObject(2, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            try (ResultSet found = rows.executeQuery()) {
                while (found.next()) {
                    line(new Head(found.getLong("sequence"), found.getBytes("mac")), TrailRow.read(found));
                    written++;
                }
            }
        }
        return written;
    }

    private void line(Head link, TrailRow row) throws IOException {
        line(json -> {
            json.writeNumberField("sequence", link.sequence());
            json.writeStringField("kind", row.kind());
            text(json, "id", row.id());
            text(json, "at", row.at());
            json.writeBooleanField("security", row.security());
            json.writeStringField("byKind", row.byKind());
            text(json, "by", row.byId());
            json.writeStringField("what", row.what());
            text(json, "subject", row.subjectId());
            text(json, "concerns", row.concernsId());
            text(json, "why", row.why());
            json.writeStringField("transaction", row.transactionId());
            json.writeStringField("mac", HexFormat.of().formatHex(link.mac()));
        });
    }

    private void head(LocalDate from, LocalDate to, long rows) throws SQLException, IOException {
        Head head = head(to);
        line(json -> {
            json.writeStringField("from", from.toString());
            json.writeStringField("to", to.toString());
            json.writeNumberField("rows", rows);
            json.writeStringField("head", head.toString());
        });
    }

    private Head head(LocalDate to) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(HEAD)) {
            last.setObject(1, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            try (ResultSet found = last.executeQuery()) {
                return found.next() ? new Head(found.getLong("sequence"), found.getBytes("mac")) : Head.NONE;
            }
        }
    }

    private static void text(JsonGenerator json, String name, Object value) throws IOException {
        json.writeStringField(name, Objects.toString(value, null));
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private void line(Fields fields) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
