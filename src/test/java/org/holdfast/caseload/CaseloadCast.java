package org.holdfast.caseload;

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
 * Harbour Centre, managed by DORA. AMINA and CARA are practitioners of its North Team, which BEN manages; FAY is one of
 * the South Team, which ELI manages. BEN supervises AMINA and CARA, ELI supervises FAY, DORA supervises both managers.
 * ADA administers. Everybody's browser is signed in.
 */
public final class CaseloadCast {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    public static final UUID AMINA = id(1);
    public static final UUID BEN = id(2);
    public static final UUID CARA = id(3);
    public static final UUID DORA = id(4);
    public static final UUID ELI = id(5);
    public static final UUID FAY = id(6);
    public static final UUID ADA = id(7);
    public static final UUID NORTH = id(91);
    public static final UUID SOUTH = id(92);
    private static final UUID CENTRE = id(90);

    private final TestService service;
    private final Sql sql;
    private final Map<UUID, Browser> browsers = new HashMap<>();
    private int next = 1000;

    public CaseloadCast(TestService service) {
        this.service = service;
        this.sql = service.asOwner();
        sql.run("insert into centre (id, name) values (?, 'Harbour Centre')", CENTRE);
        sql.run("insert into team (id, centre_id, name) values (?, ?, 'North Team'), (?, ?, 'South Team')", NORTH, CENTRE, SOUTH, CENTRE);
        person(AMINA, "Amina Yusuf", NORTH, "practitioner");
        person(BEN, "Ben Okafor", NORTH, "team manager");
        person(CARA, "Cara Jones", NORTH, "practitioner");
        person(DORA, "Dora Lane", null, "service centre manager");
        person(ELI, "Eli Marsh", SOUTH, "team manager");
        person(FAY, "Fay Reed", SOUTH, "practitioner");
        person(ADA, "Ada Field", null, "administrator");
        line(AMINA, BEN);
        line(CARA, BEN);
        line(FAY, ELI);
        line(BEN, DORA);
        line(ELI, DORA);
    }

    static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number));
    }

    private UUID next() {
        return id(next++);
    }

    private void person(UUID id, String name, UUID team, String role) {
        sql.run("insert into person (id, centre_id, name, started_on) values (?, ?, ?, '2020-01-01')", id, CENTRE, name);
        sql.run("insert into role_held (id, person_id, role, centre_id, team_id, starts_on, confirmed_at) values (?, ?, ?, ?, ?, '2020-01-01', now())",
                next(), id, role, CENTRE, team);
        if (team != null && !role.equals("team manager")) {
            sql.run("insert into team_membership (id, team_id, person_id, starts_on) values (?, ?, ?, '2020-01-01')", next(), team, id);
        }
        sql.run("insert into account (person_id, user_name, password_hash, created_at) values (?, ?, 'none', now())", id, name);
    }

    public void line(UUID supervisee, UUID supervisor) {
        sql.run("insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, confirmed_at) values (?, ?, ?, 'line', '2020-01-01', now())",
                next(), supervisee, supervisor);
    }

    /** That person's browser, signed in. */
    public Browser as(UUID person) {
        return browsers.computeIfAbsent(person, someone -> {
            String token = "token-" + someone;
            Instant at = service.clock().instant();
            sql.run("insert into browser_session (id, token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?, ?)",
                    next(), hash(token), someone, at, at);
            return service.browser().header("Cookie", "holdfast=" + token);
        });
    }

    /** The cookie that signs that person in, for a real browser. */
    public String cookie(UUID person) {
        as(person);
        return "token-" + person;
    }

    /** A system with a token of that scope. */
    public Browser system(String scope) {
        String token = "system-" + scope;
        sql.run("insert into api_token (id, token_hash, label, scopes, created_at, expires_at) values (?, ?, 'Case system', array[?]::text[], ?, ?)",
                next(), hash(token), scope, TestClock.START, TestClock.START.plusSeconds(3600));
        return service.browser().header("Authorization", "Bearer " + token);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An open case of low risk; the worker's team holds it. Without a worker the North Team does. */
    public UUID aCase(String reference, UUID worker, LocalDate openedOn) {
        UUID id = next();
        UUID team = worker != null && (worker.equals(FAY) || worker.equals(ELI)) ? SOUTH : NORTH;
        sql.run("insert into child_case (id, centre_id, team_id, reference) values (?, ?, ?, ?)", id, CENTRE, team, reference);
        sql.run("insert into case_opening (id, case_id, number, opened_on) values (?, ?, 1, ?)", next(), id, openedOn);
        if (worker != null) {
            assign(id, worker, "young person's worker", openedOn);
        }
        risk(id, 1, "low", openedOn);
        return id;
    }

    public void assign(UUID aCase, UUID person, String role, LocalDate from) {
        sql.run("insert into assignment (id, case_id, person_id, role, starts_on) values (?, ?, ?, ?, ?)", next(), aCase, person, role, from);
    }

    public void risk(UUID aCase, int number, String level, LocalDate on) {
        sql.run("insert into risk_judgement (id, case_id, horizon, number, level, why, judged_on, recorded_at) values (?, ?, 'short term', ?, ?, 'Told by school', ?, now())",
                next(), aCase, number, level, on);
    }

    public UUID contact(UUID aCase, UUID person, String mode, LocalDate on) {
        UUID id = next();
        boolean seen = mode.equals("in person");
        sql.run("insert into contact (id, case_id, on_day, person_id, with_whom, mode, seen, recorded_by, recorded_at) values (?, ?, ?, ?, 'child', ?, ?, ?, ?)",
                id, aCase, on, person, mode, seen, person, TestClock.START);
        return id;
    }

    public void missing(UUID aCase, LocalDate from) {
        sql.run("insert into missing_episode (id, case_id, kind, starts_on) values (?, ?, 'missing', ?)", next(), aCase, from);
    }

    public void away(UUID person, LocalDate from, LocalDate until) {
        sql.run("insert into absence (id, person_id, kind, starts_on, ends_on, recorded_at) values (?, ?, 'sickness', ?, ?, now())", next(), person, from, until);
    }

    /** Evaluates every rule for that day, as the night does. */
    public void sweep(LocalDate day) {
        sql.run("select settle_contact_gap(?, ?)", day, service.clock().instant());
    }

    /** The id of a case's prompt. */
    public UUID prompt(UUID aCase) {
        return sql.one(UUID.class, "select id from prompt where case_id = ? order by since desc limit 1", aCase);
    }

    public String promptState(UUID aCase) {
        return sql.one(String.class, "select state from prompt where case_id = ? order by since desc limit 1", aCase);
    }
}
