package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends the service whatever chance makes of its own routes, forms and ids, as everybody of the demonstration and as
 * nobody. Whatever it is, the answer is never a failure of ours. {@code -Dholdfast.seed} repeats a run as far as it came.
 */
class FuzzTest {
    private static final Duration TIME = Boolean.getBoolean("holdfast.long") ? Duration.ofMinutes(20) : Duration.ofSeconds(60);
    private static final int SIGN_IN_AGAIN_AFTER = 400;
    private static final String ACCEPTED = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final List<String> TABLES = List.of("person", "team", "centre", "session", "child_case", "contact", "prompt",
        "absence", "role_held", "supervision_line", "agenda_item", "session_action", "case_discussion", "browser_session", "intake");

    @RegisterExtension
    static final TestService service = TestService.started().with("holdfast.demo", "small");

    private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final FuzzedValues values = new FuzzedValues(chance);
    private final List<Routes.Route> routes = Routes.of(service);
    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<String>> fields = new TreeMap<>();
    private final List<String> cookies = new ArrayList<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final Set<String> failures = new LinkedHashSet<>();

    @Test
    void nothingThatIsSentMakesTheServiceFail() {
        System.out.println("Fuzzing for " + TIME.toSeconds() + " s with -Dholdfast.seed=" + seed);
        learnIds();
        signInAsEverybody();
        learnForms();
        long until = System.nanoTime() + TIME.toNanos();
        int sent = 0;
        while (System.nanoTime() < until && failures.size() < 20) {
            if (sent++ % SIGN_IN_AGAIN_AFTER == 0) {
                signInAsEverybody();
            }
            send(routes.get(chance.nextInt(routes.size())));
        }
        System.out.println("Fuzzed with " + sent + " requests; answers " + answers);
        assertEquals(Set.of(), failures, "-Dholdfast.seed=" + seed);
        assertTrue(sent > TIME.toSeconds() * 2, "only " + sent + " requests");
        assertTrue(answers.containsKey(200) && answers.containsKey(303) && answers.containsKey(404) && answers.containsKey(422), answers.toString());
        assertEquals(200, service.browser().get("/sign-in").status());
    }

    private void learnIds() {
        for (String table : TABLES) {
            if (service.asOwner().one(Boolean.class, "select to_regclass(?) is not null and exists (select from information_schema.columns where table_name = ? and column_name = 'id')", table, table)) {
                ids.addAll(service.asOwner().column(String.class, "select id::text from " + table + " order by id limit 12"));
            }
        }
        assertTrue(ids.size() > 50, "only " + ids.size() + " ids");
    }

    private void signInAsEverybody() {
        cookies.clear();
        cookies.add("");
        for (String person : service.asOwner().column(String.class, "select person_id::text from demonstration_person order by position")) {
            Browser browser = service.browser();
            browser.post("/sign-in/demonstration", "person", person);
            cookies.add(browser.cookie("holdfast"));
        }
    }

    /** The names that fields have on real pages, by the address they are sent to, with what stands in them. */
    private void learnForms() {
        for (String cookie : cookies) {
            Browser browser = service.browser().header("Cookie", "holdfast=" + cookie);
            for (Routes.Route route : routes) {
                if (route.method().equals("GET")) {
                    learnForms(browser.get(route.with(ids.get(chance.nextInt(ids.size())))));
                }
            }
        }
    }

    private void learnForms(Page page) {
        if (!page.header("Content-Type").startsWith("text/html")) {
            return;
        }
        page.document().select("form [name]").forEach(field -> {
            List<String> known = fields.computeIfAbsent(field.attr("name"), name -> new ArrayList<>());
            if (known.size() < 20) {
                known.add(field.val());
            }
        });
    }

    private void send(Routes.Route route) {
        String method = chance.nextInt(5) > 0 ? route.method() : values.method();
        String path = route.with(chance.nextInt(4) > 0 ? ids.get(chance.nextInt(ids.size())) : values.inAPath());
        String contentType = values.contentType(route.changesSomething());
        byte[] body = method.equals("GET") && chance.nextInt(10) > 0 ? new byte[0] : values.body(contentType, fields, ids);
        String head = head(method, path, contentType, body);
        RawHttp.Answer answer = answered(head, body);
        answers.merge(answer.status(), 1, Integer::sum);
        judge(route, head, body, answer);
    }

    private RawHttp.Answer answered(String head, byte[] body) {
        try {
            return RawHttp.send(service.address(), head.getBytes(StandardCharsets.ISO_8859_1), body);
        } catch (AssertionError noAnswer) {
            return new RawHttp.Answer(599, noAnswer.getMessage());
        }
    }

    private String head(String method, String path, String contentType, byte[] body) {
        String cookie = cookies.get(chance.nextInt(cookies.size()));
        StringBuilder head = new StringBuilder(method).append(' ').append(path).append(values.query(fields)).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(service.address().getAuthority()).append("\r\nConnection: close\r\n");
        if (chance.nextInt(20) > 0) {
            head.append("Origin: ").append(service.address()).append("\r\nSec-Fetch-Site: same-origin\r\n");
        }
        head.append("Accept: ").append(chance.nextInt(3) > 0 ? ACCEPTED : values.accept()).append("\r\n");
        head.append("Cookie: ").append(chance.nextInt(20) > 0 ? "holdfast=" + cookie : values.inAHeader()).append("\r\n");
        if (!contentType.isEmpty()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append(values.header()).append("\r\n").toString();
    }

    private void judge(Routes.Route route, String head, byte[] body, RawHttp.Answer answer) {
        boolean failed = answer.status() >= 500;
        boolean tells = answer.text().contains("\tat org.") || answer.text().contains("org.postgresql") || answer.text().contains("io.micronaut");
        boolean unprotected = answer.header("content-security-policy").isEmpty() && !answer.body().isEmpty();
        if (failed || tells || unprotected) {
            failures.add(route + (failed ? " answers " + answer.status() : tells ? " tells of its inside" : " answers " + answer.status() + " without its headers")
                + ":\n" + shortened(answer.text()) + "\nto\n" + shortened(head) + shortened(new String(body, StandardCharsets.UTF_8)) + "\n");
        }
    }

    private static String shortened(String text) {
        return text.length() < 800 ? text : text.substring(0, 800) + "… (" + text.length() + ")";
    }
}
