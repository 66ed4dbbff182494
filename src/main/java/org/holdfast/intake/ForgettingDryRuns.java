package org.holdfast.intake;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.holdfast.jobs.Schedule;
import org.holdfast.jobs.Scheduled;

/** Removes what dry runs left in staging, 24 hours after they were read. */
@Singleton
final class ForgettingDryRuns implements Scheduled {
    private final DataSource database;
    private final Clock clock;

    ForgettingDryRuns(@Named("jobs") DataSource database, Clock clock) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.clock = clock;
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.FORGETTING_DRY_RUNS;
    }

    @Override
    public int run() {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("select forget_old_intakes(?)")) {
            forget.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet forgotten = forget.executeQuery()) {
                return forgotten.next() ? forgotten.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Old dry runs could not be removed", e);
        }
    }
}
