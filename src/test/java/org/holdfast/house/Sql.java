package org.holdfast.house;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements for tests, each in a transaction of its own. Parameters are {@code ?}; values come back as JDBC gives
 * them, except that the caller may ask for {@code LocalDate}, {@code Instant} or {@code UUID} with {@link #one}.
 * What PostgreSQL refuses is an {@link AssertionError} carrying the {@link SQLException}, or see {@link #refusal}.
 */
public final class Sql {
    private final Source source;
    private final String viewer;
    private final LocalDate today;

    /** @param viewer a person's or token's id; null to set none */
    Sql(Source source, String viewer) {
        this(source, viewer, LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC));
    }

    private Sql(Source source, String viewer, LocalDate today) {
        this.source = source;
        this.viewer = viewer;
        this.today = today;
    }

    /** The same, on another domain day than that of {@link TestClock#START}. */
    public Sql on(LocalDate day) {
        return new Sql(source, viewer, day);
    }

    /** Statements past row-level security on a database that is none of {@link TestDatabase}. */
    public static Sql asOwner(Source source) {
        return new Sql(source, null);
    }

    /** Where connections come from. */
    @FunctionalInterface
    public interface Source {
        Connection open() throws SQLException;
    }

    /** Runs a statement; how many rows it touched. */
    public int run(String sql, Object... parameters) {
        return in(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                statement.execute();
                return statement.getUpdateCount();
            }
        });
    }

    /** All rows, each as column name to value. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        return in(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                return rows(statement.executeQuery());
            }
        });
    }

    /** The first column of every row. */
    public <T> List<T> column(Class<T> type, String sql, Object... parameters) {
        return in(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                return column(type, statement.executeQuery());
            }
        });
    }

    /** The only column of the only row; null where it is null. */
    public <T> T one(Class<T> type, String sql, Object... parameters) {
        List<T> values = column(type, sql, parameters);
        if (values.size() != 1) {
            throw new AssertionError("Expected one row, got " + values.size() + ": " + sql);
        }
        return values.getFirst();
    }

    /** The SQLSTATE with which PostgreSQL refuses that statement; fails where it does not. */
    public String refusal(String sql, Object... parameters) {
        try {
            run(sql, parameters);
        } catch (AssertionError refused) {
            if (refused.getCause() instanceof SQLException reason) {
                return reason.getSQLState();
            }
            throw refused;
        }
        throw new AssertionError("Was not refused: " + sql);
    }

    private <T> T in(Work<T> work) {
        try (Connection connection = source.open()) {
            connection.setAutoCommit(false);
            setViewer(connection);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private void setViewer(Connection connection) throws SQLException {
        if (viewer == null) {
            return;
        }
        String settings = "select set_config('holdfast.viewer', ?, true), set_config('holdfast.today', ?, true)";
        try (PreparedStatement set = prepared(connection, settings, viewer, today.toString())) {
            set.execute();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, written(connection, parameters[i]));
        }
        return statement;
    }

    private static Object written(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case String[] texts -> connection.createArrayOf("text", texts);
            case null, default -> value;
        };
    }

    private static List<Map<String, Object>> rows(ResultSet results) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (results.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                row.put(results.getMetaData().getColumnLabel(i), results.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static <T> List<T> column(Class<T> type, ResultSet results) throws SQLException {
        List<T> values = new ArrayList<>();
        while (results.next()) {
            values.add(read(type, results));
        }
        return values;
    }

    private static <T> T read(Class<T> type, ResultSet results) throws SQLException {
        if (type == Instant.class) {
            OffsetDateTime at = results.getObject(1, OffsetDateTime.class);
            return at == null ? null : type.cast(at.toInstant());
        }
        return results.getObject(1, type);
    }
}
