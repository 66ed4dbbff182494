package org.holdfast;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.holdfast.database.CannotStart;
import org.holdfast.database.Database;
import org.holdfast.database.Login;
import org.holdfast.sealing.KeysAtHand;
import org.slf4j.LoggerFactory;

/**
 * Starts the service: the database first, then the application on it, then the web server. Stops them in the opposite
 * order, so that nothing writes to a database that is already gone.
 */
public final class Holdfast {
    private final ApplicationContext application;
    private Database database;
    private boolean stopping;

    private Holdfast(String... args) {
        this.application = ApplicationContext.builder(Holdfast.class)
            .args(args)
            .deduceEnvironment(false)
            .banner(false)
            .build();
    }

    public static void main(String[] args) {
        try {
            new Holdfast(args).run();
        } catch (RuntimeException failed) {
            say(failed);
            System.exit(1);
        }
    }

    /** A setting is looked at by whoever needs it, so the reason may lie behind what the framework says about that. */
    private static void say(RuntimeException failed) {
        Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
            .filter(CannotStart.class::isInstance).findFirst()
            .ifPresentOrElse(
                reason -> System.err.println(reason.getMessage()),
                () -> LoggerFactory.getLogger(Holdfast.class).error("Holdfast could not start", failed));
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        application.getEnvironment().start();
        Demonstration.refuseIfOthersCouldReachIt(application.getEnvironment());
        Port.refuseIfTaken(application.getEnvironment());
        openDatabase();
        startApplication();
    }

    /** A stop asked for meanwhile waits until there is something to stop. */
    private synchronized void openDatabase() {
        if (!stopping) {
            database = Database.open(application.getEnvironment());
            refuseWithoutTheKeys();
            database.serve(application);
        }
    }

    private void refuseWithoutTheKeys() {
        try (Connection connection = database.connect(Login.JOBS)) {
            KeysAtHand.check(connection, database.secrets().keyEncryptionKeys());
        } catch (SQLException e) {
            throw new CannotStart("The database does not answer: " + e.getMessage().strip(), e);
        }
    }

    private void startApplication() {
        if (stopping) {
            return;
        }
        application.start();
        EmbeddedServer server = application.getBean(EmbeddedServer.class);
        server.start();
        application.getBean(Welcome.class).print(server.getURL());
    }

    private synchronized void stop() {
        stopping = true;
        application.stop();
        if (database != null) {
            database.close();
        }
    }
}
