package org.holdfast.database;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The database of this installation, open for use: embedded in the data folder, or external where one is configured.
 */
public final class Database implements AutoCloseable {
    private final Address address;
    private final Secrets secrets;
    private final boolean embedded;
    private final Runnable close;

    private Database(Address address, Secrets secrets, boolean embedded, Runnable close) {
        this.address = address;
        this.secrets = secrets;
        this.embedded = embedded;
        this.close = close;
    }

    /**
     * Everything that comes before the first connection pool: the folder and its lock, the secrets, PostgreSQL, the
     * roles, the migrations.
     *
     * @param settings {@code holdfast.data-dir}, {@code holdfast.database.*} and {@code holdfast.demo}
     * @throws CannotStart with a sentence for the person who starts it
     */
    public static Database open(Environment settings) {
        Database database = ExternalDatabase.isConfiguredIn(settings)
            ? external(settings)
            : embedded(settings.getRequiredProperty("holdfast.data-dir", Path.class));
        database.migrate();
        return database;
    }

    /**
     * A prepared and migrated database that somebody else opens and closes. It counts as embedded: the one who says
     * where it is also says that loading a demonstration into it is meant.
     */
    public static Database at(Address address, Secrets secrets) {
        return new Database(address, secrets, true, () -> {});
    }

    private static Database external(Environment settings) {
        Secrets secrets = Secrets.givenBy(System::getenv);
        return new Database(ExternalDatabase.in(settings, secrets), secrets, false, () -> {});
    }

    private static Database embedded(Path path) {
        DataFolder folder = DataFolder.claim(path);
        try {
            return embedded(folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Database embedded(DataFolder folder) {
        boolean made = !Secrets.missing(folder.secrets()).isEmpty();
        Secrets secrets = Secrets.keptIn(folder.secrets(), EmbeddedPostgres.isPreparedIn(folder.postgres()));
        if (made) {
            System.out.println("Keys and passwords were made in " + folder.secrets()
                + ". Keep a copy elsewhere: nobody can open the data without them.");
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, secrets);
        RunFile.write(folder, postgres.address());
        return new Database(postgres.address(), secrets, true, () -> {
            postgres.close();
            folder.close();
        });
    }

    private void migrate() {
        try {
            new Migrations(address, secrets).run();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Hands the database to the application before it starts: logins for the pools {@code default} and {@code jobs},
     * the {@link Secrets}, and, where embedded, the {@link OwnerConnection}.
     */
    public void serve(ApplicationContext application) {
        Map<String, Object> logins = new HashMap<>();
        login(logins, "default", Login.APP);
        login(logins, "jobs", Login.JOBS);
        application.getEnvironment().addPropertySource(PropertySource.of("database", logins));
        application.registerSingleton(Secrets.class, secrets);
        if (embedded) {
            application.registerSingleton(OwnerConnection.class, () -> address.connect(Login.OWNER, secrets));
        }
    }

    private void login(Map<String, Object> logins, String pool, Login login) {
        String prefix = "datasources." + pool + ".";
        logins.put(prefix + "url", address.jdbc());
        logins.put(prefix + "username", login.role());
        logins.put(prefix + "password", secrets.password(login));
    }

    /** Signs in as one of the service's roles. The caller closes the connection. */
    public Connection connect(Login login) throws SQLException {
        return address.connect(login, secrets);
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Stops an embedded PostgreSQL and gives its folder free. Close the pools first. */
    @Override
    public void close() {
        close.run();
    }
}
