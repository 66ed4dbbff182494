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

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
