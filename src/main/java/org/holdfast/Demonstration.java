package org.holdfast;

import io.micronaut.context.env.Environment;
import java.util.Set;
import org.holdfast.database.CannotStart;

/** In the demonstration anybody signs in as anybody, so it stays on the machine it runs on. */
final class Demonstration {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "localhost");

    private Demonstration() {}

    static boolean isWantedIn(Environment settings) {
        return !"none".equals(settings.getProperty("holdfast.demo", String.class, "none"));
    }

    static void refuseIfOthersCouldReachIt(Environment settings) {
        String host = settings.getRequiredProperty("micronaut.server.host", String.class);
        if (isWantedIn(settings) && !THIS_MACHINE.contains(host)) {
            throw new CannotStart("The demonstration lets anybody sign in as anybody, so it answers on this machine only. "
                + "Leave --host out, or start with --empty.");
        }
    }
}
