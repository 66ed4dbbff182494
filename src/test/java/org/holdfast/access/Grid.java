package org.holdfast.access;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each record of one kind lets each person do, as a table that people read: a line of records, then a line for
 * everybody who reaches any of them. A cell holds a letter for each thing that may be done, or {@code -}. Whoever has
 * no line reaches nothing.
 */
public record Grid(String kind, List<String> records, Map<Someone, Map<String, String>> cells) {

    public static Grid of(String kind, String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        List<String> records = cells(lines.getFirst()).skip(1).toList();
        Map<Someone, Map<String, String>> cells = new EnumMap<>(Someone.class);
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = cells(line).toList();
            if (row.size() != records.size() + 1) {
                throw new IllegalArgumentException("Not one cell for each record: " + line);
            }
            Map<String, String> mays = new LinkedHashMap<>();
            for (int i = 0; i < records.size(); i++) {
                mays.put(records.get(i), row.get(i + 1));
            }
            cells.put(Someone.valueOf(row.getFirst()), mays);
        }
        return new Grid(kind, records, cells);
    }

    private static Stream<String> cells(String line) {
        return Stream.of(line.split("\\|")).map(String::strip);
    }

    /** Whether that cell holds one of these letters. */
    boolean lets(Someone someone, String letters, String record) {
        String cell = cells.getOrDefault(someone, Map.of()).getOrDefault(record, "-");
        return letters.chars().anyMatch(letter -> cell.indexOf(letter) >= 0 && letter != '-');
    }
}
