package org.holdfast.prompts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.house.Sql;
import org.holdfast.house.TestDatabase;

/** Writes many histories at once, asks the rule about all of them at once, and takes them away again. */
final class HistoriesInTheDatabase {
    private static final List<String> TABLES = List.of(
            "prompt_step", "prompt", "case_standing", "winding_down", "contact_plan_agreement", "contact_plan", "contact_strike", "contact",
            "missing_episode", "risk_judgement", "case_history", "assignment", "case_closure", "case_opening", "child_case");
    private static final UUID FIRST_CENTRE = new UUID(1, 1);
    private static final UUID SECOND_CENTRE = new UUID(1, 2);
    private static final UUID SOMEBODY = new UUID(2, 1);

    private final Sql sql;
    private final Map<String, List<String>> rows = new HashMap<>();
    private long next;

    HistoriesInTheDatabase(TestDatabase database) {
        this.sql = database.asOwner();
        sql.run("insert into centre (id, name) values (?, 'First'), (?, 'Second')", FIRST_CENTRE, SECOND_CENTRE);
        sql.run("insert into person (id, centre_id, name) values (?, ?, 'Somebody')", SOMEBODY, FIRST_CENTRE);
        for (History.Setting s : History.SETTINGS.subList(1, History.SETTINGS.size())) {
            sql.run("insert into contact_gap_setting (id, centre_id, service_type, limit_days, notice_days, from_on, set_at) values (gen_random_uuid(), ?, ?, ?, ?, ?, now())",
                    s.secondCentre() ? SECOND_CENTRE : null, s.serviceType(), s.limit(), s.notice(), s.from());
        }
    }

    static UUID idOf(int index) {
        return new UUID(3, index);
    }

    /** Replaces whatever is there; the standing is worked out at the end, as for an import. */
    void write(List<History> histories) {
        clear(histories);
        insert(false);
        sql.run("select refresh_case_standing(array(select id from child_case))");
    }

    /** The same, with the triggers keeping the standing from table to table, as for everything people write. */
    void writeAsPeopleDo(List<History> histories) {
        clear(histories);
        insert(true);
    }

    private void clear(List<History> histories) {
        sql.run("truncate child_case cascade");
        rows.clear();
        for (int i = 0; i < histories.size(); i++) {
            add(idOf(i), i, histories.get(i));
        }
    }

    /** One statement for everything; with the triggers each table would work out each standing again. */
    private void insert(boolean withTriggers) {
        List<String> tables = TABLES.reversed().stream().filter(rows::containsKey).toList();
        StringBuilder all = new StringBuilder();
        tables.forEach(table -> all.append(withTriggers ? "" : "alter table " + table + " disable trigger user;"));
        tables.forEach(table -> all.append("insert into ").append(table).append(' ').append(columns(table)).append(" values ")
                .append(String.join(",", rows.get(table))).append(';'));
        tables.forEach(table -> all.append(withTriggers ? "" : "alter table " + table + " enable trigger user;"));
        sql.run(all.toString());
    }

    private static String columns(String table) {
        return switch (table) {
            case "child_case" -> "(id, centre_id, reference)";
            case "case_opening" -> "(id, case_id, number, opened_on)";
            case "case_closure" -> "(opening_id, closed_on, recorded_at)";
            case "assignment" -> "(id, case_id, person_id, role, starts_on, ends_on)";
            case "case_history" -> "(id, case_id, what, number, value, from_on, recorded_at)";
            case "risk_judgement" -> "(id, case_id, horizon, number, level, judged_on, recorded_at)";
            case "missing_episode" -> "(id, case_id, kind, starts_on, ends_on)";
            case "contact" -> "(id, case_id, on_day, with_whom, mode, seen, recorded_at)";
            case "contact_strike" -> "(contact_id, reason, struck_at)";
            case "contact_plan" -> "(id, case_id, number, step, why, review_on, proposed_by, proposed_on, recorded_at)";
            case "contact_plan_agreement" -> "(plan_id, agreed_by, agreed_on, recorded_at)";
            case "winding_down" -> "(id, case_id, number, ends_on, recorded_on, recorded_at)";
            default -> throw new IllegalArgumentException(table);
        };
    }

    private void add(UUID id, int index, History h) {
        row("child_case", id, h.inSecondCentre() ? SECOND_CENTRE : FIRST_CENTRE, "YP-%05d".formatted(index));
        for (int n = 0; n < h.openings().size(); n++) {
            UUID opening = nextId();
            row("case_opening", opening, id, n + 1, h.openings().get(n).opened());
            if (h.openings().get(n).closed() != null) {
                row("case_closure", opening, h.openings().get(n).closed(), "2026-01-01");
            }
        }
        h.assignments().forEach(a -> row("assignment", nextId(), id, SOMEBODY, a.role().replace("'", "''"), a.starts(), a.ends()));
        values(id, "service type", h.serviceTypes());
        values(id, "need", h.needs());
        values(id, "stage", h.stages());
        for (int n = 0; n < h.risks().size(); n++) {
            row("risk_judgement", nextId(), id, "short term", n + 1, h.risks().get(n).is(), h.risks().get(n).from(), "2026-01-01");
        }
        h.missing().forEach(m -> row("missing_episode", nextId(), id, m.kind(), m.starts(), m.ends()));
        h.contacts().forEach(c -> contact(id, c));
        for (int n = 0; n < h.plans().size(); n++) {
            plan(id, n + 1, h.plans().get(n));
        }
        for (int n = 0; n < h.endings().size(); n++) {
            row("winding_down", nextId(), id, n + 1, h.endings().get(n).endsOn(), h.endings().get(n).recordedOn(), "2026-01-01");
        }
    }

    private void values(UUID id, String what, List<History.Value> values) {
        for (int n = 0; n < values.size(); n++) {
            row("case_history", nextId(), id, what, n + 1, values.get(n).is(), values.get(n).from(), "2026-01-01");
        }
    }

    private void contact(UUID id, History.Contact contact) {
        UUID row = nextId();
        row("contact", row, id, contact.on(), "child", contact.seen() ? "in person" : "attempted", contact.seen(), "2026-01-01");
        if (contact.struck()) {
            row("contact_strike", row, "Wrong child", "2026-01-02");
        }
    }

    private void plan(UUID id, int number, History.Plan plan) {
        UUID row = nextId();
        row("contact_plan", row, id, number, plan.step(), "Agreed with the child", plan.reviewOn(), SOMEBODY, plan.reviewOn().minusYears(1), "2026-01-01");
        if (plan.agreedOn() != null) {
            row("contact_plan_agreement", row, SOMEBODY, plan.agreedOn(), "2026-01-01");
        }
    }

    private UUID nextId() {
        return new UUID(4, next++);
    }

    private void row(String table, Object... values) {
        List<String> written = new ArrayList<>();
        for (Object value : values) {
            written.add(value == null ? "null" : "'" + value + "'");
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add("(" + String.join(",", written) + ")");
    }

    /** What the rule says about every case that is open on that day. */
    Map<UUID, History.Verdict> verdicts(LocalDate day) {
        Map<UUID, History.Verdict> verdicts = new HashMap<>();
        sql.rows("select case_id, days, state, last_seen_on, since from contact_gap(?)", day).forEach(row -> verdicts.put(
                (UUID) row.get("case_id"),
                new History.Verdict((Integer) row.get("days"), (String) row.get("state"), date(row.get("last_seen_on")), date(row.get("since")))));
        return verdicts;
    }

    private static LocalDate date(Object value) {
        return value == null ? null : ((java.sql.Date) value).toLocalDate();
    }

    Sql sql() {
        return sql;
    }
}
