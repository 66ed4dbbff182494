package org.holdfast.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How many requests one account or one address makes in a minute, counted by each node for itself: it is the node's work
 * that is spared. Tries to sign in are also counted in PostgreSQL, over all nodes ({@code accounts.SigningIn}).
 */
@Singleton
public final class RequestRates {
    private static final long MINUTE = 60_000_000_000L;
    /** Many people of one office come from one address. */
    private static final int ACCOUNTS_AT_ONE_ADDRESS = 10;
    /** Who is signed out has little to send: a name and a password now and then. */
    private static final int SENT_SIGNED_OUT = 10;

    /** What has been counted since that minute began. */
    private record Minute(long beganAt, ConcurrentHashMap<String, AtomicInteger> counts) {}

    private final int perAccount;
    private final LongSupplier nanos;
    private volatile Minute minute;

    /** @param perAccount how many requests a minute one account may make; 0 for as many as come */
    @Inject
    RequestRates(@Value("${holdfast.requests-a-minute:600}") int perAccount) {
        this(perAccount, System::nanoTime);
    }

    RequestRates(int perAccount, LongSupplier nanos) {
        this.perAccount = perAccount;
        this.nanos = nanos;
        this.minute = new Minute(nanos.getAsLong(), new ConcurrentHashMap<>());
    }

    /** One more request of that account; whether it is still within what one may make. */
    public boolean admitsAccount(String id) {
        return admits("account " + id, perAccount);
    }

    /** One more request from that address. */
    boolean admitsAddress(String address) {
        return admits("address " + address, perAccount * ACCOUNTS_AT_ONE_ADDRESS);
    }

    /** One more request from that address that would change something, sent by nobody who is signed in. */
    public boolean admitsSignedOut(String address) {
        return admits("signed out " + address, Math.max(1, perAccount / SENT_SIGNED_OUT));
    }

    private boolean admits(String key, int most) {
        if (perAccount == 0) {
            return true;
        }
        return present().counts().computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet() <= most;
    }

    private Minute present() {
        long now = nanos.getAsLong();
        Minute counted = minute;
        if (now - counted.beganAt() < MINUTE) {
            return counted;
        }
        Minute fresh = new Minute(now, new ConcurrentHashMap<>());
        minute = fresh;
        return fresh;
    }
}
