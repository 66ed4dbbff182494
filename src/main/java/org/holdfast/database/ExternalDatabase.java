package org.holdfast.database;

import io.micronaut.context.env.Environment;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs, prepared with what {@code ops/prepare-database} prints. */
final class ExternalDatabase {
    private static final int OLDEST = 15;

    private ExternalDatabase() {}

    static boolean isConfiguredIn(Environment settings) {
        return settings.getProperty("holdfast.database.external", Boolean.class, false)
            || !url(settings).isBlank();
    }

    private static String url(Environment settings) {
        return settings.getProperty("holdfast.database.url", String.class, "");
    }

    /**
     * The configured database, after every role has signed in once.
     *
     * @throws CannotStart naming what is missing, or the role that is not let in
     */
    static Address in(Environment settings, Secrets secrets) {
        if (url(settings).isBlank()) {
            throw new CannotStart("An external database needs HOLDFAST_DATABASE_URL, for example "
                + "jdbc:postgresql://db.example.org/holdfast; it is not set.");
        }
        refuseDemonstration(settings);
        Address address = new Address(url(settings));
        for (Login login : Login.values()) {
            signIn(address, login, secrets);
        }
        return address;
    }

    private static void refuseDemonstration(Environment settings) {
        if (!"none".equals(settings.getProperty("holdfast.demo", String.class, "none"))) {
            throw new CannotStart("The demonstration is never loaded into an external database. "
                + "Start with --empty, or without --database.");
        }
    }

    private static void signIn(Address address, Login login, Secrets secrets) {
        try (Connection connection = address.connect(login, secrets)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart("Holdfast needs PostgreSQL " + OLDEST + " or later; this one is " + version + ".");
            }
        } catch (SQLException e) {
            throw new CannotStart("The role " + login.role() + " cannot sign in to the database: "
                + e.getMessage().strip() + " ops/prepare-database prints what it needs.", e);
        }
    }
}
