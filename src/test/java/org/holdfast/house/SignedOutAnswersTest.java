package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.access.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever is signed out learns nothing about what there is. */
class SignedOutAnswersTest {
    private static final List<String> TABLES = List.of("person", "team", "centre", "session", "child_case", "contact", "prompt", "absence",
        "role_held", "supervision_line", "agenda_item");

    @RegisterExtension
    static final TestService service = TestService.started().with("holdfast.demo", "small");

    @Test
    void areTheSameWhetherSomethingExistsOrNot() {
        List<String> existing = existing();
        String nothing = UUID.randomUUID().toString();
        TreeSet<String> different = new TreeSet<>();
        for (Routes.Route route : Routes.of(service)) {
            if (!route.hasVariable() || route.path().contains("{token}")) {
                continue;
            }
            String without = answer(route, nothing);
            existing.stream().filter(id -> !answer(route, id).equals(without)).forEach(id -> different.add(route + " tells of " + id));
        }
        assertEquals(new TreeSet<>(), different);
    }

    @Test
    void comeBeforeAnythingIsReadOfWhatWasSent() {
        TreeSet<String> talkative = new TreeSet<>();
        for (Routes.Route route : Routes.of(service)) {
            if (route.changesSomething() && !route.who().contains(Who.ANYBODY)) {
                Page page = service.browser().send(route.method(), route.with(UUID.randomUUID().toString()), "application/x-www-form-urlencoded", "reason=x".getBytes());
                if (page.status() != 401 && page.status() != 415) {
                    talkative.add(route + " " + page.status());
                }
            }
        }
        assertEquals(new TreeSet<>(), talkative);
    }

    private static List<String> existing() {
        List<String> existing = new ArrayList<>();
        for (String table : TABLES) {
            existing.addAll(service.asOwner().column(String.class, "select id::text from " + table + " order by id limit 1"));
        }
        assertTrue(existing.size() >= 8, existing.toString());
        return existing;
    }

    private static String answer(Routes.Route route, String id) {
        Browser nobody = service.browser();
        Page page = route.changesSomething()
            ? nobody.send(route.method(), route.with(id), "application/x-www-form-urlencoded", route.takesABody() ? "a=b".getBytes() : new byte[0])
            : nobody.get(route.with(id));
        return (page.status() + " " + page.header("Location") + " " + page.text()).replace(id, "ID");
    }
}
