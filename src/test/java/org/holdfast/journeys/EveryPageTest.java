package org.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody of the demonstration follows the links they see, from home on, at a desk and on a phone: whatever opens is
 * there, accessible with every part of it unfolded, and asks nobody else for anything.
 */
class EveryPageTest {
    private static final boolean LONG = Boolean.getBoolean("holdfast.long");
    /** How many pages of one kind, such as {@code /cases/{id}}, a person opens. */
    private static final int OF_EACH_KIND = LONG ? 3 : 1;
    private static final List<String> ONE_OF_EACH = List.of("Nigel Barraclough", "Josephine Achebe", "Maryam Siddiqui", "Callum Reid");
    private static final Set<String> ASKED_ON_A_PHONE = new HashSet<>();
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @RegisterExtension static final TestService service = TestService.started().with("holdfast.demo", "small");

    /** An administrator, a service centre manager, a team manager and a practitioner, or everybody there is. */
    static Stream<String> people() {
        List<String> everybody = service.browser().get("/sign-in").texts(".hf-person__name");
        assertTrue(everybody.containsAll(ONE_OF_EACH), everybody.toString());
        return LONG ? everybody.stream() : ONE_OF_EACH.stream();
    }

    @ParameterizedTest
    @MethodSource("people")
    void everyPageSomebodyComesToIsWholeAndAccessible(String person) {
        try (Tab desk = signedIn(person, 1280); Tab phone = signedIn(person, 360)) {
            Queue<String> ahead = new ArrayDeque<>(List.of("/"));
            Map<String, Integer> opened = new HashMap<>();
            Set<String> known = new HashSet<>(ahead);
            while (!ahead.isEmpty()) {
                String path = ahead.remove();
                if (opened.merge(kind(path), 1, Integer::sum) > OF_EACH_KIND) {
                    continue;
                }
                if (isPage(desk, path)) {
                    open(phone, path, person + " 360");
                    open(desk, path, person + " 1280");
                    links(desk.page()).stream().filter(known::add).forEach(ahead::add);
                }
            }
            assertTrue(opened.size() > 4, opened.toString());
        }
    }

    private static Tab signedIn(String person, int width) {
        Tab tab = Chromium.tab(service.address().toString()).width(width).open();
        tab.at("/sign-in").accessible();
        tab.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look around as " + person).setExact(true)).click();
        assertEquals(service.address() + "/", tab.page().url());
        return tab;
    }

    /** A path without what makes it one of many: ids, and the values of a query. */
    private static String kind(String path) {
        return path.replaceAll(ID, "{id}").replaceAll("/[0-9]+", "/{number}").replaceAll("=[^&]*", "");
    }

    /** Whether it is a page to look at; a file is only fetched. */
    private static boolean isPage(Tab tab, String path) {
        if (path.matches(".*/pdf(\\?.*)?")) {
            assertEquals(200, tab.page().request().get(service.address() + path).status(), path);
            return false;
        }
        return true;
    }

    /**
     * Unfolds whatever can be unfolded, because what is hidden is neither checked nor as wide as it gets. In the short run a
     * phone's page is asked whether it is accessible for one person, and for the others whether it fits.
     */
    private static void open(Tab tab, String path, String mark) {
        tab.at(path);
        if (LONG) {
            tab.picture("every" + (kind(path) + " " + path.hashCode() % 1000 + " " + mark).replaceAll("[^a-z0-9A-Z]+", "-"));
        }
        tab.page().evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        if (LONG || mark.endsWith("1280") || ASKED_ON_A_PHONE.add(kind(path))) {
            tab.accessible();
        } else {
            tab.fits();
        }
    }

    /** Where the links of a page lead inside the service. */
    private static List<String> links(Page page) {
        List<String> paths = new ArrayList<>();
        for (Object href : (List<?>) page.evaluate("[...document.links].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)")) {
            paths.add((String) href);
        }
        return paths;
    }
}
