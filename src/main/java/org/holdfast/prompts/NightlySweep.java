package org.holdfast.prompts;

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
import org.holdfast.time.Today;

/** Evaluates every rule over every subject, so that the first page of the day need not. */
@Singleton
final class NightlySweep implements Scheduled {
    private final DataSource database;
    private final Today today;
    private final Clock clock;

    NightlySweep(@Named("jobs") DataSource database, Today today, Clock clock) {
        // outside a request there is no connection that Micronaut would hand on
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.today = today;
        this.clock = clock;
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.PROMPT_SWEEP;
    }

    @Override
    public int run() {
        try (Connection connection = database.getConnection();
                PreparedStatement sweep = connection.prepareStatement("select sweep_all(?, ?)")) {
            sweep.setObject(1, today.date());
            sweep.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet swept = sweep.executeQuery()) {
                return swept.next() && swept.getBoolean(1) ? 1 : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The prompts could not be swept", e);
        }
    }
}
