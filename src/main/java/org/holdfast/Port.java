package org.holdfast;

import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.holdfast.database.CannotStart;

/** Where the service listens. Tried before anything else, so that a port in use costs nobody a wait. */
final class Port {
    private static final int FEW = 1;

    private Port() {}

    /** A port of 0 or below means any that is free. */
    static void refuseIfTaken(Environment settings) {
        String host = settings.getRequiredProperty("micronaut.server.host", String.class);
        int port = settings.getRequiredProperty("micronaut.server.port", int.class);
        if (port <= 0) {
            return;
        }
        try (ServerSocket tried = new ServerSocket(port, FEW, InetAddress.getByName(host))) {
            tried.setReuseAddress(true);
        } catch (IOException e) {
            throw new CannotStart("Holdfast cannot listen on " + host + ", port " + port + ": " + e.getMessage()
                + ". Choose another port with --port.", e);
        }
    }
}
