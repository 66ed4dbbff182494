package org.holdfast;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URL;
import org.holdfast.accounts.Invitations;

/** What the person who started the service reads once it is ready. */
@Singleton
final class Welcome {
    private final Environment settings;
    private final Invitations invitations;

    Welcome(Environment settings, Invitations invitations) {
        this.settings = settings;
        this.invitations = invitations;
    }

    void print(URL address) {
        System.out.println();
        System.out.println("Holdfast is ready: " + address + "/");
        System.out.println(howToSignIn(address));
        System.out.println("Stop it with Ctrl+C.");
    }

    private String howToSignIn(URL address) {
        if (Demonstration.isWantedIn(settings)) {
            return "Demonstration: open the address and choose whose eyes to look through. No password is needed.";
        }
        return invitations.forFirstAdministrator()
            .map(path -> "Nobody can sign in yet. This link makes the first administrator, once, within a day:\n"
                + address + path)
            .orElse("Open the address and sign in.");
    }
}
