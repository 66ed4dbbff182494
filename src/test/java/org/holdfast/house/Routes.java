package org.holdfast.house;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Body;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;

/** Every route of a running service, for tests that walk them all; without the health page, and without HEAD, which follows GET. */
final class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private Routes() {}

    /**
     * @param path as declared, such as {@code /sessions/{id}}
     * @param who  who may use it
     */
    record Route(String method, String path, Set<Who> who, ExecutableMethod<?, ?> target) {
        boolean hasVariable() {
            return path.contains("{");
        }

        /** The path with that in the place of each variable. */
        String with(String value) {
            return VARIABLE.matcher(path).replaceAll(Matcher.quoteReplacement(value));
        }

        boolean takesABody() {
            return Arrays.stream(target.getArguments()).anyMatch(argument -> argument.isAnnotationPresent(Body.class));
        }

        boolean changesSomething() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> of(TestService service) {
        return service.bean(Router.class).uriRoutes()
            .filter(route -> route.getHttpMethod() != HttpMethod.HEAD && !path(route).equals("/health"))
            .map(Routes::route)
            .sorted(Comparator.comparing(Route::toString))
            .toList();
    }

    private static Route route(UriRouteInfo<?, ?> route) {
        ExecutableMethod<?, ?> target = ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getExecutableMethod();
        return new Route(route.getHttpMethodName(), path(route), Set.of(target.enumValues(WhoMay.class, Who.class)), target);
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }
}
