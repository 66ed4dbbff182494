package org.holdfast.house;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock of a service under test. It stands still until a test moves it. */
@Singleton
@Replaces(Clock.class)
public final class TestClock extends Clock {
    /** Saturday 21 November 2026, half past ten in the morning in England. */
    public static final Instant START = Instant.parse("2026-11-21T10:30:00Z");

    private volatile Instant now;

    @Inject
    TestClock(@Value("${holdfast.test.now:`2026-11-21T10:30:00Z`}") Instant now) {
        this.now = now;
    }

    /** A clock that needs no service, for rules. */
    public static TestClock at(Instant now) {
        return new TestClock(now);
    }

    /** Moves it. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    /** Half past ten in the morning, in England, of that day. */
    public void setDay(LocalDate day) {
        now = day.atTime(10, 30).atZone(ZoneId.of("Europe/London")).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
