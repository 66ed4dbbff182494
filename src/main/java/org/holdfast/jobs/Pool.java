package org.holdfast.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** The jobs' own connections, outside the transactions of requests. Whoever made the pool closes it. */
final class Pool implements ConnectionProvider {
    private final DataSource database;

    Pool(DataSource database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return database.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
}
