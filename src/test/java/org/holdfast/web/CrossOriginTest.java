package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
    @RegisterExtension
    static final TestService onThisMachine = Served.living();

    @RegisterExtension
    static final TestService withAPublicOrigin = Served.living().with("holdfast.public-origin", "https://holdfast.example");

    private final Served local = new Served(onThisMachine);
    private final Served behindTls = new Served(withAPublicOrigin);

    private static int status(Served served, String path, String... headers) {
        HttpRequest.Builder request = served.request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("on=x"));
        return served.send(headers.length == 0 ? request : request.headers(headers)).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ourOwnPagesMayChangeThings(String site) {
        assertEquals(200, status(local, "/trying/forms", "Sec-Fetch-Site", site));
        assertEquals(200, status(behindTls, "/trying/forms", "Sec-Fetch-Site", site));
    }

    @Test
    void anOlderBrowserIsKnownByItsOrigin() {
        assertEquals(200, status(local, "/trying/forms", "Origin", local.address()));
        assertEquals(200, status(behindTls, "/trying/forms", "Origin", "https://holdfast.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "", "http://holdfast.example:81", "http://holdfast.example", "https://holdfast.example.evil.example"})
    void anotherOriginMayNot(String origin) {
        assertEquals(403, status(local, "/trying/forms", "Origin", origin));
        assertEquals(403, status(behindTls, "/trying/forms", "Origin", origin));
    }

    @Test
    void whoSaysNothingMayNot() {
        assertEquals(403, status(local, "/trying/forms"));
    }

    @Test
    void aTokenWithoutACookiePasses() {
        assertEquals(200, status(local, "/trying/forms", "Authorization", "Bearer abc"));
        assertEquals(403, status(local, "/trying/forms", "Authorization", "Bearer abc", "Cookie", "session=1"));
    }

    @Test
    void readingIsNeverInTheWay() {
        assertEquals(200, local.send(local.request("/living").header("Sec-Fetch-Site", "cross-site").GET()).statusCode());
    }
}
