package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every route of the service, walked. */
class RoutesTest {
    private static final Pattern ID = Pattern.compile("\\{[^}]*}");

    @RegisterExtension static final TestService service = TestService.started();

    @Test
    void everyRouteSaysWhoMayUseIt() {
        List<String> silent = new ArrayList<>();
        for (UriRouteInfo<?, ?> route : routes()) {
            if (!(route instanceof MethodBasedRouteInfo<?, ?> method && method.getTargetMethod().hasAnnotation(WhoMay.class))) {
                silent.add(name(route));
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    @DisplayName("somebody who has not signed in gets the sign-in page, 401 or 404 from every route that is not for everybody")
    void strangersComeNowhere() {
        TreeSet<String> open = new TreeSet<>();
        for (UriRouteInfo<?, ?> route : routes()) {
            Page page = visit(route, service.browser());
            boolean forAnybody = List.of(who(route)).contains(Who.ANYBODY);
            boolean refused = page.status() == 401 || page.status() == 404 || page.status() == 400 || page.status() == 415 || page.status() == 422
                || page.isRedirect() && page.location().startsWith("/sign-in");
            if (!forAnybody && !refused) {
                open.add(name(route) + " " + page.status());
            }
            assertFalse(page.status() >= 500, name(route) + " answers " + page.status());
        }
        assertEquals(new TreeSet<>(), open);
    }

    @Test
    void addressesAreNounsInKebabCase() {
        for (UriRouteInfo<?, ?> route : routes()) {
            String path = ID.matcher(path(route)).replaceAll("x");
            assertTrue(path.matches("(/[a-z0-9.-]+)*/?"), path);
        }
    }

    private static Page visit(UriRouteInfo<?, ?> route, Browser browser) {
        String path = ID.matcher(path(route)).replaceAll("01900000-0000-7000-8000-00000000000a");
        return route.getHttpMethod() == HttpMethod.GET
            ? browser.get(path)
            : browser.send(route.getHttpMethodName(), path, "application/x-www-form-urlencoded", new byte[0]);
    }

    private static Who[] who(UriRouteInfo<?, ?> route) {
        return ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().enumValues(WhoMay.class, Who.class);
    }

    /** All but the health page, which is there for whoever watches the service, and HEAD, which follows GET. */
    private static List<UriRouteInfo<?, ?>> routes() {
        return service.bean(Router.class).uriRoutes()
            .filter(route -> !path(route).equals("/health") && route.getHttpMethod() != HttpMethod.HEAD)
            .<UriRouteInfo<?, ?>>map(route -> route)
            .toList();
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + path(route);
    }
}
