package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private static final Pattern ADDRESS = Pattern.compile("url\\(([^)]*)\\)");

    @RegisterExtension
    static final TestService service = Served.living().with("holdfast.public-origin", "https://holdfast.example");

    private final Served served = new Served(service);

    @Test
    void anAssetIsKeptForGoodBecauseItsAddressNamesItsContent() {
        HttpResponse<String> response = served.get(Assets.at("holdfast.css"));
        assertEquals(200, response.statusCode());
        assertEquals("text/css; charset=utf-8", response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("public, max-age=31536000, immutable", response.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void anAssetIsCompressedForThoseWhoCanReadIt() {
        HttpResponse<String> response = served.send(served.request(Assets.at("govuk.css")).header("Accept-Encoding", "gzip, br").GET());
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse("none"));
        assertEquals("Accept-Encoding", response.headers().firstValue("Vary").orElse("none"));
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        assertTrue(length > 0 && length < 25_000, "length " + length);
    }

    @Test
    void thePageOfAnEarlierReleaseStillLooksRight() {
        assertEquals(200, served.get("/assets/0123456789ab/holdfast.css").statusCode());
    }

    @Test
    void aNameThatDoesNotExistBreaksThePageAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> Assets.at("typo.css"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"govuk.css", "holdfast.css"})
    void whateverAStylesheetAsksForIsThere(String stylesheet) {
        Matcher addresses = ADDRESS.matcher(served.get(Assets.at(stylesheet)).body());
        while (addresses.find()) {
            assertEquals(200, served.get(Assets.at(addresses.group(1))).statusCode(), addresses.group(1));
        }
    }

    @Test
    void nothingThatIsLicensedForGovUkOnlyIsServed() {
        String css = served.get(Assets.at("govuk.css")).body();
        assertFalse(css.contains("GDS"));
        assertFalse(css.contains("@font-face"));
        assertFalse(css.contains("crest.svg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/living", "/nowhere", "/api/nowhere", "/assets/0/holdfast.js"})
    void everyAnswerTellsTheBrowserWhatNotToDo(String path) {
        Map<String, String> expected = Map.of(
                "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin", "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        HttpResponse<String> response = served.get(path);
        expected.forEach((name, value) -> assertEquals(List.of(value), response.headers().allValues(name), name));
        String caching = path.startsWith("/assets") ? "public, max-age=31536000, immutable" : "no-store";
        assertEquals(List.of(caching), response.headers().allValues("Cache-Control"));
    }
}
