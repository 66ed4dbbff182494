package org.holdfast;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/**
 * {@code GET /health} for whoever watches the service: 200 and {@code {"status":"UP"}} while it can do its work, 503
 * and {@code {"status":"DOWN"}} while the database cannot be reached. It listens only once everything is ready, and
 * tells strangers nothing more.
 */
@Endpoint(id = "health", defaultSensitive = false)
@Replaces(HealthEndpoint.class)
final class Health {
    private static final int SECONDS = 1;
    private static final int TRIES = 3;

    private final DataSource database;

    Health(DataSource database) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    @Read
    HttpResponse<Map<String, String>> status() {
        return databaseAnswers()
            ? HttpResponse.ok(Map.of("status", "UP"))
            : HttpResponse.<Map<String, String>>status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("status", "DOWN"));
    }

    /** Asks several connections: one that died in the pool fails once and is thrown away, which says nothing about now. */
    private boolean databaseAnswers() {
        for (int i = 0; i < TRIES; i++) {
            try (Connection connection = database.getConnection()) {
                if (isAlive(connection)) {
                    return true;
                }
            } catch (SQLException noneToBeHad) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAlive(Connection connection) {
        try (Statement asked = connection.createStatement()) {
            asked.setQueryTimeout(SECONDS);
            return asked.execute("select 1");
        } catch (SQLException died) {
            return false;
        }
    }
}
