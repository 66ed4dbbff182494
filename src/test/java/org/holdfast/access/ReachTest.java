package org.holdfast.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route as everybody, with every record in reach, out of reach and no longer in reach, against what the rooms say
 * (see {@link Reach}): first with both locks, then on a login that row-level security does not hold, so that the service
 * refuses alone. Nothing a request does stays ({@link TakingBack}).
 */
class ReachTest {
    private static final Path SUMMARY = Path.of("src/test/resources/golden-reach.txt");
    /** Leads to signing in, as refusing does, so that the two cannot be told apart here; the accounts' own tests do. */
    /** One's own way in and out: about nobody else's record, and most of it asks for one's password. {@code OwnAccountTest} tries them. */
    private static final Set<String> OWN_ACCOUNT = Set.of(
        "POST /account/sign-out-everywhere", "POST /account/password", "POST /account/recovery-codes", "POST /account/second-factor",
        "GET /account/second-factor/new", "POST /account/second-factor/new");
    /** An administrator too gets 404 where nothing is locked, set up or to be sent. {@code OwnAccountTest} and {@code MailTest} try them as outsiders. */
    private static final Set<String> NOTHING_TO_DO = Set.of(
        "POST /people/{id}/account/unlock", "POST /people/{id}/account/second-factor/end", "POST /people/{id}/invitation/mail");
    /** No extract is sent here, so these stop short of taking one in; the intake's own tests go on. */
    private static final Set<String> WITHOUT_AN_EXTRACT = Set.of("POST /intake", "POST /api/v1/intake", "POST /intake/{id}/application");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern NAMED = Pattern.compile("<([^>]*)>");
    private static final Pattern WORDS = Pattern.compile("kelp [a-z ]+ stays|YP-[0-9]{4}");

    @RegisterExtension static final TestService twoLocks = TestService.started().with("holdfast.test.takes-back", true);
    @RegisterExtension static final TestService serviceAlone =
        TestService.started().with("holdfast.test.takes-back", true).pastRowLevelSecurity();

    @Test
    void everyRouteThatIsNotForEverybodyIsTried() {
        Set<String> untried = twoLocks.bean(Router.class).uriRoutes()
            .filter(route -> route.getHttpMethod() != HttpMethod.HEAD && !path(route).equals("/health") && !isForAnybody(route))
            .map(route -> route.getHttpMethodName() + " " + path(route))
            .collect(Collectors.toCollection(TreeSet::new));
        untried.removeAll(OWN_ACCOUNT);
        untried.removeAll(NOTHING_TO_DO);
        untried.removeAll(Rooms.ways().map(Reach.Way::route).collect(Collectors.toSet()));
        assertEquals(Set.of(), untried);
    }

