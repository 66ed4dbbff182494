package org.holdfast.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.house.Browser;
import org.holdfast.house.Sql;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;

/**
 * The people these tests are about. AMINA is a practitioner; BEN manages her team and supervises her; GRACE manages the
 * centre; NOOR is a practitioner of the same team, supervised by BEN; DAN works in another centre; ADA is an administrator.
 */
final class RightsCast {
    static final UUID AMINA = id(1);
    static final UUID BEN = id(2);
    static final UUID GRACE = id(3);
    static final UUID NOOR = id(4);
    static final UUID DAN = id(5);
    static final UUID ADA = id(6);
    static final UUID NORTH = id(201);

    private static final UUID HARBOUR = id(101);
    private static final UUID HILL = id(102);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);

    private final TestService service;
    private final Sql sql;
    private final Map<UUID, Browser> browsers = new HashMap<>();
    private int next = 1000;

    RightsCast(TestService service) {
        this.service = service;
        this.sql = service.asOwner();
        sql.run("insert into centre (id, name) values (?, 'Harbour'), (?, 'Hill')", HARBOUR, HILL);
        sql.run("insert into team (id, centre_id, name) values (?, ?, 'North')", NORTH, HARBOUR);
        person(AMINA, "Amina Khan", HARBOUR, "practitioner", null, NORTH);
        person(BEN, "Ben Okafor", HARBOUR, "team manager", NORTH, NORTH);
        person(GRACE, "Grace Lloyd", HARBOUR, "service centre manager", null, null);
        person(NOOR, "Noor Haddad", HARBOUR, "practitioner", null, NORTH);
        person(DAN, "Dan Price", HILL, "practitioner", null, null);
        person(ADA, "Ada Field", HARBOUR, "administrator", null, null);
        line(AMINA, BEN);
        line(NOOR, BEN);
    }

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }

    UUID fresh() {
        return id(next++);
    }

    private void person(UUID id, String name, UUID centre, String role, UUID managed, UUID team) {
        sql.run("insert into person (id, centre_id, name) values (?, ?, ?)", id, centre, name);
        sql.run("insert into role_held (id, person_id, role, centre_id, team_id, starts_on, confirmed_at) values (?, ?, ?, ?, ?, ?, ?)",
            fresh(), id, role, centre, managed, LONG_AGO, TestClock.START);
        sql.run("insert into account (person_id, user_name, password_hash, created_at) values (?, ?, 'hash-of-a-password', ?)",
            id, name.replace(' ', '.'), TestClock.START);
        if (team != null) {
            sql.run("insert into team_membership (id, team_id, person_id, starts_on) values (?, ?, ?, ?)", fresh(), team, id, LONG_AGO);
        }
    }

    private void line(UUID supervisee, UUID supervisor) {
        sql.run("insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, confirmed_at) values (?, ?, ?, 'line', ?, ?)",
            fresh(), supervisee, supervisor, LONG_AGO, TestClock.START);
    }

    /** A planned session of the two. */
    UUID planned(UUID supervisee, UUID supervisor) {
        UUID session = fresh();
        sql.run("insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at) values (?, 'one-to-one', ?, ?, ?, ?)",
            session, supervisee, supervisor, supervisor, TestClock.START);
        sql.run("insert into session_date (id, session_id, number, starts_at, minutes, set_by, set_at) values (?, ?, 1, '2026-12-08 14:00+00', 90, ?, ?)",
            fresh(), session, supervisor, TestClock.START);
        sql.run("insert into session_event (id, session_id, number, state, by_id, on_day, recorded_at) values (?, ?, 1, 'planned', ?, '2026-11-20', ?)",
            fresh(), session, supervisor, TestClock.START);
        return session;
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
}
