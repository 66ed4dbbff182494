package org.holdfast.supervision;

import java.util.List;
import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** Sessions and their records: the matrix's lines "Session record", "Session dates, moves, reasons" and "Other actions". */
public final class SupervisionReach {
    /**
     * d reads dates, moves and reasons; r reads the record; t is one of the two; w writes a record that is still a draft;
     * h helps as third person of a dispute. Whoever held a session keeps it, as LEO does whose line has ended; a line
     * supervisor reads what others held with the supervisee once it is locked, if it was line supervision and at most
     * twelve months ago; everybody else who leads reads dates.
     */
    private static final Grid SESSIONS = Grid.of("session", """
                | PLANNED | DRAFTED | SHARED | LOCKED | DISPUTED | SETTLED | LEOS | LEOS_OLD | LEOS_DRAFT | LEOS_EXTRA | PRIYAS | BENS_OWN | ABES
        AMINA   | drtw    | drtw    | drt    | drt    | drt      | drt     | drt  | drt      | drtw       | drt        | drt    | -        | drt
        BEN     | drtw    | drtw    | drt    | drt    | drt      | drt     | dr   | d        | d          | d          | d      | drt      | dr
        GRACE   | d       | d       | d      | d      | d        | d       | d    | d        | d          | d          | d      | drt      | d
        LEO     | -       | -       | -      | -      | -        | -       | drt  | drt      | drtw       | drt        | -      | -        | -
        PRIYA   | -       | -       | -      | -      | -        | -       | -    | -        | -          | -          | drt    | -        | -
        TESS    | -       | -       | -      | -      | drh      | -       | -    | -        | -          | -          | -      | -        | -
        """);

    private static final List<String> WRITTEN = List.of(
        "DRAFTED", "SHARED", "LOCKED", "DISPUTED", "SETTLED", "LEOS", "LEOS_OLD", "LEOS_DRAFT", "LEOS_EXTRA", "PRIYAS", "BENS_OWN", "ABES");
    private static final List<String> VERSIONED = List.of(
        "SHARED", "LOCKED", "DISPUTED", "SETTLED", "LEOS", "LEOS_OLD", "LEOS_EXTRA", "PRIYAS", "BENS_OWN", "ABES");
    /** One of each state and of each relationship, for the acts, which ask in one place. */
    private static final List<String> SOME = List.of("PLANNED", "DRAFTED", "SHARED", "LOCKED", "DISPUTED", "LEOS", "LEOS_DRAFT", "BENS_OWN", "ABES");
    private static final List<String> LOCKED = List.of("LOCKED", "SETTLED", "LEOS", "LEOS_OLD", "LEOS_EXTRA", "PRIYAS", "BENS_OWN", "ABES");

    /** What the supervisee prepares for themselves: o is its author's, whom it is for alone. */
    private static final Grid PRIVATE = Grid.of("preparation", """
                | PLANNED
        AMINA   | o
        """);

    /** l opens the lists of one's own. */
    private static final Grid PAGES = Grid.of("page", """
                | LISTS
        AMINA   | l
        BEN     | l
        GRACE   | l
        NOOR    | l
        PRIYA   | l
        CARL    | l
        ENA     | l
        LEO     | l
        PENNY   | l
        OLU     | l
        SUE     | l
        TESS    | l
        HANA    | l
        DAN     | l
        RUTH    | l
        """);

    private static final String FIELD = """
        {"part": "record", "partId": "<session $>", "field": "itself", "base": 1, "key": "<once>", "value": "It goes well"}""";

    private static final List<String> RESTRICTED = List.of("DRAFTED", "LEOS_DRAFT");
    private static final String RESTRICTED_FIELD = """
        {"part": "restricted", "partId": "<session $>", "field": "wellbeing", "base": 0, "key": "<once>", "value": "It stays with me"}""";

