package org.holdfast;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Holdfast {
    private Holdfast() {}

    public static void main(String[] args) {
        Micronaut.run(Holdfast.class, args);
    }
}
