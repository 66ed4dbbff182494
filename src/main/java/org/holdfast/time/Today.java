package org.holdfast.time;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The day the service works on: calendar days in Europe/London.
 *
 * <p>Usually the machine's day. {@code ops/run --as-of} moves it to another day with the time of day running on;
 * rules, pages, intake and the demonstration follow it, while browser sessions, tokens and audit instants use
 * the machine's {@link Clock}.
 */
@Singleton
public final class Today {
    /** Days are counted, and times are written, as people in England and Wales live them. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock clock;

    /** @param asOf the day the service pretends to have started on, or null for the machine's own day */
    @Inject
    public Today(Clock machine, @Nullable @Value("${holdfast.as-of:}") LocalDate asOf) {
        this.clock = asOf == null ? machine : Clock.offset(machine, between(machine, asOf));
    }

    private static Duration between(Clock machine, LocalDate asOf) {
        ZonedDateTime now = machine.instant().atZone(LONDON);
        return Duration.between(now, now.with(asOf));
    }

    /** Today's date in Europe/London. */
    public LocalDate date() {
        return now().toLocalDate();
    }

    /** The present moment, in Europe/London. */
    public ZonedDateTime now() {
        return clock.instant().atZone(LONDON);
    }
}
