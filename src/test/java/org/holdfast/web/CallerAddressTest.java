package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.7 | 198.51.100.1 | 192.0.2.7",
        "127.0.0.1 | 198.51.100.1 | 198.51.100.1",
        "127.0.0.1 | 203.0.113.9, 198.51.100.1 | 198.51.100.1",
        "127.0.0.1 | nonsense.example | 127.0.0.1",
        "127.0.0.1 | 999.1.1.1 | 127.0.0.1",
        "127.0.0.1 | '' | 127.0.0.1",
        "127.0.0.1 | 2001:db8:1:2:3:4:5:6 | 20010db800010002",
        "2001:db8:1:2:ffff:4:5:6 | 198.51.100.1 | 20010db800010002"})
    void whoeverStandsBehindTheProxyIsCountedAndNobodyElsesClaim(String direct, String forwarded, String counted) throws UnknownHostException {
        assertEquals(counted, CallerAddress.of(from(direct).header("X-Forwarded-For", forwarded)));
    }

    @Test
    void withoutAProxyTheAddressItselfCounts() throws UnknownHostException {
        assertEquals("127.0.0.1", CallerAddress.of(from("127.0.0.1").request));
    }

    private record Asked(HttpRequest<?> request, io.micronaut.http.MutableHttpRequest<?> changing) {
        HttpRequest<?> header(String name, String value) {
            changing.header(name, value);
            return request;
        }
    }

    private static Asked from(String address) throws UnknownHostException {
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getByName(address), 4711);
        io.micronaut.http.MutableHttpRequest<?> asked = HttpRequest.GET("/");
        return new Asked(new HttpRequestWrapper<>((HttpRequest<Object>) (HttpRequest<?>) asked) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return remote;
            }
        }, asked);
    }
}
