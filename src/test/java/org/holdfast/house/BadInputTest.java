package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route with ids that lead nowhere, and every form somebody comes to with what nobody should send. */
class BadInputTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final String SEARCH = "/own-words";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    /** The number of an upload is chosen by the page that sends it; one that is not known has read no row yet. */
    private static final String PROGRESS = "/intake/uploads/{upload}";
    private static final int PAGES_OF_EACH_KIND = 5;
    private static final int MOST_AT_ONCE = 4_000_000;

    @RegisterExtension static final TestService service = TestService.started().with("holdfast.demo", "small");

    @ParameterizedTest
    @ValueSource(strings = {"Nigel Barraclough", "Josephine Achebe", "Maryam Siddiqui", "Callum Reid"})
    void anIdThatLeadsNowhereIsNotFoundWhateverTheRoute(String person) {
        Browser browser = signedIn(person);
        TreeSet<String> found = new TreeSet<>();
        for (UriRouteInfo<?, ?> route : routesWithIds()) {
            for (String id : List.of("not-an-id", "1", "01900000-0000-7000-8000-00000000000a'--", UUID.randomUUID().toString())) {
                String path = path(route);
                int status = visit(browser, route, PLACEHOLDER.matcher(path).replaceAll(id.replace("'", "%27"))).status();
                boolean isUpload = path.equals(PROGRESS) && status == 200 && id.matches(ID);
                if (status != 404 && !isUpload) {
                    found.add(route.getHttpMethodName() + " " + path + " with " + id + ": " + status);
                }
            }
        }
        assertEquals(new TreeSet<>(), found);
    }

    private static List<UriRouteInfo<?, ?>> routesWithIds() {
        return service.bean(Router.class).uriRoutes()
            .filter(route -> path(route).contains("{") && route.getHttpMethod() != HttpMethod.HEAD)
            .<UriRouteInfo<?, ?>>map(route -> route)
            .toList();
    }

    private static Page visit(Browser browser, UriRouteInfo<?, ?> route, String path) {
        return switch (route.getHttpMethod()) {
            case GET -> browser.get(path);
            case PUT -> browser.send("PUT", path, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            default -> browser.send(route.getHttpMethodName(), path, "application/x-www-form-urlencoded", "once=".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    /** What stands in every text field of a form; with nothing in them nothing is chosen either. */
    private enum Typed {
        NOTHING(""),
        TOO_MUCH("kelp ".repeat(50_001)),
        HIDDEN_CHARACTERS("turned \u202e round"),
        MARKUP("\"'></textarea><script>alert('here')</script><b onclick=alert(1)>&lt; %s ${x} {{y}}; drop table person; --");

        private final String text;

        Typed(String text) {
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormTakesItOrComesBackAsTypedWithLinksToItsFields(Typed typed) {
        Set<String> known = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (String person : List.of("Nigel Barraclough", "Josephine Achebe", "Maryam Siddiqui", "Callum Reid")) {
            Browser browser = signedIn(person);
            for (Page page : pages(browser)) {
                for (Element form : page.document().select("main form[method=post]:not([enctype])")) {
                    if (!texts(form).isEmpty() && known.add(kind(form.attr("action")) + texts(form).keySet().stream().map(BadInputTest::kind).toList())) {
                        wrong.addAll(answered(browser, page, form, typed));
                    }
                }
            }
        }
        assertTrue(known.size() > 15, known.toString());
        assertEquals(List.of(), wrong);
    }

    /** Pages somebody comes to by following links, a few of each kind. */
    private static List<Page> pages(Browser browser) {
        List<Page> pages = new ArrayList<>();
        Map<String, Integer> opened = new HashMap<>();
        Queue<String> ahead = new ArrayDeque<>(List.of("/"));
        Set<String> known = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (path.contains("/pdf") || opened.merge(kind(path), 1, Integer::sum) > PAGES_OF_EACH_KIND) {
                continue;
            }
            Page page = browser.open(path);
            assertEquals(200, page.status(), path);
            pages.add(page);
            page.document().select("a[href^=/]").eachAttr("href").stream().map(href -> href.replaceAll("#.*", "")).filter(known::add).forEach(ahead::add);
        }
        return pages;
    }

    private static String kind(String path) {
        return path.replaceAll(ID, "{id}").replaceAll("/[0-9]+", "/{number}").replaceAll("=[^&]*", "");
    }

    /** The fields people write in, by name. */
    private static Map<String, Element> texts(Element form) {
        Map<String, Element> texts = new LinkedHashMap<>();
        form.select("textarea, input[type=text]:not([readonly])").forEach(field -> texts.put(field.attr("name"), field));
        return texts;
    }

    private static List<String> answered(Browser browser, Page page, Element form, Typed typed) {
        List<String> fields = new ArrayList<>();
        form.select("input[type=hidden], textarea, input[type=text]" + (typed == Typed.NOTHING ? "" : ", select")).forEach(field -> {
            fields.add(field.attr("name"));
            fields.add(field.is("textarea, input[type=text]") ? typed.text : field.val());
        });
        String where = kind(form.attr("action")) + " on " + kind(page.path()) + ": ";
        Page answer = browser.post(form.attr("action"), fields.toArray(String[]::new));
        return switch (answer.status()) {
            // a search takes whatever one looks for and says on the same page that nothing holds it
            case 200 -> SEARCH.equals(form.attr("action")) && !holdsMarkup(answer) ? List.of() : List.of(where + 200);
            case 303, 409 -> holdsMarkup(answer.isRedirect() ? browser.get(answer.location()) : answer) ? List.of(where + "markup came through") : List.of();
            // a whole record of overlong fields is more than one request may bring, and refused as such
            case 413 -> fields.stream().mapToInt(String::length).sum() > MOST_AT_ONCE ? List.of() : List.of(where + "too much at once");
            case 422 -> objections(answer, texts(form).keySet(), typed).stream().map(objection -> where + objection).toList();
            default -> List.of(where + answer.status());
        };
    }

    private static List<String> objections(Page answer, Set<String> names, Typed typed) {
        List<String> objections = new ArrayList<>();
        Document document = answer.document();
        List<String> ways = document.select(".govuk-error-summary__list a").eachAttr("href");
        if (ways.isEmpty()) {
            objections.add("no summary of what to put right");
        }
        ways.stream().filter(way -> document.getElementById(way.substring(1)) == null).forEach(way -> objections.add(way + " leads nowhere"));
        for (String name : names) {
            boolean kept = document.select("[name=" + name + "]").stream().anyMatch(field -> field.val().strip().equals(typed.text.strip()));
            if (!kept) {
                objections.add(name + " is not as typed");
            }
        }
        if (holdsMarkup(answer)) {
            objections.add("markup came through");
        }
        return objections;
    }

    private static boolean holdsMarkup(Page page) {
        return !page.document().select("script:containsData(alert), [onclick]").isEmpty();
    }

    private static Browser signedIn(String person) {
        Browser browser = service.browser();
        Page page = browser.get("/sign-in");
        Element card = page.document().select(".hf-person").stream().filter(one -> one.selectFirst(".hf-person__name").text().equals(person)).findFirst().orElseThrow();
        assertEquals(303, browser.post("/sign-in/demonstration", "person", card.selectFirst("[name=person]").val(), "to", "/").status());
        return browser;
    }
}
