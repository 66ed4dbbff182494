package org.holdfast;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URL;

/** What the person who started the service reads once it is ready. */
@Singleton
final class Welcome {
    private final Environment settings;

    Welcome(Environment settings) {
        this.settings = settings;
    }

    void print(URL address) {
        System.out.println();
        System.out.println("Holdfast is ready: " + address + "/");
        System.out.println(howToSignIn());
        System.out.println("Stop it with Ctrl+C.");
    }

    private String howToSignIn() {
        return Demonstration.isWantedIn(settings)
            ? "Demonstration: open the address and choose whose eyes to look through. No password is needed."
            : "Open the address and sign in.";
    }
}