    public static final Reach REACH = new Reach()
        .way("GET /sessions", PAGES, "l", "page")
        .way("GET /sessions/new", PAGES, "l", "page")
        .way("POST /sessions/new", PAGES, "l", "page", "once", "<once>", "who", "supervisee.<person AMINA>", "kind", "extra", "date", "1 December 2026",
            "time", "10:00", "minutes", "60", "anyway", "yes")
        .way("GET /sessions/{id}", SESSIONS, "d", "session")
        .wayFor(SOME, "POST /sessions/{id}/moves", SESSIONS, "r", "session", "date", "1 December 2026", "time", "10:00", "minutes", "60", "cause", "crisis",
            "anyway", "yes")
        .wayFor(SOME, "POST /sessions/{id}/cancellation", SESSIONS, "r", "session", "cancelCause", "crisis")
        .wayFor(SOME, "POST /sessions/{id}/holding", SESSIONS, "r", "session")
        .wayFor(SOME, "POST /sessions/{id}/agenda-items", SESSIONS, "r", "session", "once", "<once>", "section", "supervision itself", "item", "The room")
        .wayFor(SOME, "POST /sessions/{id}/agenda-items/{item}/removal", SESSIONS, "r", "session")
        .wayFor(SOME, "POST /sessions/{id}/preparation", SESSIONS, "r", "session", "preparation", "What helps")
        .wayFor(SOME, "POST /sessions/{id}/sharing", SESSIONS, "r", "session", "asked", "yes")
        .wayFor(SOME, "POST /sessions/{id}/sharing/withdrawal", SESSIONS, "r", "session")
        .wayFor(SOME, "POST /sessions/{id}/edit-requests", SESSIONS, "r", "session", "version", "1", "edits", "The second line")
        .wayFor(SOME, "POST /sessions/{id}/agreement", SESSIONS, "r", "session", "version", "1")
        .wayFor(SOME, "POST /sessions/{id}/dispute", SESSIONS, "r", "session", "version", "1", "dispute", "I see it otherwise", "thirdPerson", "<person GRACE>")
        .wayFor(SOME, "POST /sessions/{id}/dispute/outcome", SESSIONS, "r", "session", "outcome", "Both stand")
        .wayFor(SOME, "POST /sessions/{id}/addenda", SESSIONS, "r", "session", "once", "<once>", "addendum", "One thing more")
        .wayFor(WRITTEN, "GET /sessions/{id}/record", SESSIONS, "r", "session")
        .wayFor(WRITTEN, "POST /sessions/{id}/record", SESSIONS, "t", "session", "once", "<once>", "base", "1")
        .wayFor(WRITTEN, "PUT /sessions/{id}/record/fields", SESSIONS, "t", "session", FIELD)
        .wayFor(WRITTEN, "GET /sessions/{id}/record/changes", SESSIONS, "t", "session")
        .wayFor(VERSIONED, "GET /sessions/{id}/versions/{number}", SESSIONS, "r", "session")
        .wayFor(LOCKED, "GET /sessions/{id}/pdf", SESSIONS, "r", "session")
        .wayFor(WRITTEN, "POST /actions/{id}/end", SESSIONS, "t", "action", "how", "done")
        .way("GET /own-words", PAGES, "l", "page")
        .way("POST /own-words", PAGES, "l", "page", "words", "kelp")
        .way("GET /sessions/{id}/private-preparation", PRIVATE, "o", "session")
        .way("POST /sessions/{id}/private-preparation", PRIVATE, "o", "session", "words", "What I carry", "base", "0")
        .way("POST /sessions/{id}/private-preparation/deletion", PRIVATE, "o", "session")
        .wayFor(RESTRICTED, "GET /sessions/{id}/restricted-part", SESSIONS, "t", "session")
        .wayFor(RESTRICTED, "POST /sessions/{id}/restricted-part", SESSIONS, "t", "session", "once", "<once>", "base", "0")
        .wayFor(RESTRICTED, "PUT /sessions/{id}/restricted-part/fields", SESSIONS, "t", "session", RESTRICTED_FIELD)
        .wayFor(RESTRICTED, "GET /sessions/{id}/restricted-part/changes", SESSIONS, "t", "session")
        .words(SESSIONS, "t", "agenda", "preparation", "other text")
        .words(SESSIONS, "r", "place", "event", "itself", "note", "discussion", "decision", "action", "ended action", "addendum", "version")
        .table("session", SESSIONS, "session", "t.id", "d", "*", "")
        .table("session_date", SESSIONS, "session", "t.session_id", "d", "t", "")
        .table("session_event", SESSIONS, "session", "t.session_id", "d", "th", "")
        .table("session_event", SESSIONS, "session", "case when t.words is not null then t.session_id end", "r", "th", "")
        .table("session_third_person", SESSIONS, "session", "t.session_id", "th", "t", "")
        .table("agenda_item", SESSIONS, "session", "t.session_id", "t", "t", "t")
        .table("shared_preparation", SESSIONS, "session", "t.session_id", "t", "t", "*", "person_id", "$viewer")
        .table("session_record", SESSIONS, "session", "t.session_id", "r", "w", "w")
        .table("function_note", SESSIONS, "session", "t.session_id", "r", "w", "w")
        .table("case_discussion", SESSIONS, "session", "t.session_id", "r", "w", "w")
        .table("decision", SESSIONS, "session", "(select d.session_id from case_discussion d where d.id = t.discussion_id)", "r", "w", "w")
        .table("action", SESSIONS, "session", "t.session_id", "r", "w", "w")
        .table("action_end", SESSIONS, "session", "(select a.session_id from action a where a.id = t.action_id)", "r", "t", "")
        .table("action_carried", SESSIONS, "session", "t.session_id", "r", "t", "")
        .table("saved_once", SESSIONS, "session", "t.session_id", "t", "t", "")
        .table("field_conflict", SESSIONS, "session", "t.session_id", "t", "t", "")
        .table("field_conflict_choice", SESSIONS, "session", "(select f.session_id from field_conflict f where f.id = t.conflict_id)", "t", "t", "")
        .table("record_version", SESSIONS, "session", "t.session_id", "r", "th", "")
        .table("restricted_text", SESSIONS, "session", "t.session_id", "t", "w", "w", "saved_by", "$viewer")
        .table("restricted_version", SESSIONS, "session", "t.session_id", "t", "*", "")
        .table("private_preparation", PRIVATE, "session", "t.session_id", "o", "*", "o")
        .table("addendum", SESSIONS, "session", "t.session_id", "r", "t", "")
        .table("report_request", SESSIONS, "session", "t.subject_id", "r", "r", "")
        .table("stored_report", SESSIONS, "session", "(select q.subject_id from report_request q where q.id = t.request_id)", "r", "", "")
        .table("report_attempt", SESSIONS, "session", "(select q.subject_id from report_request q where q.id = t.request_id)", "r", "", "");

    private SupervisionReach() {}
}