    private static boolean isForAnybody(UriRouteInfo<?, ?> route) {
        return route instanceof MethodBasedRouteInfo<?, ?> method
            && Arrays.asList(method.getTargetMethod().enumValues(WhoMay.class, Who.class)).contains(Who.ANYBODY);
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    @Test
    void bothLocksTogetherLetEverybodyReachWhatTheMatrixSaysAndNothingElse() throws Exception {
        Tried tried = tried(twoLocks);

        assertEquals(Set.of(), tried.wrong, String.join("\n", tried.wrong));
        assertEquals(Set.of(), tried.neverDone(), "Ways that nobody in reach could go to their end");
        compare(tried.summary());
    }

    @Test
    void withoutRowLevelSecurityTheServiceAloneRefusesTheSame() throws Exception {
        assertEquals(true, isPastRowLevelSecurity(serviceAlone));
        assertEquals(false, isPastRowLevelSecurity(twoLocks));

        Tried tried = tried(serviceAlone);

        assertEquals(Set.of(), tried.wrong, String.join("\n", tried.wrong));
    }

    @SuppressWarnings("unchecked")
    private static boolean isPastRowLevelSecurity(TestService service) {
        TransactionOperations<Connection> transactions = service.bean(TransactionOperations.class);
        return transactions.<Boolean>executeRead(status -> {
            try (Statement statement = status.getConnection().createStatement();
                 ResultSet role = statement.executeQuery("select rolbypassrls from pg_roles where rolname = current_user")) {
                return role.next() && role.getBoolean(1);
            }
        });
    }

    /** Each person's requests one after the other, several people at once. */
    private static Tried tried(TestService service) throws Exception {
        World world = new World(service.database());
        Tried tried = new Tried(world);
        List<Callable<Void>> everybody = new ArrayList<>();
        for (Someone someone : Someone.values()) {
            Browser browser = world.as(someone, service);
            everybody.add(() -> {
                Rooms.ways().forEach(way -> way.only().forEach(record -> tried.tryOut(way, record, someone, browser)));
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (var done : threads.invokeAll(everybody)) {
                done.get();
            }
        }
        return tried;
    }

    /** What came of it. */
    private static final class Tried {
        private final World world;
        private final Set<String> wrong = new ConcurrentSkipListSet<>();
        private final Map<String, Map<Someone, Integer>> reached = new ConcurrentSkipListMap<>();
        private final Set<String> done = new ConcurrentSkipListSet<>();
        private final Map<String, Reach.Words> owners = new LinkedHashMap<>();
        private final Map<String, String> records = new LinkedHashMap<>();

        Tried(World world) {
            this.world = world;
            Rooms.words().forEach(words -> words.grid().records().forEach(record -> {
                String shown = words.part().equals("reference") ? world.references().get(record) : World.words(words.part(), record);
                owners.put(shown, words);
                records.put(shown, record);
            }));
        }

        void tryOut(Reach.Way way, String record, Someone someone, Browser browser) {
            Page page = send(way, record, browser);
            boolean lets = someone.isSomebody() && way.grid().lets(someone, way.needs(), record);
            String what = someone + " " + way.route() + " " + record + ": " + page.status();
            if (lets ? !isAnswered(page) : !isRefused(page, someone)) {
                wrong.add(what + (lets ? ", though in reach" : ", though out of reach"));
            }
            if (lets && isAnswered(page)) {
                reached.computeIfAbsent(way.route(), route -> new ConcurrentSkipListMap<>()).merge(someone, 1, Integer::sum);
                if (page.status() < 400) {
                    done.add(way.route());
                }
            }
            overheard(page, someone).forEach(words -> wrong.add(what + " shows \"" + words + "\""));
        }

        private Page send(Reach.Way way, String record, Browser browser) {
            String path = filled(VARIABLE, way.path(), name -> name.equals("id") ? id(way.idOf(), record)
                : name.equals("number") ? "1" : id(name, record));
            if (way.method().equals("GET")) {
                return browser.get(path);
            }
            List<String> body = way.body().stream().map(text -> filled(NAMED, text, name -> name.equals("once")
                ? UUID.randomUUID().toString() : world.id(name.replace("$", record)).toString())).toList();
            boolean isJson = body.size() == 1;
            return browser.send(way.method(), path, isJson ? "application/json" : "application/x-www-form-urlencoded",
                (isJson ? body.getFirst() : form(body)).getBytes(StandardCharsets.UTF_8));
        }

        private String id(String of, String record) {
            return world.id(of + " " + record).toString();
        }

        private static String filled(Pattern pattern, String text, java.util.function.UnaryOperator<String> value) {
            return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
        }

        private static String form(List<String> fields) {
            StringJoiner form = new StringJoiner("&");
            for (int i = 0; i < fields.size(); i += 2) {
                form.add(fields.get(i) + "=" + URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
            }
            return form.toString();
        }

        private static boolean isAnswered(Page page) {
            return page.status() < 400 && !isSignIn(page) || page.status() == 409 || page.status() == 422;
        }

        /** Not there; for somebody who has not signed in, the way to sign in. */
        private static boolean isRefused(Page page, Someone someone) {
            return someone.isSomebody() ? page.status() == 404 : page.status() == 401 || isSignIn(page);
        }

        private static boolean isSignIn(Page page) {
            return page.isRedirect() && page.location().startsWith("/sign-in");
        }

        /** Words on the page that this person may not read. */
        private List<String> overheard(Page page, Someone someone) {
            return WORDS.matcher(page.text()).results().map(found -> found.group()).distinct()
                .filter(words -> !owners.containsKey(words) || !owners.get(words).grid().lets(someone, owners.get(words).needs(), records.get(words)))
                .toList();
        }

        Set<String> neverDone() {
            return Rooms.ways().filter(Tried::isForSomebody).map(Reach.Way::route)
                .filter(route -> !done.contains(route) && !WITHOUT_AN_EXTRACT.contains(route)).collect(Collectors.toCollection(TreeSet::new));
        }

        private static boolean isForSomebody(Reach.Way way) {
            return Arrays.stream(Someone.values()).anyMatch(someone -> way.only().stream().anyMatch(record -> way.grid().lets(someone, way.needs(), record)));
        }

        /** One line for each route: who reaches how many of the records it was tried with. */
        String summary() {
            Map<String, Integer> records = new LinkedHashMap<>();
            Rooms.ways().forEach(way -> records.merge(way.route(), way.only().size(), Integer::sum));
            return records.entrySet().stream().map(route -> "%-55s of %2d: %s%n".formatted(route.getKey(), route.getValue(),
                new EnumMap<>(reached.getOrDefault(route.getKey(), Map.of(Someone.NOBODY, 0))).entrySet().stream()
                    .filter(reach -> reach.getValue() > 0).map(reach -> reach.getKey() + " " + reach.getValue())
                    .collect(Collectors.joining(", ")))).collect(Collectors.joining());
        }
    }

    private static void compare(String summary) throws IOException {
        System.out.println(summary);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SUMMARY, summary);
        }
        assertEquals(Files.readString(SUMMARY), summary, "Who reaches what has changed. Look at it, then run with -Dgolden.update=true");
    }
}
