package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.accounts.Invitations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every answer tells the browser not to do, and the cookie. */
class HeadersTest {
    private static final Map<String, String> ALWAYS = headers(
        "content-security-policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "x-content-type-options", "nosniff",
        "x-frame-options", "DENY",
        "referrer-policy", "same-origin",
        "permissions-policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        "cross-origin-opener-policy", "same-origin",
        "cross-origin-resource-policy", "same-origin",
        "strict-transport-security", "max-age=63072000; includeSubDomains",
        "cache-control", "no-store");
    private static final String ORIGIN = "https://holdfast.example.org";

    @RegisterExtension static final TestService service = TestService.started().with("holdfast.public-origin", ORIGIN);

    private static Browser ada;
    private static Page signedIn;

    @BeforeAll
    static void anAdministratorIsSignedIn() {
        ada = service.browser();
        signedIn = ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(),
            "name", "Ada Field", "userName", "ada@example.org", "password", "kelp holds to rock");
        assertEquals(303, signedIn.status());
        Authenticator.setUp(ada, service.clock());
    }

    @Test
    void standOnTheAnswerOfEveryRoute() {
        for (Routes.Route route : Routes.of(service)) {
            expected(route + " signed out", send(service.browser(), route.method(), route.with(UUID.randomUUID().toString())));
            // whoever is signed out by one of these is no administrator for the next
            if (!route.path().contains("sign-") && !route.path().contains("ending") && !route.path().equals("/cover")) {
                expected(route + " signed in", send(ada, route.method(), route.with(UUID.randomUUID().toString())));
            }
        }
        assertEquals(200, ada.get("/people").status());
    }

    @Test
    void standOnWhatIsRefused() {
        for (String path : List.of("/nothing-here", "/people/no-id", "/.git/config", "/../../etc/passwd", "/%00", "/assets/none.css", "/health")) {
            expected(path, ada.get(path));
        }
        expected("a wrong method", ada.send("DELETE", "/people", "text/plain", new byte[0]));
        expected("OPTIONS", ada.send("OPTIONS", "/people", "text/plain", new byte[0]));
        expected("an unknown form", ada.send("POST", "/people", "application/xml", "<a/>".getBytes()));
        expected("too much", ada.send("POST", "/people", "application/x-www-form-urlencoded", new byte[4_000_001]));
        expected("from elsewhere", service.browser().header("Sec-Fetch-Site", "cross-site").post("/sign-in", "userName", "ada"));
    }

    @Test
    void standOnWhatCannotEvenBeRead() {
        for (String request : List.of("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: localhost", "GET /people HTTP/1.1\r\nHost: localhost\r\nCookie: \u0001",
            "GET /people HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + "x".repeat(100_000))) {
            RawHttp.Answer answer = RawHttp.send(service.address(), (request + "\r\nConnection: close\r\n\r\n").getBytes(), new byte[0]);
            assertTrue(answer.status() == 400 || answer.status() == 413, answer.text());
            ALWAYS.forEach((name, value) -> assertEquals(value, answer.header(name), name + " for " + request.substring(0, 40)));
        }
    }

    @Test
    void assetsAreKeptByBrowsersAndCarryTheRest() {
        Page people = ada.get("/people");
        for (String asset : people.document().select("link[rel=stylesheet]").eachAttr("href")) {
            Page answer = ada.get(asset);
            assertEquals(200, answer.status());
            assertEquals("public, max-age=31536000, immutable", answer.header("cache-control"));
            ALWAYS.forEach((name, value) -> assertEquals(name.equals("cache-control") ? "public, max-age=31536000, immutable" : value, answer.header(name), name));
        }
    }

    @Test
    void theCookieIsForThisHostAloneAndNeverForScript() {
        String cookie = signedIn.header("set-cookie");

        assertTrue(cookie.startsWith("__Host-holdfast="), cookie.split("=")[0]);
        assertEquals(List.of("HTTPOnly", "Path=/", "SameSite=Lax", "Secure"),
            List.of(cookie.split("; ")).stream().skip(1).sorted().toList());
    }

    @Test
    void aCookieThatAnotherHostCouldHaveSetOpensNothing() {
        String token = ada.cookie("__Host-holdfast");

        assertEquals(200, service.browser().header("Cookie", "__Host-holdfast=" + token).get("/people").status());
        assertEquals(303, service.browser().header("Cookie", "holdfast=" + token).get("/people").status());
    }

    @Test
    void nothingOfTheServersMakeIsTold() {
        Page page = ada.get("/people");

        assertEquals("", page.header("server"));
        assertEquals("", page.header("x-powered-by"));
        assertFalse(ada.get("/people/%ff").text().contains("micronaut"));
    }

    private static Page send(Browser browser, String method, String path) {
        return method.equals("GET") ? browser.get(path) : browser.send(method, path, "application/x-www-form-urlencoded", new byte[0]);
    }

    private static void expected(String what, Page page) {
        List<String> different = new ArrayList<>();
        ALWAYS.forEach((name, value) -> {
            if (!page.headers().allValues(name).equals(List.of(value))) {
                different.add(name + ": " + page.headers().allValues(name));
            }
        });
        assertEquals(List.of(), different, what + " " + page.status());
        assertTrue(page.status() < 500, what + " " + page.status());
    }

    private static Map<String, String> headers(String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
