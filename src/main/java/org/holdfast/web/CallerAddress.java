package org.holdfast.web;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a request comes from, for counting only. Behind a proxy on this machine it is the last address that the proxy
 * wrote down; whatever a caller claims before that counts for nothing.
 */
public final class CallerAddress {
    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    /** An IPv4 address, or the network an IPv6 address lies in, because each household has a whole one. */
    public static String of(HttpRequest<?> request) {
        InetAddress direct = request.getRemoteAddress().getAddress();
        String forwarded = request.getHeaders().get("X-Forwarded-For");
        return direct.isLoopbackAddress() && forwarded != null ? forwarded(forwarded, direct) : network(direct);
    }

    private static String forwarded(String forwarded, InetAddress direct) {
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        try {
            // letters would be looked up as a name
            return last.matches("[0-9a-fA-F:.]{2,45}") && last.matches(".*[:.].*") ? network(InetAddress.getByName(last)) : network(direct);
        } catch (UnknownHostException noAddress) {
            return network(direct);
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
