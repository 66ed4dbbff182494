package org.holdfast.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/**
 * Nothing is changed by what another site made a browser send. Browsers say where a request comes from
 * ({@code Sec-Fetch-Site}, else {@code Origin}), which is compared with the service's public origin. Calls with a token
 * and without a cookie carry nothing a browser would add by itself and pass.
 *
 * <p>Without a public origin only addresses of this machine are taken, so that no foreign name that points here passes
 * as our own.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossOrigin implements Ordered {
    private static final Set<HttpMethod> CHANGING_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Refusals refusals;
    private final String publicOrigin;

    CrossOrigin(Refusals refusals, @Value("${holdfast.public-origin:}") String publicOrigin) {
        this.refusals = refusals;
        this.publicOrigin = publicOrigin.replaceFirst("/$", "");
    }

    /** Before anybody asks who is looking. */
    @Override
    public int getOrder() {
        return SecurityHeaders.ORDER + 30;
    }

    @RequestFilter
    @Nullable HttpResponse<?> refuse(HttpRequest<?> request) {
        boolean passes = CHANGING_NOTHING.contains(request.getMethod()) || carriesNoCookie(request) || isFromHere(request);
        return passes ? null : refusals.answer(request, Refusal.FROM_ELSEWHERE, null);
    }

    private static boolean carriesNoCookie(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        boolean fromASystem = authorization != null && authorization.startsWith("Bearer ") || request.getPath().startsWith("/api/");
        return fromASystem && !request.getHeaders().contains(HttpHeaders.COOKIE);
    }

    private boolean isFromHere(HttpRequest<?> request) {
        String own = publicOrigin.isEmpty() ? originOnThisMachine(request) : publicOrigin;
        if (own == null) {
            return false;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return site == null ? own.equalsIgnoreCase(request.getHeaders().get(HttpHeaders.ORIGIN)) : FROM_HERE.contains(site);
    }

    private static @Nullable String originOnThisMachine(HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        boolean onThisMachine = host != null && THIS_MACHINE.contains(host.replaceFirst(":\\d+$", ""));
        return onThisMachine ? (request.isSecure() ? "https://" : "http://") + host : null;
    }
}
