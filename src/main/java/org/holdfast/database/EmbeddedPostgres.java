package org.holdfast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The PostgreSQL that comes along: made once in the data folder, started and stopped with the service. */
final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "holdfast";
    private static final String SUPERUSER = "postgres";

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Path data;
    private final Secrets secrets;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Path data, Secrets secrets) {
        this.server = server;
        this.data = data;
        this.secrets = secrets;
    }

    /** Whether that data directory was ever prepared to the end; a copy of the directory carries the mark along. */
    static boolean isPreparedIn(Path data) {
        return Files.exists(mark(data));
    }

    private static Path mark(Path data) {
        return data.resolve("holdfast");
    }

    /**
     * Starts PostgreSQL on the folder, with the roles and the database in place.
     *
     * @throws CannotStart where this machine does not let it run
     */
    static EmbeddedPostgres start(DataFolder folder, Secrets secrets) {
        refuseRootWithoutUnshare();
        LeftOverPostgres.end(folder.postgres());
        setAsideUnfinished(folder.postgres());
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(launch(folder, secrets), folder.postgres(), secrets);
            postgres.prepare();
            return postgres;
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("The embedded PostgreSQL did not start: " + e.getMessage() + ". " + folder.log()
                + " may say more.", e);
        }
    }

    /** PostgreSQL refuses to run as root; as root it runs in a user namespace of its own, where there is one. */
    private static void refuseRootWithoutUnshare() {
        if (!"root".equals(System.getProperty("user.name")) || succeeds("unshare", "-U", "true")) {
            return;
        }
        throw new CannotStart("PostgreSQL does not run as root, and this machine does not let root step down "
            + "(\"unshare -U\" is refused). Start Holdfast as an ordinary user, or use a PostgreSQL of your own "
            + "with --database.");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD)
                .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A first start that was cut short left a directory nothing was ever stored in. */
    private static void setAsideUnfinished(Path data) {
        if (!Files.exists(data) || isPreparedIn(data)) {
            return;
        }
        try {
            Files.move(data, data.resolveSibling("postgres-unfinished-" + System.nanoTime()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library is made for tests: it turns durability off and lets everybody in, unless told otherwise here. */
    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(DataFolder folder, Secrets secrets) throws IOException {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
            .setDataDirectory(folder.postgres())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.programs().toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
            .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
            // passed on to initdb: passwords from the first moment on
            .setLocaleConfig("auth-host", "scram-sha-256")
            .setLocaleConfig("auth-local", "scram-sha-256")
            .setLocaleConfig("pwfile", folder.secrets().resolve("superuser-password").toString())
            .setLocaleConfig("locale", "C.UTF-8")
            .setConnectConfig("password", secrets.superuserPassword())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("max_connections", "50")
            .setServerConfig("shared_buffers", "128MB")
            // what PostgreSQL logs about itself stays; statements and values, which people typed, never go there
            .setServerConfig("log_min_messages", "log")
            .setServerConfig("log_min_error_statement", "panic")
            .setServerConfig("log_error_verbosity", "terse")
            .setServerConfig("log_checkpoints", "off")
            .start();
    }

    private void prepare() {
        try {
            new PreparedDatabase(DATABASE, secrets).make(this::connectAsSuperuser);
            if (!isPreparedIn(data)) {
                Files.createFile(mark(data));
            }
        } catch (SQLException | IOException e) {
            close();
            throw new CannotStart("The embedded PostgreSQL could not be prepared: " + e.getMessage() + ".", e);
        }
    }

    private Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
            Address.local(server.getPort(), database).jdbc(), SUPERUSER, secrets.superuserPassword());
    }

    Address address() {
        return Address.local(server.getPort(), DATABASE);
    }

    /** Stops PostgreSQL and waits until it is gone. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LeftOverPostgres.end(data);
    }
}
