package org.holdfast.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.house.Browser;
import org.holdfast.house.Sql;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;

/**
 * The people these tests are about, all in place on 21 November 2026. AMINA is a practitioner; BEN manages her team and
 * supervises her; GRACE manages the centre and supervises BEN; PRIYA supervises AMINA's practice; NOOR is a practitioner
 * of the same team supervised by BEN; OLU manages another team of the centre; DAN works in another centre; ADA is an
 * administrator.
 */
final class SupervisionCast {
    static final UUID AMINA = id(1);
    static final UUID BEN = id(2);
    static final UUID GRACE = id(3);
    static final UUID PRIYA = id(4);
    static final UUID NOOR = id(5);
    static final UUID OLU = id(6);
    static final UUID DAN = id(7);
    static final UUID ADA = id(8);

    private static final UUID HARBOUR = id(101);
    private static final UUID HILL = id(102);
    private static final UUID NORTH = id(201);
    private static final UUID SOUTH = id(202);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);

    private final TestService service;
    private final Sql sql;
    private final Map<UUID, Browser> browsers = new HashMap<>();
    private int next = 1000;

    SupervisionCast(TestService service) {
        this.service = service;
        this.sql = service.asOwner();
        sql.run("insert into centre (id, name) values (?, 'Harbour'), (?, 'Hill')", HARBOUR, HILL);
        sql.run("insert into team (id, centre_id, name) values (?, ?, 'North'), (?, ?, 'South')", NORTH, HARBOUR, SOUTH, HARBOUR);
        person(AMINA, "Amina Khan", HARBOUR, "practitioner", null, NORTH);
        person(BEN, "Ben Okafor", HARBOUR, "team manager", NORTH, NORTH);
        person(GRACE, "Grace Lloyd", HARBOUR, "service centre manager", null, null);
        person(PRIYA, "Priya Nair", HARBOUR, "practitioner", null, null);
        person(NOOR, "Noor Haddad", HARBOUR, "practitioner", null, NORTH);
        person(OLU, "Olu Adeyemi", HARBOUR, "team manager", SOUTH, null);
        person(DAN, "Dan Price", HILL, "practitioner", null, null);
        person(ADA, "Ada Field", HARBOUR, "administrator", null, null);
        line(AMINA, BEN, "line");
        line(NOOR, BEN, "line");
        line(BEN, GRACE, "line");
        line(AMINA, PRIYA, "practice");
    }

    static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }

    UUID fresh() {
        return id(next++);
    }

    private void person(UUID id, String name, UUID centre, String role, UUID managed, UUID team) {
        sql.run("insert into person (id, centre_id, name) values (?, ?, ?)", id, centre, name);
        sql.run("insert into role_held (id, person_id, role, centre_id, team_id, starts_on, confirmed_at) values (?, ?, ?, ?, ?, ?, ?)",
            fresh(), id, role, centre, managed, LONG_AGO, TestClock.START);
        if (team != null) {
            sql.run("insert into team_membership (id, team_id, person_id, starts_on) values (?, ?, ?, ?)", fresh(), team, id, LONG_AGO);
        }
        sql.run("insert into account (person_id, user_name, password_hash, created_at) values (?, ?, 'none', ?)", id, name.replace(' ', '.'), TestClock.START);
    }

    void line(UUID supervisee, UUID supervisor, String kind) {
        sql.run("insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, confirmed_at) values (?, ?, ?, ?, ?, ?)",
            fresh(), supervisee, supervisor, kind, LONG_AGO, TestClock.START);
    }

    void endLine(UUID supervisee, UUID supervisor) {
        sql.run("update supervision_line set ends_on = '2026-11-21' where supervisee_id = ? and supervisor_id = ?", supervisee, supervisor);
    }

    /** A browser in which that person is signed in. */
    Browser as(UUID person) {
        return browsers.computeIfAbsent(person, who -> {
            String token = "token-of-" + who;
            sql.run("insert into browser_session (id, token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?, ?)",
                fresh(), hash(token), who, TestClock.START, TestClock.START);
            return service.browser().header("Cookie", "holdfast=" + token);
        });
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A planned session of the two. */
    UUID planned(UUID supervisee, UUID supervisor, String kind, String startsAt) {
        UUID session = fresh();
        sql.run("insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at) values (?, ?, ?, ?, ?, ?)",
            session, kind, supervisee, supervisor, supervisor, TestClock.START);
        sql.run("insert into session_date (id, session_id, number, starts_at, minutes, set_by, set_at) values (?, ?, 1, ?, 90, ?, ?)",
            fresh(), session, Instant.parse(startsAt), supervisor, TestClock.START);
        event(session, "planned", null, supervisor, "2026-11-01");
        return session;
    }

    /** A session with a record that says something, still a draft. */
    UUID drafted(UUID supervisee, UUID supervisor, String startsAt) {
        UUID session = planned(supervisee, supervisor, "one-to-one", startsAt);
        event(session, "held", null, supervisor, startsAt.substring(0, 10));
        event(session, "drafted", null, supervisor, startsAt.substring(0, 10));
        note(session, "support", "We talked about the long week");
        return session;
    }

    void note(UUID session, String function, String notes) {
        record(session);
        sql.run("insert into function_note (session_id, function, discussed, notes) values (?, ?, true, ?)", session, function, notes);
    }

    private void record(UUID session) {
        sql.run("insert into session_record (session_id, minutes) values (?, 90) on conflict do nothing", session);
    }

    /** The same, shared as version 1. */
    UUID shared(UUID supervisee, UUID supervisor, String startsAt) {
        UUID session = drafted(supervisee, supervisor, startsAt);
        Browser browser = as(supervisor);
        if (browser.post("/sessions/" + session + "/sharing").status() != 303) {
            throw new AssertionError("Could not be shared");
        }
        return session;
    }

    /** The same, agreed and locked. */
    UUID locked(UUID supervisee, UUID supervisor, String startsAt) {
        UUID session = shared(supervisee, supervisor, startsAt);
        if (as(supervisee).post("/sessions/" + session + "/agreement", "version", "1").status() != 303) {
            throw new AssertionError("Could not be agreed");
        }
        return session;
    }

    void event(UUID session, String state, Integer version, UUID by, String day) {
        sql.run("""
            insert into session_event (id, session_id, number, state, version, by_id, on_day, recorded_at)
            select ?, ?, 1 + coalesce(max(number), 0), ?, ?, ?, ?, ? from session_event where session_id = ?""",
            fresh(), session, state, version, by, LocalDate.parse(day), TestClock.START, session);
    }

    UUID action(UUID session, String what, UUID owner) {
        UUID action = fresh();
        record(session);
        sql.run("insert into action (id, session_id, what, owner_id, due_on) values (?, ?, ?, ?, '2026-12-01')", action, session, what, owner);
        return action;
    }

    /** An open case that this person holds since a day. */
    UUID heldCase(String reference, UUID worker, String since) {
        UUID aCase = fresh();
        LocalDate day = LocalDate.parse(since);
        sql.run("insert into child_case (id, centre_id, team_id, reference) values (?, ?, ?, ?)", aCase, HARBOUR, NORTH, reference);
        sql.run("insert into case_opening (id, case_id, number, opened_on) values (?, ?, 1, ?)", fresh(), aCase, day);
        sql.run("insert into assignment (id, case_id, person_id, role, starts_on) values (?, ?, ?, 'young person''s worker', ?)", fresh(), aCase, worker, day);
        return aCase;
    }

    void seen(UUID aCase, UUID by, String day) {
        sql.run("""
            insert into contact (id, case_id, on_day, person_id, with_whom, mode, seen, recorded_by, recorded_at)
            values (?, ?, ?, ?, 'child', 'in person', true, ?, ?)""", fresh(), aCase, LocalDate.parse(day), by, by, TestClock.START);
    }

    void missing(UUID aCase, String since) {
        sql.run("insert into missing_episode (id, case_id, kind, starts_on) values (?, ?, 'missing', ?)", fresh(), aCase, LocalDate.parse(since));
    }

    String state(UUID session) {
        return sql.one(String.class, "select state from session_event where session_id = ? order by number desc limit 1", session);
    }
}
