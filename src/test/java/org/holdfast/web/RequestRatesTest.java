package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRatesTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RequestRates rates = new RequestRates(20, nanos::get);

    @Test
    void anAccountMakesSoManyRequestsInAMinuteAndNoMore() {
        assertEquals(20, IntStream.range(0, 50).filter(i -> rates.admitsAccount("amina")).count());
        assertTrue(rates.admitsAccount("ben"));
    }

    @Test
    void theNextMinuteBeginsAnew() {
        IntStream.range(0, 50).forEach(i -> rates.admitsAccount("amina"));
        nanos.addAndGet(59_000_000_000L);
        assertFalse(rates.admitsAccount("amina"));
        nanos.addAndGet(2_000_000_000L);
        assertTrue(rates.admitsAccount("amina"));
    }

    @Test
    void anAddressHasTenTimesAsManyAndSignedOutSendersATenth() {
        assertEquals(200, IntStream.range(0, 300).filter(i -> rates.admitsAddress("192.0.2.1")).count());
        assertEquals(2, IntStream.range(0, 300).filter(i -> rates.admitsSignedOut("192.0.2.1")).count());
    }

    @Test
    void noneMeansAsManyAsCome() {
        RequestRates free = new RequestRates(0, nanos::get);

        assertTrue(IntStream.range(0, 10_000).allMatch(i -> free.admitsAccount("amina") && free.admitsSignedOut("192.0.2.1")));
    }
}
