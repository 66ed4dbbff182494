package org.holdfast.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The roles and the database, as {@code prepare-database.sql} makes them. That one file is also what
 * {@code ops/prepare-database} prints for an external PostgreSQL, so it is written for psql: this class reads its
 * variables and its {@code \connect}.
 */
public final class PreparedDatabase {
    private static final String SCRIPT = "prepare-database.sql";
    private static final String CONNECT = "\\connect :\"database\"";
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    private final String name;
    private final Secrets secrets;

    /** @param name the database to make, {@code holdfast} in an installation */
    public PreparedDatabase(String name, Secrets secrets) {
        this.name = name;
        this.secrets = secrets;
    }

    /** Makes what is missing and sets the roles' passwords. */
    public void make(Server server) throws SQLException {
        String[] parts = script().split(Pattern.quote(CONNECT));
        try (Connection maintenance = server.connect("postgres")) {
            run(maintenance, parts[0]);
        }
        try (Connection database = server.connect(name)) {
            run(database, parts[1]);
        }
    }

    /** A server where the caller may sign in as a superuser. */
    @FunctionalInterface
    public interface Server {
        Connection connect(String database) throws SQLException;
    }

    private void run(Connection connection, String part) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(part).toList()) {
                runUnlessThere(statement, sql);
            }
        }
    }

    private static void runUnlessThere(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!ALREADY_THERE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private Stream<String> statements(String part) {
        String sql = part.replaceAll("(?m)^--.*$", "");
        return Arrays.stream(sql.split(";")).map(String::strip).filter(s -> !s.isEmpty()).map(this::filledIn);
    }

    private String filledIn(String sql) {
        String filled = sql.replace(":\"database\"", '"' + name + '"');
        for (Login login : Login.values()) {
            String variable = ":'" + login.password().replace('-', '_') + "'";
            filled = filled.replace(variable, quoted(secrets.password(login)));
        }
        return filled;
    }

    private static String quoted(String password) {
        return "'" + password.replace("'", "''") + "'";
    }

    private static String script() {
        try (InputStream in = PreparedDatabase.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
