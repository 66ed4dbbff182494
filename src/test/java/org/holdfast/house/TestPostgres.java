package org.holdfast.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.database.Address;
import org.holdfast.database.Migrations;
import org.holdfast.database.PreparedDatabase;
import org.holdfast.database.Secrets;
import org.holdfast.database.SecretsForTests;

/**
 * A PostgreSQL server for tests: the embedded one, without durability because nothing on it lasts, or one named from
 * outside. Its roles are those of an installation; one template is migrated, and every test class gets a copy.
 */
public final class TestPostgres {
    /** Passwords and keys of every test; they protect nothing. */
    public static final Secrets SECRETS = SecretsForTests.fixed();

    private static final String TEMPLATE = "holdfast_template";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private static TestPostgres embedded;
    private static TestPostgres external;

    private final PreparedDatabase.Server superuser;
    private final String address;

    private TestPostgres(String address, PreparedDatabase.Server superuser) {
        this.address = address;
        this.superuser = superuser;
        prepareTemplate();
    }

    /** The PostgreSQL that comes along; started by the first test that asks. */
    public static synchronized TestPostgres embedded() {
        if (embedded == null) {
            EmbeddedPostgres server = launch();
            String address = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
            embedded = new TestPostgres(address, name -> DriverManager.getConnection(address + name, "postgres", ""));
        }
        return embedded;
    }

    /**
     * The PostgreSQL that {@code HOLDFAST_TEST_POSTGRES} names, a JDBC address with a superuser's login such as
     * {@code jdbc:postgresql://127.0.0.1:5415/?user=postgres}; the embedded one where it names none.
     */
    public static synchronized TestPostgres oldest() {
        String named = System.getenv("HOLDFAST_TEST_POSTGRES");
        if (named == null) {
            return embedded();
        }
        if (external == null) {
            String server = named.substring(0, named.lastIndexOf('/') + 1);
            String login = named.substring(named.lastIndexOf('/') + 1);
            external = new TestPostgres(server, name -> DriverManager.getConnection(server + name + login));
        }
        return external;
    }

    private static EmbeddedPostgres launch() {
        Path folder = Path.of("target", "test-postgres", Long.toString(ProcessHandle.current().pid()));
        try {
            Files.createDirectories(folder);
            return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data").toAbsolutePath())
                .setOverrideWorkingDirectory(Path.of("target", "test-postgres", "programs").toAbsolutePath().toFile())
                .setOutputRedirector(Redirect.to(folder.resolve("postgres.log").toFile()))
                .setErrorRedirector(Redirect.to(folder.resolve("postgres.log").toFile()))
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_connections", "200")
                .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepareTemplate() {
        try {
            run("drop database if exists " + TEMPLATE);
            new PreparedDatabase(TEMPLATE, SECRETS).make(superuser);
            new Migrations(new Address(address + TEMPLATE), SECRETS).run();
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be prepared", e);
        }
    }

    /** Makes a migrated database; its name. */
    String copy() {
        String name = nextName();
        run("create database " + name + " owner holdfast_owner strategy file_copy template " + TEMPLATE);
        run("revoke all on database " + name + " from public");
        run("grant connect on database " + name + " to holdfast_app, holdfast_jobs, holdfast_destroy");
        return name;
    }

    /** Makes a database in which no migration has run; its name. */
    String prepared() {
        String name = nextName();
        try {
            new PreparedDatabase(name, SECRETS).make(superuser);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static String nextName() {
        return "holdfast_test_" + ProcessHandle.current().pid() + "_" + COPIES.incrementAndGet();
    }

    void drop(String database) {
        run("drop database if exists " + database + " with (force)");
    }

    /** Runs a statement as superuser, for what no role of the service may do. */
    void run(String sql) {
        try (Connection connection = superuser.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Address address(String database) {
        return new Address(address + database);
    }
}
