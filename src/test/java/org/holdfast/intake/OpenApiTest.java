package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiTest {
    @RegisterExtension static final TestService service = TestService.started();

    @Test
    void describesEveryRouteOfTheApiAndNoOther() {
        Set<String> routes = service.bean(Router.class).uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(route -> route.getHttpMethodName().toLowerCase() + " " + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains(" /api/v1/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(routes, described());
    }

    @Test
    void isThere() {
        Page page = service.browser().get("/api/openapi.yaml");

        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").startsWith("application/yaml"));
        assertTrue(page.text().startsWith("openapi: 3.1.0\n"));
    }

    @Test
    void namesTheKeysThatAnswersHave() throws IOException {
        CaseSystem system = CaseSystem.withScopes(service, "intake", "read");
        Page intake = system.apply(Extract.small());
        assertEquals(keys("IntakeOutcome"), json(intake).keySet());
        assertEquals(keys("IntakeCounts"), ((Map<?, ?>) ((Map<?, ?>) json(intake).get("tables")).get("ssd_missing")).keySet());
        Page cases = system.get("/api/v1/cases");
        assertEquals(keys("CaseList"), json(cases).keySet());
        assertEquals(keys("Case"), ((Map<?, ?>) ((java.util.List<?>) json(cases).get("items")).getFirst()).keySet());
        assertEquals(keys("Problem"), json(system.get("/api/v1/cases?page=x")).keySet());
    }

    private static Set<String> described() {
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : description().split("\n")) {
            if (line.matches("  /\\S+:")) {
                path = line.strip().replace(":", "");
            } else if (line.matches("    (get|post|put|delete|patch):")) {
                described.add(line.strip().replace(":", "") + " " + path);
            }
        }
        return described;
    }

    private static Set<String> keys(String schema) {
        return Pattern.compile("\n    " + schema + ":\n      type: object\n      required: \\[([^]]*)]").matcher(description())
                .results().map(found -> found.group(1)).findFirst()
                .map(names -> Arrays.stream(names.split(", ")).collect(Collectors.toSet())).orElseThrow();
    }

    private static String description() {
        return service.browser().get("/api/openapi.yaml").text();
    }

    private static Map<String, Object> json(Page page) throws IOException {
        return service.bean(ObjectMapper.class).readValue(page.text(), Argument.mapOf(String.class, Object.class));
    }
}
