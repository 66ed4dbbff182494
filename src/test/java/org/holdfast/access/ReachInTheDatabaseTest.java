package org.holdfast.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.database.Login;
import org.holdfast.house.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The database alone: as the service's own role, with everybody set as the viewer in turn, reads from, adds to, changes and
 * deletes from every table, and compares with what the rooms say (see {@link Reach}). Everything is taken back.
 */
@Tag("postgres15")
class ReachInTheDatabaseTest {
    /** A dry run and private preparation, which whoever made them may take away. */
    private static final Set<String> DELETED_BY_THEIR_AUTHOR = Set.of("intake", "intake_row", "private_preparation");
    private static final UUID NOBODY = new UUID(0, 0);

    @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

    private static World world;

    @BeforeAll
    static void everybodyIsInPlace() {
        world = new World(database);
        world.storeSealed();
    }

    @Test
    void everyTableTheServiceMayUseIsTried() {
        Set<String> untried = new TreeSet<>(database.asOwner().column(String.class, """
            select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and (has_any_column_privilege('holdfast_app', c.oid, 'select, insert, update') or has_table_privilege('holdfast_app', c.oid, 'delete'))"""));
        untried.removeAll(Rooms.tables().map(Reach.Rows::table).collect(Collectors.toSet()));
        untried.removeAll(Rooms.THE_SAME_FOR_EVERYBODY);
        assertEquals(Set.of(), untried);
    }

    @Test
    void whatIsTheSameForEverybodyIsOnlyRead() {
        List<String> written = new ArrayList<>();
        for (String table : Rooms.THE_SAME_FOR_EVERYBODY) {
            if (database.asOwner().one(Boolean.class, """
                    select has_any_column_privilege('holdfast_app', ?, 'insert, update') or has_table_privilege('holdfast_app', ?, 'delete')""", table, table)) {
                written.add(table);
            }
        }
        assertEquals(List.of(), written);
    }

    @Test
    void theDatabaseAloneLetsEverybodyReachWhatTheMatrixSaysAndNothingElse() throws SQLException {
        List<Tried> tables = new ArrayList<>();
        try (Connection owner = database.connect(Login.OWNER)) {
            for (Reach.Rows rows : Rooms.tables().toList()) {
                tables.add(Tried.of(owner, rows));
            }
        }
        Set<String> wrong = new LinkedHashSet<>();
        for (Someone someone : Someone.values()) {
            if (someone != Someone.GIL) { // the door makes him nobody
                try (Connection connection = database.connect(Login.APP)) {
                    connection.setAutoCommit(false);
                    enter(connection, someone);
                    for (Tried table : tables) {
                        table.as(someone, connection, wrong);
                    }
                    connection.rollback();
                }
            }
        }
        assertEquals(Set.of(), wrong, String.join("\n", wrong));
    }

