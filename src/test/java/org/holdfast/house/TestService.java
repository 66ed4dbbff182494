package org.holdfast.house;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.order.Ordered;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Holdfast;
import org.holdfast.database.Database;
import org.holdfast.database.Secrets;
import org.holdfast.database.SecretsForTests;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real service on a free port and a database of its own, for one test class (as a static field) or one test
 * method (as a plain field). Its clock stands still; no demonstration is loaded unless asked for:
 *
 * <pre>{@code
 * @RegisterExtension static final TestService service = TestService.started();
 *
 * @Test void theHealthPageSaysUp() {
 *     assertEquals(200, service.browser().get("/health").status());
 * }
 * }</pre>
 */
public final class TestService implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final TestDatabase database = TestDatabase.migrated();
    private final Map<String, Object> settings = new LinkedHashMap<>(Map.of("micronaut.server.port", -1, "holdfast.requests-a-minute", 0));
    private Secrets secrets = TestPostgres.SECRETS;
    private ApplicationContext application;
    private boolean forOneMethod;
    private boolean pastRowLevelSecurity;

    private TestService() {}

    /** With the settings of an empty installation, and as many requests as a test makes. */
    public static TestService started() {
        return new TestService();
    }

    /** With that setting as well, for example {@code holdfast.demo} as {@code small}. */
    public TestService with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    /** With its key-encryption keys in that file, which may change while the service runs. */
    public TestService withKeysIn(Path file) {
        secrets = SecretsForTests.withKeysIn(file);
        return this;
    }

    /** Answering requests on a login that row-level security does not hold, which exists in tests alone. */
    public TestService pastRowLevelSecurity() {
        pastRowLevelSecurity = true;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (application == null) {
            start(context);
            forOneMethod = true;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (forOneMethod) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (application != null) {
            stop();
        }
    }

    private void start(ExtensionContext context) {
        database.open(context);
        startApplication();
    }

    private void startApplication() {
        application = ApplicationContext.builder(Holdfast.class)
            .properties(settings)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .banner(false)
            .build();
        application.getEnvironment().start();
        Database.at(database.address(), secrets).serve(application);
        if (pastRowLevelSecurity) {
            application.getEnvironment().addPropertySource(
                PropertySource.of("past row-level security", database.loginPastRowLevelSecurity(), Ordered.LOWEST_PRECEDENCE));
        }
        application.start();
        application.getBean(EmbeddedServer.class).start();
    }

    private void stop() {
        application.stop();
        application = null;
        database.drop();
    }

    /** Stops the service and starts it again on the same database, as a restart of the machine would. */
    public void restart() {
        application.stop();
        startApplication();
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return application.getBean(EmbeddedServer.class).getURI();
    }

    /** A browser of its own, with no cookies yet. */
    public Browser browser() {
        return new Browser(address());
    }

    /** A bean of the running service. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** A bean of the running service that has a name. */
    public <T> T bean(Class<T> type, String name) {
        return application.getBean(type, Qualifiers.byName(name));
    }

    /** The service's clock. */
    public TestClock clock() {
        return bean(TestClock.class);
    }

    public TestDatabase database() {
        return database;
    }

    /** SQL past row-level security, for arranging and for looking afterwards. */
    public Sql asOwner() {
        return database.asOwner();
    }

    /** SQL as the service runs it for that person. */
    public Sql asApp(UUID viewer) {
        return database.asApp(viewer);
    }
}
