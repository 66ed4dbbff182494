package org.holdfast.jobs;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.holdfast.audit.LinkingTheTrail;

/** Links the trail. It stands here because {@code audit} is a leaf and knows no job. */
@Singleton
final class LinkingTheTrailJob implements Scheduled {
    private final DataSource database;
    private final LinkingTheTrail linking;

    LinkingTheTrailJob(@Named("jobs") DataSource database, LinkingTheTrail linking) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.linking = linking;
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.LINKING_THE_TRAIL;
    }

    @Override
    public int run() {
        try (Connection connection = database.getConnection()) {
            return linking.link(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be linked", e);
        }
    }
}
