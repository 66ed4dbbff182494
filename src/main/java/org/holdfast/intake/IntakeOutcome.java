package org.holdfast.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * What an extract changes, or has changed.
 *
 * @param applied        whether it is taken in, or only compared
 * @param tables         counts by table, in the order in which the tables are read; only tables that were sent
 * @param rejected       rows that stay out, the first 1,000; {@code tables} counts all of them
 * @param refusedColumns columns that were neither read nor stored, because of what they say about a child
 * @param reported       what was taken in or passed over and should be known, the first 1,000
 */
@Serdeable
record IntakeOutcome(
        boolean applied, Map<String, Counts> tables, List<Rejected> rejected, List<RefusedColumn> refusedColumns,
        List<Reported> reported) {
    /** At most this many are listed. */
    static final int LISTED = 1_000;

    /** Rows of one table; the four add up to the rows of the file. */
    @Serdeable
    record Counts(@JsonProperty("new") long made, long changed, long unchanged, long rejected) {}

    /** A row that stays out. */
    @Serdeable
    record Rejected(String table, int line, String reason) {}

    /** A column that was neither read nor stored. */
    @Serdeable
    record RefusedColumn(String table, String column, String reason) {}

    /** Something to know; nothing was refused because of it. */
    @Serdeable
    record Reported(String table, @Nullable Integer line, String what) {
        /** About a file or its header, and therefore true whenever the rows are compared again. */
        boolean isAboutTheFile() {
            return line == null || line == 1;
        }
    }

    long total(String verdict) {
        return tables.values().stream().mapToLong(counts -> switch (verdict) {
            case "new" -> counts.made();
            case "changed" -> counts.changed();
            case "unchanged" -> counts.unchanged();
            default -> counts.rejected();
        }).sum();
    }
}