    private static void enter(Connection connection, Someone someone) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "select set_config('holdfast.viewer', ?, true), set_config('holdfast.today', '2026-11-21', true)")) {
            set.setString(1, viewer(someone).toString());
            set.execute();
        }
    }

    private static UUID viewer(Someone someone) {
        return switch (someone) {
            case NOBODY -> NOBODY;
            case READER, BRINGER -> world.id("token " + someone);
            default -> world.id(someone);
        };
    }

    /**
     * One table.
     *
     * @param recordOf  which record each row belongs to, by the row's key
     * @param rows      one whole row of each record, as JSON
     * @param columns   those that may be inserted; {@code changeable} those that may be changed; {@code actors} those that say who did it
     */
    private record Tried(
            Reach.Rows rows, List<String> key, Map<String, String> recordOf, Map<String, String> keys, Map<String, String> row,
            List<String> columns, List<String> changeable, List<String> actors) {

        static Tried of(Connection owner, Reach.Rows rows) throws SQLException {
            List<String> key = column(owner, """
                select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indrelid = '%s'::regclass and i.indisprimary order by a.attnum""".formatted(rows.table()));
            Map<String, String> names = new LinkedHashMap<>();
            rows.grid().records().forEach(record -> names.put(world.id(rows.idOf() + " " + record).toString(), record));
            Map<String, String> recordOf = new LinkedHashMap<>();
            Map<String, String> keys = new LinkedHashMap<>();
            Map<String, String> row = new LinkedHashMap<>();
            try (PreparedStatement all = owner.prepareStatement("select " + keyOf(key) + ", cast(" + rows.record() + " as text), cast(to_jsonb(t) as text) from "
                    + rows.table() + " t order by 1"); ResultSet found = all.executeQuery()) {
                while (found.next()) {
                    String record = names.get(found.getString(2));
                    if (record != null) {
                        recordOf.put(found.getString(1), record);
                        keys.putIfAbsent(record, found.getString(1));
                        row.putIfAbsent(record, found.getString(3));
                    }
                }
            }
            if (row.isEmpty()) {
                throw new AssertionError("Nothing to try " + rows.table() + " with");
            }
            return new Tried(rows, key, recordOf, keys, row, privileged(owner, rows.table(), "insert"), privileged(owner, rows.table(), "update"),
                column(owner, """
                    select attname from pg_attribute where attrelid = '%s'::regclass and atttypid = 'uuid'::regtype
                      and (attname like '%%\\_by' or attname = 'by_id')""".formatted(rows.table())));
        }

        private static String keyOf(List<String> key) {
            return "concat_ws(' ', " + key.stream().map(column -> "t." + column).collect(Collectors.joining(", ")) + ")";
        }

        private static List<String> privileged(Connection owner, String table, String what) throws SQLException {
            return column(owner, """
                select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                  and has_column_privilege('holdfast_app', attrelid, attnum, '%s') order by attnum""".formatted(table, what));
        }

        private static List<String> column(Connection owner, String sql) throws SQLException {
            try (PreparedStatement statement = owner.prepareStatement(sql); ResultSet found = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (found.next()) {
                    values.add(found.getString(1));
                }
                return values;
            }
        }

        void as(Someone someone, Connection connection, Set<String> wrong) throws SQLException {
            Set<String> seen = rows.read().equals("*") ? null : read(connection);
            for (String record : row.keySet()) {
                if (seen != null) {
                    check(wrong, someone, "read from", record, rows.read(), seen.contains(record));
                }
                if (!rows.insert().equals("*")) {
                    check(wrong, someone, "add to", record, rows.insert(), inserts(connection, someone, record));
                }
                if (!rows.update().equals("*")) {
                    check(wrong, someone, "change in", record, rows.update(), updates(connection, someone, record));
                }
                if (!DELETED_BY_THEIR_AUTHOR.contains(rows.table())) {
                    check(wrong, someone, "delete from", record, "", isLet(connection, "delete from " + rows.table() + " t where " + keyOf(key) + " = ?", keys.get(record)));
                }
            }
        }

        private void check(Set<String> wrong, Someone someone, String what, String record, String letters, boolean may) {
            boolean lets = rows.grid().lets(someone, letters, record);
            if (lets != may) {
                wrong.add(someone + (may ? " may " : " may not ") + what + " " + rows.table() + " of " + record);
            }
        }

        private Set<String> read(Connection connection) throws SQLException {
            Set<String> records = new LinkedHashSet<>();
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement all = connection.prepareStatement("select " + keyOf(key) + " from " + rows.table() + " t"); ResultSet found = all.executeQuery()) {
                while (found.next()) {
                    records.add(recordOf.get(found.getString(1)));
                }
            } catch (SQLException refused) {
                connection.rollback(before);
                if (!refused.getSQLState().equals("42501")) {
                    throw refused;
                }
            }
            return records;
        }

        /** A copy of the record's row under a new id, in the viewer's own name. */
        private boolean inserts(Connection connection, Someone someone, String record) throws SQLException {
            String names = String.join(", ", columns);
            String written = columns.stream().map(column -> written(column, someone, true)).collect(Collectors.joining(", "));
            return !columns.isEmpty() && isLet(connection, "insert into " + rows.table() + " (" + names + ") select " + written
                + " from jsonb_populate_record(cast(null as " + rows.table() + "), cast(? as jsonb)) r", row.get(record));
        }

        private boolean updates(Connection connection, Someone someone, String record) throws SQLException {
            String changes = changeable.stream().map(column -> column + " = " + written(column, someone, false).replace("r." + column, "t." + column))
                .collect(Collectors.joining(", "));
            return !changeable.isEmpty()
                && isLet(connection, "update " + rows.table() + " t set " + changes + " where " + keyOf(key) + " = ?", keys.get(record));
        }

        private String written(String column, Someone someone, boolean asNew) {
            for (int i = 0; i < rows.with().size(); i += 2) {
                if (rows.with().get(i).equals(column)) {
                    String value = rows.with().get(i + 1);
                    return value.equals("null") ? "null" : value.equals("$viewer") ? "cast('" + viewer(someone) + "' as uuid)"
                        : "'" + value.replace("\"", "") + "'";
                }
            }
            if (asNew && column.equals("id")) {
                return "gen_random_uuid()";
            }
            if (asNew && column.equals("number")) {
                return "r.number + 1000";
            }
            return asNew && actors.contains(column) ? "cast('" + viewer(someone) + "' as uuid)" : "r." + column;
        }

        /** Whether row-level security and privileges let it through; what a constraint says then is another matter. */
        private static boolean isLet(Connection connection, String sql, String parameter) throws SQLException {
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, parameter);
                return statement.executeUpdate() > 0;
            } catch (SQLException refused) {
                if (refused.getSQLState().equals("42501")) {
                    return false;
                }
                if (refused.getSQLState().startsWith("23")) {
                    return true;
                }
                throw new SQLException(refused.getMessage() + ": " + sql, refused.getSQLState(), refused);
            } finally {
                connection.rollback(before);
            }
        }
    }
}
