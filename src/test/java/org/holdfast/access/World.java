package org.holdfast.access;

import static org.holdfast.access.Someone.ABE;
import static org.holdfast.access.Someone.ADA;
import static org.holdfast.access.Someone.AMINA;
import static org.holdfast.access.Someone.AUDE;
import static org.holdfast.access.Someone.BEN;
import static org.holdfast.access.Someone.BRINGER;
import static org.holdfast.access.Someone.CARL;
import static org.holdfast.access.Someone.DAN;
import static org.holdfast.access.Someone.DEV;
import static org.holdfast.access.Someone.ENA;
import static org.holdfast.access.Someone.EVE;
import static org.holdfast.access.Someone.FAY;
import static org.holdfast.access.Someone.GIL;
import static org.holdfast.access.Someone.GRACE;
import static org.holdfast.access.Someone.HANA;
import static org.holdfast.access.Someone.LEO;
import static org.holdfast.access.Someone.NOOR;
import static org.holdfast.access.Someone.OLU;
import static org.holdfast.access.Someone.PENNY;
import static org.holdfast.access.Someone.PRIYA;
import static org.holdfast.access.Someone.READER;
import static org.holdfast.access.Someone.RUTH;
import static org.holdfast.access.Someone.SAM;
import static org.holdfast.access.Someone.SUE;
import static org.holdfast.access.Someone.TESS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.holdfast.house.Browser;
import org.holdfast.house.Sql;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestDatabase;
import org.holdfast.house.TestService;

/**
 * Everybody of {@link Someone} and the records the grids name, all in place on 21 November 2026. Every record holds
 * words of its own that stand nowhere else (see {@link #words}), so that a page which shows too much gives itself away.
 */
public final class World {
    private static final String LONG_AGO = "2024-01-01";
    private static final String TODAY = "2026-11-21";
    private static final String AT = TestClock.START.toString();
    private static final String WRAPPED = "\\\\x" + "00".repeat(60);

    private final Sql sql;
    private final Map<String, String> references = new HashMap<>();
    private final List<String> locked = new ArrayList<>();
    private final Map<String, UUID> made = new HashMap<>();
    private final Map<Someone, Browser> browsers = new EnumMap<>(Someone.class);

    public World(TestDatabase database) {
        this.sql = database.asOwner();
        people();
        supervision();
        cases();
        sessions();
        proposals();
        sql.run("select sweep_all(?, ?)", java.time.LocalDate.parse(TODAY), TestClock.START);
        for (String record : List.of("AMINAS", "SHARED_WITH_NOOR", "BENS", "MOVED", "UNALLOCATED", "HILLS", "ABES")) {
            made.put("prompt " + record, sql.one(UUID.class, "select id from prompt where case_id = ?", id("case " + record)));
        }
    }

