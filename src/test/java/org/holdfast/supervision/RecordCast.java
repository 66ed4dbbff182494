package org.holdfast.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.house.Browser;
import org.holdfast.house.Sql;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;

/**
 * Ben supervises Amina, Cara has nothing to do with either, Dora manages the centre. Amina works on three cases; one was
 * not seen for 40 days. Each session of the two is being written.
 */
final class RecordCast {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final UUID AMINA = id(1);
    static final UUID BEN = id(2);
    static final UUID CARA = id(3);
    static final UUID DORA = id(4);
    static final UUID SEEN_CASE = id(11);
    static final UUID GAP_CASE = id(12);
    static final UUID OTHER_CASE = id(13);
    static final UUID CARAS_CASE = id(14);

    private final Sql sql;
    private final Supplier<Instant> now;
    private final Supplier<Browser> browsers;
    private final Map<UUID, String> tokens = new HashMap<>();

    RecordCast(TestService service) {
        this(service.asOwner(), () -> service.clock().instant(), service::browser);
    }

    /** The same in the database of a service that is a process of its own. */
    RecordCast(Sql sql, Supplier<Instant> now, Supplier<Browser> browsers) {
        this.sql = sql;
        this.now = now;
        this.browsers = browsers;
        people();
        cases();
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number));
    }

    private void people() {
        sql.run("insert into centre (id, name) values (?, 'Harbour Centre')", id(90));
        sql.run("insert into team (id, centre_id, name) values (?, ?, 'North Team'), (?, ?, 'South Team')", id(91), id(90), id(92), id(90));
        person(AMINA, "Amina Khan", id(91), "practitioner");
        person(BEN, "Ben Okafor", id(91), "practitioner");
        person(CARA, "Cara Jones", id(92), "practitioner");
        person(DORA, "Dora Lane", id(92), "practitioner");
        sql.run("insert into role_held (id, person_id, role, centre_id, starts_on, confirmed_at) values (?, ?, 'service centre manager', ?, '2020-01-01', now())",
                UUID.randomUUID(), DORA, id(90));
        sql.run("insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, proposed_by, confirmed_at) values (?, ?, ?, 'line', '2026-01-01', ?, now())",
                UUID.randomUUID(), AMINA, BEN, BEN);
    }

    private void person(UUID id, String name, UUID team, String role) {
        sql.run("insert into person (id, centre_id, name, started_on) values (?, ?, ?, '2020-01-01')", id, id(90), name);
        sql.run("insert into team_membership (id, team_id, person_id, starts_on) values (?, ?, ?, '2020-01-01')", UUID.randomUUID(), team, id);
        sql.run("insert into role_held (id, person_id, role, centre_id, starts_on, confirmed_at) values (?, ?, ?, ?, '2020-01-01', now())",
                UUID.randomUUID(), id, role, id(90));
        sql.run("insert into account (person_id, user_name, password_hash, created_at) values (?, ?, 'none', now())", id, name);
        String token = "token-" + id;
        tokens.put(id, token);
        Instant at = now.get();
        sql.run("insert into browser_session (id, token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(), hash(token), id, at, at);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void cases() {
        aCase(SEEN_CASE, "YP-0101", AMINA, TODAY.minusDays(5));
        aCase(GAP_CASE, "YP-0102", AMINA, TODAY.minusDays(40));
        aCase(OTHER_CASE, "YP-0103", AMINA, TODAY.minusDays(9));
        aCase(CARAS_CASE, "YP-0199", CARA, TODAY.minusDays(9));
    }

    private void aCase(UUID id, String reference, UUID worker, LocalDate seenOn) {
        sql.run("insert into child_case (id, centre_id, team_id, reference) values (?, ?, ?, ?)", id, id(90), worker.equals(CARA) ? id(92) : id(91), reference);
        sql.run("insert into case_opening (id, case_id, number, opened_on) values (?, ?, 1, '2026-06-01')", UUID.randomUUID(), id);
        sql.run("insert into assignment (id, case_id, person_id, role, starts_on) values (?, ?, ?, 'young person''s worker', '2026-06-01')", UUID.randomUUID(), id, worker);
        sql.run("insert into risk_judgement (id, case_id, horizon, number, level, judged_on, recorded_at) values (?, ?, 'short term', 1, 'high', '2026-11-01', now())", UUID.randomUUID(), id);
        sql.run("insert into contact (id, case_id, on_day, mode, with_whom, seen, recorded_at) values (?, ?, ?, 'in person', 'child', true, now())", UUID.randomUUID(), id, seenOn);
    }

    /** A session of the two whose record is being written. */
    UUID session() {
        UUID session = UUID.randomUUID();
        Instant at = now.get();
        sql.run("insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at) values (?, 'one-to-one', ?, ?, ?, ?)", session, AMINA, BEN, BEN, at);
        sql.run("insert into session_date (id, session_id, number, starts_at, minutes, place, set_by, set_at) values (?, ?, 1, ?, 90, 'Room 2', ?, ?)",
                UUID.randomUUID(), session, TestClock.START, BEN, at);
        step(session, 1, "planned", null, BEN);
        step(session, 2, "held", null, BEN);
        step(session, 3, "drafted", null, BEN);
        return session;
    }

    void step(UUID session, int number, String state, Integer version, UUID by) {
        step(session, number, state, version, by, null);
    }

    void step(UUID session, int number, String state, Integer version, UUID by, String words) {
        sql.run("insert into session_event (id, session_id, number, state, version, by_id, on_day, recorded_at, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), session, number, state, version, by, TODAY, now.get(), words);
    }

    Browser as(UUID person) {
        return browsers.get().header("Cookie", "holdfast=" + tokens.get(person));
    }

    String token(UUID person) {
        return tokens.get(person);
    }

    static Viewer viewer(UUID person, String name) {
        return new Viewer(Viewer.Kind.PERSON, person, name, Set.of(Role.PRACTITIONER), Set.of(), id(90), null);
    }
}
