package org.holdfast.demo;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** One loading, in one transaction, as the owner of the tables. */
final class Loading {
    /** Days before today on which the rules are evaluated once, so that prompts have an age. */
    private static final List<Integer> LOOKED_AT = List.of(27, 20, 13, 9, 6, 4, 3, 2, 1);

    /** What became of it. */
    sealed interface Outcome {}

    record Loaded(int cases) implements Outcome {}

    /** Nothing was loaded; the sentence says why. */
    record Refused(String sentence) implements Outcome {}

    private final Connection connection;
    private final ZonedDateTime now;

    Loading(Connection connection, ZonedDateTime now) {
        this.connection = connection;
        this.now = now;
    }

    Outcome load(Size size) throws SQLException {
        connection.setAutoCommit(false);
        if (holdsData()) {
            connection.rollback();
            return new Refused("This installation holds data already, so the demonstration was not loaded into it.");
        }
        withoutTriggers(() -> tell(size));
        run("analyze");
        run("update centre c set next_case_number = 1 + (select count(*) from child_case k where k.centre_id = c.id)");
        run("select refresh_case_standing(array(select id from child_case))");
        run(RecordVersions.INSERT);
        look();
        connection.commit();
        return new Loaded(count("select count(*) from child_case"));
    }

    private boolean holdsData() throws SQLException {
        return count("select (select count(*) from centre) + (select count(*) from person)") > 0;
    }

    private void tell(Size size) throws SQLException {
        run(RecordVersions.TO_COME);
        size.imagine(now.toLocalDate(), fiction -> write(fiction.written()));
    }

    private void write(Rows rows) {
        try {
            rows.copyTo(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The demonstration does not fit the schema", e);
        }
    }

    /** What triggers keep from row to row is worked out once at the end. */
    private void withoutTriggers(Work work) throws SQLException {
        List<String> tables = List.of("case_opening", "case_closure", "assignment", "case_history", "risk_judgement", "missing_episode", "contact",
            "contact_strike", "contact_plan_agreement", "winding_down");
        for (String table : tables) {
            run("alter table " + table + " disable trigger user");
        }
        work.run();
        for (String table : tables) {
            run("alter table " + table + " enable trigger user");
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /** Evaluates the rules as the nightly sweep would have on some days of the last weeks, and today. */
    private void look() throws SQLException {
        LocalDate today = now.toLocalDate();
        for (int ago : LOOKED_AT) {
            settle(today.minusDays(ago));
            decide(today.minusDays(ago));
        }
        try (PreparedStatement sweep = connection.prepareStatement("select sweep_all(?, ?)")) {
            on(sweep, today, now.toOffsetDateTime()).execute();
        }
        decide(today);
    }

    private void settle(LocalDate day) throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement("select * from settle_contact_gap(?, ?)")) {
            on(settle, day, Fiction.at(day, 5, 30).atOffset(java.time.ZoneOffset.UTC)).execute();
        }
    }

    private static PreparedStatement on(PreparedStatement statement, LocalDate day, OffsetDateTime at) throws SQLException {
        statement.setDate(1, Date.valueOf(day));
        statement.setObject(2, at);
        return statement;
    }

    /** A recorded decision about a gap shows on the prompt it answered. */
    private void decide(LocalDate until) throws SQLException {
        try (PreparedStatement decide = connection.prepareStatement("""
                insert into prompt_step (id, prompt_id, number, what, by_id, on_day, recorded_at, until_on, reason)
                select new_id(d.recorded_at), p.id, 1 + (select max(n.number) from prompt_step n where n.prompt_id = p.id), 'decided',
                       d.decided_by, d.decided_on, d.recorded_at, d.review_on, d.reasons
                from gap_decision d join prompt p on p.rule = 'contact-gap' and p.case_id = d.case_id and p.since = d.gap_since
                where p.state = 'open' and d.decided_on <= ? and d.review_on > ?""")) {
            decide.setDate(1, Date.valueOf(until));
            decide.setDate(2, Date.valueOf(until));
            decide.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
