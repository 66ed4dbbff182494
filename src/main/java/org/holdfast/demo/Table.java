package org.holdfast.demo;

/** The tables a fictional service fills, with the columns it fills, each after those it refers to. */
enum Table {
    CENTRE("centre", "id, name, closed_on"),
    TEAM("team", "id, centre_id, name, closed_on"),
    PERSON("person", "id, centre_id, name, job_title, started_on, left_on, full_time_share, newly_qualified, work_experience_note"),
    ACCOUNT("account", "person_id, user_name, password_hash, created_at"),
    TEAM_MEMBERSHIP("team_membership", "id, team_id, person_id, starts_on, ends_on"),
    ROLE_HELD("role_held", "id, person_id, role, centre_id, team_id, starts_on, ends_on, confirmed_by, confirmed_at"),
    SUPERVISION_LINE("supervision_line", "id, supervisee_id, supervisor_id, kind, starts_on, ends_on, confirmed_by, confirmed_at"),
    ABSENCE("absence", "id, person_id, kind, starts_on, ends_on, recorded_by, recorded_at"),
    CHILD_CASE("child_case", "id, centre_id, team_id, reference"),
    CASE_OPENING("case_opening", "id, case_id, number, opened_on"),
    CASE_CLOSURE("case_closure", "opening_id, closed_on, reason, unresolved, who_holds_risk, childs_view, recorded_by, recorded_at"),
    ASSIGNMENT("assignment", "id, case_id, person_id, role, starts_on, ends_on"),
    CASE_HISTORY("case_history", "id, case_id, what, number, value, from_on, recorded_by, recorded_at"),
    RISK_JUDGEMENT("risk_judgement", "id, case_id, horizon, number, level, unchanged, why, judged_on, judged_by, recorded_at"),
    MISSING_EPISODE("missing_episode", "id, case_id, kind, starts_on, ends_on, interview_offered, interview_accepted"),
    CONTACT("contact", "id, case_id, on_day, person_id, with_whom, mode, seen, seen_alone, minutes, out_of_hours, crisis, hard_event, recorded_by, recorded_at"),
    CONTACT_STRIKE("contact_strike", "contact_id, reason, struck_by, struck_at"),
    CONTACT_PLAN("contact_plan", "id, case_id, number, step, why, review_on, proposed_by, proposed_on, recorded_at"),
    CONTACT_PLAN_AGREEMENT("contact_plan_agreement", "plan_id, agreed_by, agreed_on, recorded_at"),
    WINDING_DOWN("winding_down", "id, case_id, number, ends_on, recorded_on, recorded_by, recorded_at"),
    SESSION("session", "id, kind, supervisee_id, supervisor_id, created_by, created_at"),
    SESSION_DATE("session_date", "id, session_id, number, starts_at, minutes, place, cause, set_by, set_at"),
    SESSION_EVENT("session_event", "id, session_id, number, state, version, cause, words, by_id, on_day, recorded_at"),
    SESSION_THIRD_PERSON("session_third_person", "session_id, person_id, named_by, named_at"),
    SHARED_PREPARATION("shared_preparation", "session_id, person_id, words, revision, saved_at"),
    SESSION_RECORD("session_record", "session_id, held_on, started_at, minutes, interrupted, place, present, lens, itself, first_edit_at, revision"),
    FUNCTION_NOTE("function_note", "session_id, function, discussed, notes, not_covered_because, revision"),
    CASE_DISCUSSION("case_discussion", "id, session_id, case_id, position, reason, seen_and_heard, change, what_has_changed, hypothesis, other_hypotheses, know, infer, do_not_know, practitioner_short_term, practitioner_longer_term, supervisor_short_term, supervisor_longer_term, engagement_step, purposes, gap_decision, gap_cause, gap_reasons, gap_review_on, next_discussion_by, revision"),
    DECISION("decision", "id, discussion_id, case_id, what, why, owner_id, owner_otherwise, due_on, safety, entered_on, revision"),
    ACTION("action", "id, session_id, what, owner_id, due_on, for_the_service, revision"),
    ACTION_END("action_end", "action_id, how, ended_on, ended_by, recorded_at"),
    ACTION_CARRIED("action_carried", "action_id, session_id, recorded_at"),
    AGENDA_ITEM("agenda_item", "id, session_id, section, position, case_id, reasons, words, added_by, added_at"),
    RECORD_VERSION_TO_COME("record_version_to_come", "id, session_id, number, cause, made_by, made_at"),
    ADDENDUM("addendum", "id, session_id, number, words, added_by, added_on, added_at"),
    GAP_DECISION("gap_decision", "id, case_id, gap_since, number, decision, cause, reasons, review_on, decided_by, decided_on, recorded_at, session_id"),
    REPORT_REQUEST("report_request", "id, kind, subject_id, version, requested_by, requested_at"),
    DEMONSTRATION_PERSON("demonstration_person", "person_id, position, what_to_see");

    private final String table;
    private final String columns;

    Table(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** The statement that takes its rows as text. */
    String copyStatement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    int width() {
        return columns.split(",").length;
    }
}
