package org.holdfast.time;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class MachineClock {
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
