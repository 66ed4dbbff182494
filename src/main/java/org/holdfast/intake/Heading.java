package org.holdfast.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * The first line of a file, sorted into columns that are read, columns that are refused because of what they say about
 * a child, and columns nobody knows.
 *
 * @param positions where each column that is read stands, from 0
 * @param width     how many cells a row has
 * @param absent    needed columns that are not there
 */
record Heading(
        Map<String, Integer> positions, int width, List<String> refused, List<String> unknown, List<String> absent,
        List<String> doubled) {
    private static final Pattern ABOUT_A_CHILD = Pattern.compile(
            "(^|_)(name|names|dob|nhs|upn|uln|pupil|address|postcode|phone|email)(_|$)"
                    + "|forename|surname|first_?name|last_?name|middle_?name|full_?name|birth|nhs_?n|pupil_?n|unique_pupil");
    private static final int LONGEST_SHOWN = 60;

    static Heading of(ExtractTable table, CSVRecord line) {
        Heading heading = new Heading(
                new HashMap<>(), line.size(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(table.needed()), new ArrayList<>());
        for (int i = 0; i < line.size(); i++) {
            heading.add(table, line.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return heading;
    }

    private void add(ExtractTable table, String column, int position) {
        if (table.reads(column)) {
            if (positions.putIfAbsent(column, position) != null) {
                doubled.add(column);
            }
            absent.remove(column);
        } else if (table == ExtractTable.PERSON || ABOUT_A_CHILD.matcher(column).find()) {
            refused.add(shown(column));
        } else if (!table.passesOver(column)) {
            unknown.add(shown(column));
        }
    }

    /** A heading can hold anything, also a row of data whose heading was lost: never more than a word of it is shown. */
    private static String shown(String column) {
        String plain = column.replaceAll("[^\\p{L}\\p{N}_ -]", "").strip();
        return plain.isEmpty() ? "(without a name)" : plain.substring(0, Math.min(plain.length(), LONGEST_SHOWN));
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }
}
