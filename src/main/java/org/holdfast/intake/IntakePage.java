package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.time.Today;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Paging;
import org.holdfast.web.Words;

/**
 * One dry run or applied intake: what it changes, row by row.
 *
 * @param applied  whether it is taken in; there is then nothing left to look through but the counts
 * @param changes  whether applying would change anything
 * @param listing  the rows of one table and verdict that were asked for, or null
 */
public record IntakePage(
        Chrome chrome, Errors errors, String path, String title, boolean applied, boolean changes, String rowsInAll, List<Fact> facts,
        List<TableRow> tables, List<Rejected> rejected, String rejectedIntro, List<Refused> refused, List<Reported> reported,
        List<String> teams, List<String> teamManagers, List<Line> lines, @Nullable Listing listing) {

    /** Rows one page of a listing holds. */
    static final int PER_PAGE = 100;

    public record TableRow(String table, List<Cell> cells) {}

    /** @param href the list of exactly these rows, or null where there are none to list */
    public record Cell(String number, String what, @Nullable String href) {}

    public record Rejected(String table, String line, String reason) {}

    public record Refused(String table, String column, String reason) {}

    public record Reported(String where, String what) {}

    /** Somebody and the line supervisor proposed for them. */
    public record Line(String supervisee, String supervisor, String team) {}

    public record Listing(String title, List<ListedRow> rows, Paging paging) {}

    public record ListedRow(String line, String id, String reason) {}

    private static final Map<String, String> WHAT = Map.of(
            "new", "new", "changed", "changed", "unchanged", "unchanged", "rejected", "rejected");

    /** What only a dry run can show. */
    record Proposals(Intakes.Cases cases, List<String> teams, List<Intakes.TeamManager> managers, List<Intakes.Line> lines) {
        static final Proposals NONE = new Proposals(new Intakes.Cases(0, 0, 0), List.of(), List.of(), List.of());
    }

    static IntakePage of(Chrome chrome, Errors errors, Intakes.Entry entry, IntakeOutcome outcome, Proposals proposals, @Nullable Listing listing) {
        String path = "/intake/" + entry.id();
        boolean applied = entry.appliedAt() != null;
        return new IntakePage(
                chrome, errors, path, applied ? "Extract taken in" : "Dry run of an extract", applied,
                outcome.total("new") + outcome.total("changed") > 0,
                Words.count(Stream.of("new", "changed", "unchanged", "rejected").mapToLong(outcome::total).sum(), "row"),
                facts(entry, proposals), tables(path, applied, outcome),
                outcome.rejected().stream().map(r -> new Rejected(r.table(), Words.number(r.line()), r.reason())).toList(),
                rejectedIntro(outcome),
                outcome.refusedColumns().stream().map(r -> new Refused(r.table(), r.column(), r.reason())).toList(),
                outcome.reported().stream().map(IntakePage::reported).toList(),
                proposals.teams(),
                proposals.managers().stream().map(m -> m.name() + ", " + m.team()).toList(),
                proposals.lines().stream().map(l -> new Line(l.supervisee(), l.supervisor(), l.team())).toList(),
                listing);
    }

    private static List<Fact> facts(Intakes.Entry entry, Proposals proposals) {
        String centre = entry.centre() == null ? "A new centre named Imported service" : entry.centre();
        Fact where = Fact.of("Centre", centre);
        Fact read = Fact.of("Read", Words.moment(entry.startedAt().atZone(Today.LONDON)));
        if (entry.appliedAt() != null) {
            return List.of(where, read, Fact.of("Applied", Words.moment(entry.appliedAt().atZone(Today.LONDON))));
        }
        Intakes.Cases cases = proposals.cases();
        return List.of(where, read,
                Fact.of("Cases", Words.list(List.of(
                        Words.number(cases.made()) + " new", Words.number(cases.closing()) + " closing",
                        Words.number(cases.openingAgain()) + " opening again"))),
                Fact.of("Kept until", Words.moment(entry.startedAt().atZone(Today.LONDON).plusDays(1))));
    }

    private static List<TableRow> tables(String path, boolean applied, IntakeOutcome outcome) {
        return outcome.tables().entrySet().stream().map(table -> {
            IntakeOutcome.Counts counts = table.getValue();
            return new TableRow(table.getKey(), List.of(
                    cell(path, applied, table.getKey(), "new", counts.made()), cell(path, applied, table.getKey(), "changed", counts.changed()),
                    cell(path, applied, table.getKey(), "unchanged", counts.unchanged()),
                    cell(path, applied, table.getKey(), "rejected", counts.rejected())));
        }).toList();
    }

    private static Cell cell(String path, boolean applied, String table, String verdict, long number) {
        String href = applied || number == 0 ? null : path + "?table=" + table + "&verdict=" + verdict + "#rows";
        return new Cell(Words.number(number), WHAT.get(verdict), href);
    }

    private static String rejectedIntro(IntakeOutcome outcome) {
        long all = outcome.total("rejected");
        return all <= outcome.rejected().size() ? "These rows stay out; everything else goes in. Lines are counted with the header as line 1."
                : "These rows stay out; everything else goes in. The first " + Words.number(outcome.rejected().size()) + " of "
                        + Words.number(all) + " are listed. Lines are counted with the header as line 1.";
    }

    private static Reported reported(IntakeOutcome.Reported reported) {
        String where = reported.line() == null ? reported.table() : reported.table() + ", line " + Words.number(reported.line());
        return new Reported(where, reported.what());
    }

    static Listing listing(String path, String table, String verdict, long total, int page, List<Intakes.Row> rows) {
        return new Listing(
                table + ": " + Words.number(total) + " " + WHAT.get(verdict),
                rows.stream().map(r -> new ListedRow(
                        Words.number(r.line()), r.externalId(), r.reason() == null ? "" : sentence(r))).toList(),
                Paging.of(page, total, PER_PAGE, path + "?table=" + table + "&verdict=" + verdict));
    }

    private static String sentence(Intakes.Row row) {
        return row.verdict().equals("changed") ? "Changes: " + row.reason() : row.reason();
    }
}
