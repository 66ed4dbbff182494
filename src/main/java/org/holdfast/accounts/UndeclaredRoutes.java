package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import org.holdfast.access.WhoMay;
import org.holdfast.web.Missing;

/** A route that does not say who may use it answers nobody. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class UndeclaredRoutes {
    private static final String HEALTH = "/health";

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        MethodBasedRouteMatch<?, ?> route = route(request);
        if (route != null && !route.hasAnnotation(WhoMay.class) && !request.getPath().equals(HEALTH)) {
            throw new Missing();
        }
    }

    private static @Nullable MethodBasedRouteMatch<?, ?> route(HttpRequest<?> request) {
        return request.getAttribute(HttpAttributes.ROUTE_MATCH)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(match -> (MethodBasedRouteMatch<?, ?>) match)
                .orElse(null);
    }
}
