package org.holdfast.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The tables of the Standard Safeguarding Data set we read, and of each the only columns that are looked at. Everything
 * else in a row is passed over and never stored.
 */
enum ExtractTable {
    PROFESSIONALS("ssd_professionals", "prof_professional_id",
            List.of("prof_professional_name"),
            List.of("prof_professional_job_title", "prof_professional_department", "prof_full_time_equivalency"),
            List.of("prof_staff_id", "prof_social_worker_registration_no", "prof_agency_worker_flag", "prof_professional_caseload"),
            cells -> ExtractRow.professional(
                    cells.workerName("prof_professional_name"), cells.text("prof_professional_job_title"),
                    cells.text("prof_professional_department"), cells.share("prof_full_time_equivalency"))),
    INVOLVEMENTS("ssd_involvements", "invo_involvements_id",
            List.of("invo_professional_id", "invo_professional_role_id", "invo_person_id", "invo_involvement_start_date",
                    "invo_involvement_end_date"),
            List.of(),
            List.of("invo_professional_team", "invo_worker_change_reason", "invo_referral_id"),
            cells -> ExtractRow.involvement(
                    cells.reference("invo_person_id"), cells.reference("invo_professional_id"),
                    cells.requiredText("invo_professional_role_id"), cells.requiredDay("invo_involvement_start_date"),
                    cells.day("invo_involvement_end_date"))),
    CIN_VISITS("ssd_cin_visits", "cinv_cin_visit_id",
            List.of("cinv_person_id", "cinv_cin_visit_date", "cinv_cin_visit_seen"), List.of("cinv_cin_visit_seen_alone"),
            List.of("cinv_cin_visit_bedroom"),
            cells -> cells.visit("cinv_person_id", "cinv_cin_visit_date", "cinv_cin_visit_seen", "cinv_cin_visit_seen_alone")),
    CP_VISITS("ssd_cp_visits", "cppv_cp_visit_id",
            List.of("cppv_person_id", "cppv_cp_visit_date", "cppv_cp_visit_seen"), List.of("cppv_cp_visit_seen_alone"),
            List.of("cppv_cp_plan_id", "cppv_cp_visit_bedroom"),
            cells -> cells.visit("cppv_person_id", "cppv_cp_visit_date", "cppv_cp_visit_seen", "cppv_cp_visit_seen_alone")),
    CLA_VISITS("ssd_cla_visits", "clav_cla_visit_id",
            List.of("clav_person_id", "clav_cla_visit_date", "clav_cla_visit_seen"), List.of("clav_cla_visit_seen_alone"),
            List.of("clav_cla_id"),
            cells -> cells.visit("clav_person_id", "clav_cla_visit_date", "clav_cla_visit_seen", "clav_cla_visit_seen_alone")),
    MISSING("ssd_missing", "miss_table_id",
            List.of("miss_person_id", "miss_missing_episode_start_date", "miss_missing_episode_type", "miss_missing_episode_end_date"),
            List.of("miss_missing_rhi_offered", "miss_missing_rhi_accepted"),
            List.of(),
            cells -> ExtractRow.missing(
                    cells.reference("miss_person_id"), cells.requiredDay("miss_missing_episode_start_date"),
                    cells.day("miss_missing_episode_end_date"), cells.episodeKind("miss_missing_episode_type"),
                    cells.yes("miss_missing_rhi_offered"), cells.yes("miss_missing_rhi_accepted"))),
    /** Children. Only the id may be read; every other column is refused. */
    PERSON("ssd_person", "pers_person_id", List.of(), List.of(), List.of(), cells -> ExtractRow.child());

    private final String code;
    private final String idColumn;
    private final List<String> needed;
    private final List<String> optional;
    private final Set<String> knownButUnread;
    private final Function<Cells, ExtractRow> reading;

    ExtractTable(
            String code, String idColumn, List<String> needed, List<String> optional, List<String> knownButUnread,
            Function<Cells, ExtractRow> reading) {
        this.code = code;
        this.idColumn = idColumn;
        this.needed = needed;
        this.optional = optional;
        this.knownButUnread = Set.copyOf(knownButUnread);
        this.reading = reading;
    }

    static Optional<ExtractTable> of(String code) {
        return Arrays.stream(values()).filter(table -> table.code.equals(code)).findFirst();
    }

    /** The name of the table, of its part in a request, and of its file. */
    String code() {
        return code;
    }

    String idColumn() {
        return idColumn;
    }

    /** Columns without which no row can be read. */
    List<String> needed() {
        return needed;
    }

    boolean reads(String column) {
        return column.equals(idColumn) || needed.contains(column) || optional.contains(column);
    }

    /** Belongs to the table, but nothing here needs it. */
    boolean passesOver(String column) {
        return knownButUnread.contains(column);
    }

    /** What stands in one row, its id left to the caller. */
    ExtractRow read(Cells cells) {
        return reading.apply(cells);
    }
}
