package org.holdfast.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZonedDateTime;
import java.util.List;

/** One loading, in one transaction, as the owner of the tables. */
final class Loading {
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
        sweep();
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

    /** Evaluates the rules for today, as the nightly sweep does, and gives the prompts the age they would have. */
    private void sweep() throws SQLException {
        try (PreparedStatement sweep = connection.prepareStatement("select sweep_all(?, ?)")) {
            sweep.setObject(1, now.toLocalDate());
            sweep.setObject(2, now.toOffsetDateTime());
            sweep.execute();
        }
        run(PromptsOfTheDemonstration.RAISED_EARLIER);
        run(PromptsOfTheDemonstration.STEPS_RAISED_EARLIER);
        run(PromptsOfTheDemonstration.DECIDED);
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
