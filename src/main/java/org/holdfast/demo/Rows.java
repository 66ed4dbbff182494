package org.holdfast.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows on their way into the database, kept as the text COPY reads: the quickest way in. */
final class Rows {
    private final Map<Table, StringBuilder> texts = new EnumMap<>(Table.class);

    /** Adds a row: its values in the order of the table's columns. */
    void add(Table table, Object... values) {
        if (values.length != table.width()) {
            throw new IllegalArgumentException(table + " takes " + table.width() + " values, not " + values.length);
        }
        StringBuilder text = texts.computeIfAbsent(table, t -> new StringBuilder());
        for (int i = 0; i < values.length; i++) {
            append(text, values[i]);
            text.append(i == values.length - 1 ? '\n' : '\t');
        }
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String words -> escape(text, words);
            case Collection<?> array -> escape(text, literal(array));
            default -> text.append(value);
        }
    }

    private static String literal(Collection<?> array) {
        return array.stream().map(element -> "\"" + element + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    private static void escape(StringBuilder text, String words) {
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(words.charAt(i));
            }
        }
    }

    /** Writes what has gathered, parents before children, and starts afresh. */
    void copyTo(Connection connection) throws SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<Table, StringBuilder> rows : texts.entrySet()) {
            copyIn(copy, rows.getKey(), rows.getValue());
        }
        texts.clear();
    }

    private static void copyIn(CopyManager copy, Table table, StringBuilder text) throws SQLException {
        try {
            copy.copyIn(table.copyStatement(), new StringReader(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
