package org.holdfast.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(name = "IntakeOutcome", description = "What an extract changes, or has changed.")
record IntakeOutcome(
        @Schema(description = "Whether the extract is taken in. False for a dry run, which changes nothing.") boolean applied,
        @Schema(description = "Counts of rows by table. Only tables that were sent.") Map<String, Counts> tables,
        @Schema(description = "Rows that stay out: the first 1,000, by table and line. The counts hold all of them.") List<Rejected> rejected,
        @Schema(description = "Columns that were neither read nor stored, because of what they say about a child.") List<RefusedColumn> refusedColumns,
        @Schema(description = "What was taken in or passed over and should be known, such as overlapping involvements and unknown columns.") List<Reported> reported) {
    /** At most this many are listed. */
    static final int LISTED = 1_000;

    @Serdeable
    @Schema(name = "IntakeCounts", description = "Rows of one table. The four add up to the rows of the file.")
    record Counts(@JsonProperty("new") long made, long changed, long unchanged, long rejected) {}

    @Serdeable
    @Schema(name = "IntakeRejected", description = "A row that stays out.")
    record Rejected(String table, @Schema(description = "Where the row begins; the header is line 1.") int line, String reason) {}

    @Serdeable
    @Schema(name = "IntakeRefusedColumn", description = "A column that was neither read nor stored.")
    record RefusedColumn(String table, String column, String reason) {}

    @Serdeable
    @Schema(name = "IntakeReported", description = "Something to know; nothing was refused because of it.")
    record Reported(String table, @Schema(description = "The line, 1 for the header, null for the part as a whole.") @Nullable Integer line, String what) {
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