    /** The id of something of a record or of somebody, such as {@code case AMINAS} or {@code contact AMINAS}. */
    public UUID id(String what) {
        return made.getOrDefault(what, UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)));
    }

    public UUID id(Someone someone) {
        return id("person " + someone);
    }

    /** Words that stand in one part of one record and nowhere else. */
    static String words(String part, String record) {
        return "kelp " + part + " " + record.toLowerCase().replace('_', ' ') + " stays";
    }

    /** The reference that stands for a case, by the case's name. */
    Map<String, String> references() {
        return references;
    }

    /** That person's browser or that system's client on a running service. */
    public Browser as(Someone someone, TestService service) {
        return browsers.computeIfAbsent(someone, who -> switch (who) {
            case NOBODY -> service.browser();
            case READER, BRINGER -> service.browser().header("Authorization", "Bearer token-of-" + who);
            default -> service.browser().header("Cookie", "holdfast=token-of-" + who);
        });
    }

    private void people() {
        add("centre", "id", id("centre HARBOUR"), "name", "Harbour");
        add("centre", "id", id("centre HILL"), "name", "Hill");
        add("team", "id", id("team NORTH"), "centre_id", id("centre HARBOUR"), "name", "North");
        add("team", "id", id("team SOUTH"), "centre_id", id("centre HARBOUR"), "name", "South");
        add("team", "id", id("team UPPER"), "centre_id", id("centre HILL"), "name", "Upper");
        add("centre", "id", id("centre FAR"), "name", "Far");
        add("team", "id", id("team AWAY"), "centre_id", id("centre FAR"), "name", "Away");
        for (Someone someone : Someone.values()) {
            if (someone.isPerson()) {
                person(someone);
            }
        }
        for (Someone someone : List.of(AMINA, NOOR, PRIYA, CARL, ENA, LEO, SUE, TESS, DAN, PENNY)) {
            role(someone, "practitioner", null, LONG_AGO, null);
        }
        for (Someone someone : List.of(BEN, ABE, GIL)) {
            role(someone, "team manager", "NORTH", LONG_AGO, null);
        }
        role(OLU, "team manager", "SOUTH", LONG_AGO, null);
        role(FAY, "team manager", "NORTH", "2026-11-22", null);
        role(EVE, "team manager", "NORTH", LONG_AGO, TODAY);
        role(GRACE, "service centre manager", null, LONG_AGO, null);
        role(HANA, "service centre manager", null, LONG_AGO, null);
        role(RUTH, "regional lead", null, LONG_AGO, null);
        role(SAM, "safeguarding lead", null, LONG_AGO, null);
        role(DEV, "data-protection lead", null, LONG_AGO, null);
        add("role_held", "id", id("role AUDE"), "person_id", id(AUDE), "role", "auditor", "purpose", "Quality of supervision",
            "starts_on", "2026-11-01", "ends_on", "2027-01-01", "proposed_by", id(ADA), "confirmed_by", id(RUTH), "confirmed_at", AT);
        role(ADA, "administrator", null, LONG_AGO, null);
        role(ABE, "administrator", null, LONG_AGO, null);
        for (Someone someone : List.of(AMINA, BEN, NOOR)) {
            member(someone, "NORTH");
        }
        member(SUE, "SOUTH");
        member(DAN, "UPPER");
        for (Someone system : List.of(READER, BRINGER)) {
            add("api_token", "id", id("token " + system), "token_hash", hash(system), "label", "Case system", "scopes",
                system == READER ? List.of("read") : List.of("intake"), "created_at", AT, "expires_at", "2026-11-22T00:00:00Z");
        }
    }

    private void person(Someone someone) {
        boolean hill = someone == HANA || someone == DAN;
        boolean everywhere = someone == RUTH || someone == SAM || someone == DEV || someone == AUDE;
        add("person", "id", id(someone), "name", someone.name().charAt(0) + someone.name().substring(1).toLowerCase() + " Field",
            "centre_id", everywhere ? null : id(hill ? "centre HILL" : "centre HARBOUR"), "started_on", LONG_AGO,
            "left_on", someone == GIL ? "2026-11-20" : null);
        add("account", "person_id", id(someone), "user_name", someone.name().toLowerCase(), "password_hash", "none", "created_at", AT);
        add("browser_session", "id", id("browser session " + someone), "token_hash", hash(someone), "person_id", id(someone),
            "started_at", AT, "last_seen_at", AT);
        if (someone == AMINA) {
            add("browser_session", "id", id("browser session elsewhere AMINAS"), "token_hash", "\\\\x00", "person_id", id(AMINA),
                "started_at", AT, "last_seen_at", AT);
        }
        add("absence", "id", id("absence " + someone), "person_id", id(someone), "kind", "training", "starts_on", "2026-11-16",
            "recorded_by", id(someone), "recorded_at", AT);
    }

    private void role(Someone someone, String role, String team, String from, String until) {
        boolean hill = someone == HANA || someone == DAN;
        add("role_held", "id", id("role " + someone + (role.equals("administrator") && someone == ABE ? " administrator" : "")), "person_id", id(someone),
            "role", role, "centre_id", List.of(RUTH, SAM, DEV).contains(someone) ? null : id(hill ? "centre HILL" : "centre HARBOUR"),
            "team_id", team == null ? null : id("team " + team), "starts_on", from, "ends_on", until, "proposed_by", id(ADA),
            "confirmed_at", AT);
    }

    private void member(Someone someone, String team) {
        add("team_membership", "id", id("membership " + someone), "team_id", id("team " + team), "person_id", id(someone), "starts_on", LONG_AGO);
    }

    private void supervision() {
        line(AMINA, BEN, "line", LONG_AGO, null);
        line(NOOR, BEN, "line", LONG_AGO, null);
        line(BEN, GRACE, "line", LONG_AGO, null);
        line(SUE, OLU, "line", LONG_AGO, null);
        line(DAN, HANA, "line", LONG_AGO, null);
        line(AMINA, PRIYA, "practice", LONG_AGO, null);
        line(AMINA, CARL, "cover", "2026-11-10", "2026-12-01");
        line(NOOR, CARL, "cover", "2026-11-18", "2026-11-25");
        line(AMINA, ENA, "cover", "2026-10-15", TODAY);
        line(AMINA, LEO, "line", LONG_AGO, "2026-06-01");
        line(AMINA, FAY, "line", "2026-11-22", null);
        line(AMINA, ABE, "line", LONG_AGO, null);
        line(AMINA, GIL, "line", LONG_AGO, null);
    }

    private void line(Someone supervisee, Someone supervisor, String kind, String from, String until) {
        add("supervision_line", "id", id("line " + supervisee + " " + supervisor), "supervisee_id", id(supervisee), "supervisor_id", id(supervisor),
            "kind", kind, "starts_on", from, "ends_on", until, "proposed_by", id(ADA), "confirmed_by", id(GRACE), "confirmed_at", AT);
    }

    private void cases() {
        aCase("AMINAS", "HARBOUR", "NORTH", AMINA, "YP-0101");
        aCase("SHARED_WITH_NOOR", "HARBOUR", "NORTH", AMINA, "YP-0102");
        assigned("SHARED_WITH_NOOR", NOOR, "co-worker", LONG_AGO, null);
        aCase("BENS", "HARBOUR", "NORTH", BEN, "YP-0103");
        aCase("MOVED", "HARBOUR", "SOUTH", SUE, "YP-0104");
        assigned("MOVED", NOOR, "young person's worker", LONG_AGO, "2026-09-01");
        aCase("UNALLOCATED", "HARBOUR", "NORTH", null, "YP-0105");
        aCase("HILLS", "HILL", "UPPER", DAN, "YP-0106");
        aCase("ABES", "HARBOUR", "SOUTH", ABE, "YP-0107");
        // what the sessions talk about is a case that nobody reaches by itself
        aCase("DISCUSSED", "FAR", "AWAY", null, "FX-0108");
    }

    private void aCase(String record, String centre, String team, Someone worker, String reference) {
        UUID theCase = id("case " + record);
        references.put(record, reference);
        add("child_case", "id", theCase, "centre_id", id("centre " + centre), "team_id", id("team " + team), "reference", reference);
        add("case_opening", "id", id("earlier opening " + record), "case_id", theCase, "number", 1, "opened_on", "2023-01-01");
        add("case_closure", "opening_id", id("earlier opening " + record), "closed_on", "2023-06-01", "reason", words("closing", record), "recorded_at", AT);
        add("case_opening", "id", id("opening " + record), "case_id", theCase, "number", 2, "opened_on", LONG_AGO);
        if (worker != null) {
            assigned(record, worker, "young person's worker", LONG_AGO, null);
        }
        UUID by = worker == null ? id(NOOR) : id(worker);
        add("case_history", "id", id("history " + record), "case_id", theCase, "what", "stage", "number", 1, "value", "engaging",
            "from_on", LONG_AGO, "recorded_by", by, "recorded_at", AT);
        add("risk_judgement", "id", id("judgement " + record), "case_id", theCase, "horizon", "short term", "number", 1, "level", "low",
            "why", words("judgement", record), "judged_on", LONG_AGO, "judged_by", by, "recorded_at", AT);
        add("missing_episode", "id", id("episode " + record), "case_id", theCase, "kind", "missing", "starts_on", "2026-11-18");
        contact("contact " + record, record, by, "2026-10-01");
        contact("struck " + record, record, by, "2026-11-02");
        add("contact_strike", "contact_id", id("struck " + record), "reason", words("strike", record), "struck_by", by, "struck_at", AT);
        add("contact_plan", "id", id("agreed plan " + record), "case_id", theCase, "number", 1, "step", "monthly", "why", words("plan", record),
            "review_on", "2026-10-30", "proposed_by", by, "proposed_on", "2026-09-01", "recorded_at", AT);
        add("contact_plan_agreement", "plan_id", id("agreed plan " + record), "agreed_by", id(BEN), "agreed_on", "2026-09-02", "recorded_at", AT);
        add("contact_plan", "id", id("plan " + record), "case_id", theCase, "number", 2, "step", "weekly", "why", words("proposal", record),
            "review_on", "2026-12-10", "proposed_by", by, "proposed_on", "2026-11-20", "recorded_at", AT);
        add("winding_down", "id", id("ending " + record), "case_id", theCase, "number", 1, "ends_on", "2024-02-01", "recorded_on", "2024-01-02",
            "recorded_by", by, "recorded_at", AT);
        add("gap_decision", "id", id("gap decision " + record), "case_id", theCase, "gap_since", "2026-08-01", "number", 1,
            "decision", "escalate", "cause", "crisis", "reasons", words("reasons", record), "review_on", "2026-09-01",
            "decided_by", id(BEN), "decided_on", "2026-08-30", "recorded_at", AT);
    }

    private void assigned(String record, Someone worker, String role, String from, String until) {
        add("assignment", "id", id("assignment " + record + " " + worker), "case_id", id("case " + record), "person_id", id(worker),
            "role", role, "starts_on", from, "ends_on", until);
    }

    private void contact(String id, String record, UUID by, String on) {
        add("contact", "id", id(id), "case_id", id("case " + record), "on_day", on, "person_id", by, "with_whom", "child",
            "mode", "in person", "seen", true, "out_of_hours", false, "crisis", false, "recorded_by", by, "recorded_at", AT, "revision", 1);
    }

    private void sessions() {
        session("PLANNED", "one-to-one", AMINA, BEN, "2026-11-24");
        session("DRAFTED", "one-to-one", AMINA, BEN, "2026-11-19", "held", "drafted");
        session("SHARED", "one-to-one", AMINA, BEN, "2026-11-10", "held", "drafted", "shared");
        session("LOCKED", "one-to-one", AMINA, BEN, "2026-10-10", "held", "drafted", "shared", "agreed", "locked");
        session("DISPUTED", "one-to-one", AMINA, BEN, "2026-10-20", "held", "drafted", "shared", "disputed");
        session("SETTLED", "one-to-one", AMINA, BEN, "2026-09-10", "held", "drafted", "shared", "disputed", "locked");
        session("LEOS", "one-to-one", AMINA, LEO, "2026-05-10", "held", "drafted", "shared", "agreed", "locked");
        session("LEOS_OLD", "one-to-one", AMINA, LEO, "2025-11-20", "held", "drafted", "shared", "agreed", "locked");
        session("LEOS_DRAFT", "one-to-one", AMINA, LEO, "2026-05-28", "held", "drafted");
        session("LEOS_EXTRA", "extra", AMINA, LEO, "2026-05-20", "held", "drafted", "shared", "agreed", "locked");
        session("PRIYAS", "practice supervision", AMINA, PRIYA, "2026-10-15", "held", "drafted", "shared", "agreed", "locked");
        session("BENS_OWN", "one-to-one", BEN, GRACE, "2026-10-12", "held", "drafted", "shared", "agreed", "locked");
        session("ABES", "one-to-one", AMINA, ABE, "2026-10-14", "held", "drafted", "shared", "agreed", "locked");
        for (String disputed : List.of("DISPUTED", "SETTLED")) {
            add("session_third_person", "session_id", id("session " + disputed), "person_id", id(TESS), "named_by", id(AMINA), "named_at", AT);
        }
    }

    private void session(String record, String kind, Someone supervisee, Someone supervisor, String day, String... states) {
        UUID session = id("session " + record);
        add("session", "id", session, "kind", kind, "supervisee_id", id(supervisee), "supervisor_id", id(supervisor),
            "created_by", id(supervisor), "created_at", AT);
        add("session_date", "id", id("date " + record), "session_id", session, "number", 1, "starts_at", day + "T14:00:00Z", "minutes", 90,
            "place", words("place", record), "set_by", id(supervisor), "set_at", AT);
        event(record, 1, "planned", null, supervisor, day);
        add("agenda_item", "id", id("item " + record), "session_id", session, "section", "supervision itself", "position", 1,
            "reasons", List.of(), "words", words("agenda", record), "added_by", id(supervisee), "added_at", AT);
        for (Someone one : List.of(supervisee, supervisor)) {
            add("shared_preparation", "session_id", session, "person_id", id(one), "words", words("preparation", record), "revision", 1, "saved_at", AT);
        }
        for (int i = 0; i < states.length; i++) {
            event(record, i + 2, states[i], states[i].equals("planned") || states[i].equals("held") || states[i].equals("drafted") ? null : 1,
                states[i].equals("agreed") ? supervisee : supervisor, day);
        }
        if (states.length > 0) {
            record(record, supervisee, supervisor);
        }
        if (List.of(states).contains("shared")) {
            version(record, 1, "shared", supervisor);
        }
        if (List.of(states).contains("locked")) {
            version(record, 2, "locked", supervisor);
            locked.add(record);
            add("addendum", "id", id("addendum " + record), "session_id", session, "number", 1, "words", words("addendum", record),
                "added_by", id(supervisor), "added_on", day, "added_at", AT);
            add("report_request", "id", id("request " + record), "kind", "supervision record", "subject_id", session, "version", 2,
                "requested_by", id(supervisor), "requested_at", AT);
            add("report_attempt", "id", id("attempt " + record), "request_id", id("request " + record), "failed_at", AT, "why", "Fault");
        }
    }

    private void event(String record, int number, String state, Integer version, Someone by, String day) {
        add("session_event", "id", id("event " + number + " " + record), "session_id", id("session " + record), "number", number, "state", state,
            "version", version, "words", version == null ? null : words("event", record), "by_id", id(by), "on_day", day, "recorded_at", AT);
    }

    private void record(String record, Someone supervisee, Someone supervisor) {
        UUID session = id("session " + record);
        add("session_record", "session_id", session, "minutes", 90, "itself", words("itself", record), "revision", 1, "field_revisions", Map.of());
        add("function_note", "session_id", session, "function", "support", "discussed", true, "notes", words("note", record), "revision", 1,
            "field_revisions", Map.of());
        add("case_discussion", "id", id("discussion " + record), "session_id", session, "case_id", id("case DISCUSSED"), "position", 1,
            "know", words("discussion", record), "purposes", List.of(), "revision", 1, "field_revisions", Map.of());
        add("decision", "id", id("decision " + record), "discussion_id", id("discussion " + record), "case_id", id("case DISCUSSED"),
            "what", words("decision", record), "safety", false, "revision", 1, "field_revisions", Map.of());
        add("action", "id", id("action " + record), "session_id", session, "what", words("action", record), "owner_id", id(supervisee),
            "for_the_service", false, "revision", 1, "field_revisions", Map.of());
        add("action", "id", id("ended action " + record), "session_id", session, "what", words("ended action", record), "owner_id", id(supervisee),
            "for_the_service", false, "revision", 1, "field_revisions", Map.of());
        add("action_end", "action_id", id("ended action " + record), "how", "done", "ended_on", TODAY, "ended_by", id(supervisee), "recorded_at", AT);
        add("action_carried", "action_id", id("action " + record), "session_id", session, "recorded_at", AT);
        add("saved_once", "key", id("key " + record), "session_id", session, "saved_by", id(supervisor), "answer", Map.of(), "saved_at", AT);
        add("field_conflict", "id", id("conflict " + record), "session_id", session, "part", "record", "part_id", session.toString(),
            "field", "itself", "base_revision", 1, "standing_text", words("itself", record), "other_text", words("other text", record),
            "other_by", id(supervisor), "noticed_at", AT);
        add("field_conflict_choice", "conflict_id", id("conflict " + record), "chosen_by", id(supervisor), "chosen_at", AT);
    }

    private void version(String record, int number, String cause, Someone by) {
        add("record_version", "id", id("version " + number + " " + record), "session_id", id("session " + record), "number", number, "cause", cause,
            "content", content(record), "made_by", id(by), "made_at", AT);
    }

    private Map<String, Object> content(String record) {
        Map<String, Object> content = new HashMap<>(Map.of("form", 1, "session", id("session " + record), "kind", "one-to-one",
            "supervisee", "Amina Field", "supervisor", "Ben Field", "itself", words("version", record)));
        content.putAll(Map.of("header", Map.of("place", "", "present", "", "lens", ""), "functions", List.of(), "discussions", List.of(),
            "actions", List.of(), "agreeing", List.of(), "addenda", List.of()));
        return content;
    }

    private void proposals() {
        made.put("line AMINA", id("line AMINA BEN"));
        made.put("line NOOR", id("line NOOR CARL"));
        add("role_held", "id", id("proposed manager of HARBOUR"), "person_id", id(TESS), "role", "service centre manager",
            "centre_id", id("centre HARBOUR"), "starts_on", LONG_AGO, "proposed_by", id(ADA));
        add("role_held", "id", id("proposed safeguarding lead"), "person_id", id(TESS), "role", "safeguarding lead",
            "starts_on", LONG_AGO, "proposed_by", id(ADA));
        add("supervision_line", "id", id("proposed line of GRACE"), "supervisee_id", id(GRACE), "supervisor_id", id(RUTH), "kind", "line",
            "starts_on", LONG_AGO, "proposed_by", id(ADA));
        add("supervision_change", "id", id("change AMINAS"), "person_id", id(AMINA), "line_id", id("line AMINA CARL"), "what", "begun",
            "on_day", "2026-11-10");
        add("intake_source", "id", id("source HARBOUR"), "centre_id", id("centre HARBOUR"), "table_name", "ssd_involvements");
        add("intake", "id", id("intake ADAS"), "started_by", id(ADA), "started_kind", "person", "started_at", AT, "on_day", TODAY,
            "outcome", Map.of("applied", false, "tables", Map.of(), "rejected", List.of(), "refusedColumns", List.of(), "reported", List.of()));
        add("intake_row", "intake_id", id("intake ADAS"), "table_name", "ssd_involvements", "line", 2, "external_id", "1");
        add("access_log", "id", id("log AMINAS"), "at", AT, "viewer_kind", "person", "viewer_id", id(BEN), "what", "case",
            "subject_id", id("case AMINAS"), "concerns_id", id(AMINA));
        add("act", "id", id("act AMINAS"), "at", AT, "security", false, "by_kind", "person", "by_id", id(BEN), "what", "session planned",
            "subject_id", id("session PLANNED"), "concerns_id", id(AMINA));
        add("role_held", "id", id("proposed role PENNY"), "person_id", id(PENNY), "role", "team manager", "centre_id", id("centre HARBOUR"),
            "team_id", id("team NORTH"), "starts_on", LONG_AGO, "proposed_by", id(ADA));
        add("supervision_line", "id", id("proposed line PENNY"), "supervisee_id", id(AMINA), "supervisor_id", id(PENNY), "kind", "line",
            "starts_on", LONG_AGO, "proposed_by", id(ADA));
    }

    /** PDFs and keys as they lie there: bytes that no key of the service opens. */
    void storeSealed() {
        String key = "0123456789abcdef";
        add("key_encryption_key", "fingerprint", key, "number", 1, "used_since", AT);
        add("owner_key", "id", id("owner key person AMINA"), "kind", "person", "person_id", id(AMINA), "wrapped_by", key, "wrapped_key", WRAPPED, "made_at", AT);
        for (String record : List.of("DRAFTED", "LOCKED", "LEOS")) {
            add("restricted_text", "session_id", id("session " + record), "part", "restricted", "part_id", id("session " + record),
                "wrapped_key", WRAPPED, "sealed", WRAPPED, "revision", 1, "saved_by", id(AMINA), "saved_at", AT);
        }
        for (String record : List.of("LOCKED", "LEOS")) {
            add("restricted_version", "session_id", id("session " + record), "number", 1, "wrapped_key", WRAPPED, "sealed", WRAPPED);
        }
        add("private_preparation", "session_id", id("session PLANNED"), "person_id", id(AMINA), "wrapped_key", WRAPPED, "sealed", WRAPPED,
            "revision", 1, "saved_at", AT);
        add("owner_key", "id", id("owner key session DRAFTED"), "kind", "session", "session_id", id("session DRAFTED"), "wrapped_by", key,
            "wrapped_key", WRAPPED, "made_at", AT);
        add("owner_key", "id", id("owner key documents LEOS"), "kind", "documents", "session_id", id("session LEOS"), "wrapped_by", key,
            "wrapped_key", WRAPPED, "made_at", AT);
        locked.forEach(record -> add("stored_report", "request_id", id("request " + record), "wrapped_key", "\\\\x00", "content", "\\\\x00",
            "pages", 1, "made_at", AT));
    }

    private static String hash(Someone someone) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(("token-of-" + someone).getBytes(StandardCharsets.UTF_8));
            return "\\\\x" + java.util.HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row, as column names and values in turn; a null value leaves the column to its default. */
    private void add(String table, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            if (columns[i + 1] != null) {
                row.put((String) columns[i], columns[i + 1]);
            }
        }
        String names = String.join(", ", row.keySet());
        sql.run("insert into " + table + " (" + names + ") select " + names + " from jsonb_populate_record(cast(null as " + table + "), cast(? as jsonb))", json(row));
    }

    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                StringJoiner members = new StringJoiner(",", "{", "}");
                map.forEach((name, member) -> members.add("\"" + name + "\":" + json(member)));
                yield members.toString();
            }
            case List<?> list -> {
                List<String> items = new ArrayList<>();
                list.forEach(item -> items.add(json(item)));
                yield "[" + String.join(",", items) + "]";
            }
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> "\"" + value + "\"";
        };
    }
}
