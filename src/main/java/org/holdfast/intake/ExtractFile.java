package org.holdfast.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One file of an extract, read row by row. Line numbers are those of the file as an editor shows it: the header is
 * line 1, and a row stands where it begins, also when a quoted cell runs over several lines.
 */
final class ExtractFile {
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** Says what is wrong with a file as a whole. The sentence repeats nothing that stands in it. */
    static final class NotReadable extends IOException {
        NotReadable(String sentence) {
            super(sentence);
        }
    }

    private final ExtractTable table;
    private final OneRowAtATime text;
    private final CSVParser rows;
    private final Iterator<CSVRecord> rest;
    private final Heading heading;

    ExtractFile(ExtractTable table, Reader reader) throws IOException {
        this.table = table;
        this.text = new OneRowAtATime(reader);
        this.rows = CSVParser.parse(text, CSV);
        this.rest = rows.iterator();
        this.heading = heading();
    }

    private Heading heading() throws IOException {
        CSVRecord first = next();
        if (first == null || first.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            throw new NotReadable(table.code() + " is not a CSV file with a first line that names its columns.");
        }
        Heading named = Heading.of(table, first);
        if (!named.has(table.idColumn())) {
            throw new NotReadable(table.code() + " has no column " + table.idColumn() + ".");
        }
        if (!named.doubled().isEmpty()) {
            throw new NotReadable(table.code() + " has the column " + named.doubled().getFirst() + " twice.");
        }
        return named;
    }

    Heading columns() {
        return heading;
    }

    /** Hands over every row, readable or not; empty lines are passed over. */
    void forEachRow(Consumer<ExtractRow> taker) throws IOException {
        long line = rows.getCurrentLineNumber() + 1;
        for (CSVRecord row = next(); row != null; row = next()) {
            if (!isEmpty(row)) {
                taker.accept(read(row, (int) line));
            }
            line = rows.getCurrentLineNumber() + 1;
        }
    }

    private CSVRecord next() throws IOException {
        long line = rows.getCurrentLineNumber() + 1;
        text.startsARow();
        try {
            return rest.hasNext() ? rest.next() : null;
        } catch (UncheckedIOException | NoSuchElementException malformed) {
            if (malformed.getCause() instanceof TooLong || malformed.getCause() instanceof org.apache.commons.csv.CSVException) {
                throw new NotReadable(table.code() + " is not a proper CSV file: the row that begins on line " + line
                        + " has a quotation mark that is not closed, or text after a closed one.");
            }
            throw new IOException(malformed);
        }
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private ExtractRow read(CSVRecord row, int line) {
        if (row.size() != heading.width()) {
            return ExtractRow.unreadable(line, "", "The row has " + row.size() + " cells, the first line has " + heading.width());
        }
        Cells cells = new Cells(row, heading.positions());
        String id = cells.reference(table.idColumn());
        if (!heading.absent().isEmpty()) {
            return ExtractRow.unreadable(line, shortened(id), "The file has no column " + String.join(", ", heading.absent()));
        }
        ExtractRow read = table.read(cells);
        return cells.problem() == null ? read.at(line, id) : ExtractRow.unreadable(line, shortened(id), cells.problem());
    }

    private static String shortened(String id) {
        return id.length() <= 100 ? id : "";
    }


    private static final class TooLong extends IOException {
        TooLong() {
            super("One row is longer than any row of an extract");
        }
    }

    /** A quotation mark that is never closed would otherwise read the rest of the file as one cell. */
    private static final class OneRowAtATime extends FilterReader {
        private static final int LONGEST = 1024 * 1024;

        private int since;

        OneRowAtATime(Reader in) {
            super(in);
        }

        void startsARow() {
            since = 0;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(1);
            return c;
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count(read);
            return read;
        }

        private void count(int more) throws IOException {
            since += Math.max(0, more);
            if (since > LONGEST) {
                throw new TooLong();
            }
        }
    }
}
