package org.holdfast.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.holdfast.database.Address;
import org.holdfast.database.Login;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database of its own for one test class (as a static field) or one test method (as a plain field),
 * dropped afterwards:
 *
 * <pre>{@code @RegisterExtension static final TestDatabase database = TestDatabase.migrated();}</pre>
 *
 * <p>A class tagged {@code postgres15} holds on the oldest PostgreSQL we support too: it gets its database on the server
 * that {@code HOLDFAST_TEST_POSTGRES} names, where one is named. {@code ops/test} then runs it on both.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final boolean migrated;
    private TestPostgres server;
    private String name;
    private boolean forOneMethod;

    private TestDatabase(boolean migrated) {
        this.migrated = migrated;
    }

    /** With the whole schema and no rows. */
    public static TestDatabase migrated() {
        return new TestDatabase(true);
    }

    /** Without a single migration, but with the roles. */
    public static TestDatabase empty() {
        return new TestDatabase(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (name == null) {
            open(context);
            forOneMethod = true;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (forOneMethod) {
            drop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        drop();
    }

    void open(ExtensionContext context) {
        open(context.getTags().contains("postgres15"));
    }

    /** Opens it for a class of properties, which JUnit's own extensions do not reach; such a class drops it itself. */
    public void open(boolean onOldest) {
        server = onOldest ? TestPostgres.oldest() : TestPostgres.embedded();
        name = migrated ? server.copy() : server.prepared();
    }

    /** Takes it away. */
    public void drop() {
        if (name != null) {
            server.drop(name);
            name = null;
        }
    }

    /** Where it is. */
    public Address address() {
        return server.address(name);
    }

    /** SQL past row-level security, for arranging and for looking afterwards. */
    public Sql asOwner() {
        return new Sql(() -> connect(Login.OWNER), null);
    }

    /** SQL as the service runs it for that person: role {@code holdfast_app}, the viewer set in each transaction. */
    public Sql asApp(UUID viewer) {
        return new Sql(() -> connect(Login.APP), viewer.toString());
    }

    /** SQL as the service would run it had somebody forgotten to set a viewer. */
    public Sql asAppWithoutViewer() {
        return new Sql(() -> connect(Login.APP), null);
    }

    /** SQL as a job runs it: role {@code holdfast_jobs}, no viewer. */
    public Sql asJobs() {
        return new Sql(() -> connect(Login.JOBS), null);
    }

    /** Settings of the service's pool for a role with all it may do, which row-level security does not hold; made here. */
    Map<String, Object> loginPastRowLevelSecurity() {
        server.run("""
            do $$ begin
                if not exists (select from pg_roles where rolname = 'past_row_level_security') then
                    create role past_row_level_security login bypassrls password 'for tests' in role holdfast_app;
                end if;
            end $$""");
        return Map.of("datasources.default.username", "past_row_level_security", "datasources.default.password", "for tests");
    }

    /** A connection of that role; the caller closes it. */
    public Connection connect(Login login) throws SQLException {
        return address().connect(login, TestPostgres.SECRETS);
    }

    /** Ends every connection to this database, as a restart of PostgreSQL would. */
    public void endAllConnections() {
        server.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Lets nobody in any more, and ends every connection, until {@link #comeBack}. */
    public void goAway() {
        server.run("alter database " + name + " allow_connections false");
        endAllConnections();
    }

    /** Lets everybody in again after {@link #goAway}. */
    public void comeBack() {
        server.run("alter database " + name + " allow_connections true");
    }
}
