package org.holdfast.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The database of a service that is running, for commands beside it such as {@code ops/token}. */
public final class RunningDatabase {
    private final Address address;
    private final Secrets secrets;

    private RunningDatabase(Address address, Secrets secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    /**
     * The database of the service that runs on that data folder.
     *
     * @throws CannotStart where none does
     */
    public static RunningDatabase in(Path dataFolder) {
        return new RunningDatabase(RunFile.read(dataFolder), Secrets.readFrom(DataFolder.secretsIn(dataFolder)));
    }

    /**
     * The external database that {@code HOLDFAST_DATABASE_URL} names, with the secrets of the environment.
     *
     * @throws CannotStart naming what is missing
     */
    public static RunningDatabase external() {
        String url = System.getenv("HOLDFAST_DATABASE_URL");
        if (url == null || url.isBlank()) {
            throw new CannotStart("HOLDFAST_DATABASE_URL is not set.");
        }
        return new RunningDatabase(new Address(url), Secrets.givenBy(System::getenv));
    }

    public Secrets secrets() {
        return secrets;
    }

    /**
     * Signs in as one of the service's roles. The caller closes the connection.
     *
     * @throws CannotStart where the database does not answer, because the service was killed and left its trace
     */
    public Connection connect(Login login) {
        try {
            return address.connect(login, secrets);
        } catch (SQLException e) {
            throw new CannotStart("The database does not answer: " + e.getMessage().strip()
                + " If Holdfast is not running, start it first.", e);
        }
    }
}
