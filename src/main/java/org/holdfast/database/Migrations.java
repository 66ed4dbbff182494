package org.holdfast.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date, as the owner, before any pool is opened. */
public final class Migrations {
    private final Address address;
    private final Secrets secrets;

    public Migrations(Address address, Secrets secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    /**
     * Runs what is new in {@code migrations/}.
     *
     * @throws CannotStart with what PostgreSQL said, where a migration fails; that migration has then left nothing
     */
    public void run() {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            throw new CannotStart("The database could not be brought up to date, and was left as it was before the "
                + "migration that failed. " + e.getMessage().strip(), e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
            .dataSource(address.jdbc(), Login.OWNER.role(), secrets.password(Login.OWNER))
            .locations("classpath:db/migration")
            .failOnMissingLocations(false)
            .validateMigrationNaming(true)
            // several people add migrations at once, each under numbers of their own
            .outOfOrder(true)
            // the functions in it use $ for themselves
            .placeholderReplacement(false)
            .cleanDisabled(true)
            .loggers("slf4j")
            .load();
    }
}
