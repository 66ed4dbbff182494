package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.holdfast.house.TestService;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TYPED = "note=A+first+line%0AA+second+%3Cb%3E&id=018f0000-0000-7000-8000-000000000000&on=21+Nov";

    @RegisterExtension
    static final TestService service = Served.living().with("micronaut.server.max-request-size", "3MB");

    private final Served served = new Served(service);

    private static void isPage(int status, String title, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("text/html; charset=utf-8", response.headers().firstValue("Content-Type").orElse("none"));
        assertEquals(title, Served.html(response).expectFirst("h1").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/trying/things/018f0000-0000-7000-8000-000000000000", "/trying/things/not-a-uuid", "/assets/0/nothing.css", "/trying/things/%00"})
    void whatIsNotThereLooksTheSameForWhateverReason(String path) {
        HttpResponse<String> response = served.get(path);
        isPage(404, "This page is not here", response);
        assertEquals(served.get("/nowhere").body(), response.body());
    }

    @Test
    void anUnreadablePartOfAnAddressIsSaidToBeSo() {
        isPage(400, "This could not be read", served.get("/trying/things/018f0000-0000-7000-8000-000000000000?page=x"));
    }

    @Test
    void aWrongMethodIsRefusedAndSaysWhichAreRight() {
        HttpResponse<String> response = served.get("/trying/forms");
        isPage(405, "That cannot be done here", response);
        assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void tooMuchAtOnceIsRefused() {
        isPage(413, "This is too much at once", served.post("/trying/forms", "note=" + "x".repeat(4_000_000)));
    }

    @Test
    void aMishapShowsANumberAndNothingElse() {
        HttpResponse<String> response = served.post("/trying/unexpected", TYPED);
        isPage(500, "Something went wrong here", response);
        assertTrue(Served.html(response).expectFirst("strong.hf-number").text().matches("[2-9A-Z]{4}-[2-9A-Z]{4}"));
        assertFalse(response.body().contains("secret"));
        assertFalse(response.body().contains("Exception"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trying/away", "/trying/signed-out", "/trying/unexpected"})
    void noTypedWordIsLost(String path) {
        Document page = Served.html(served.post(path, TYPED));
        Element form = page.expectFirst("form[method=post][action=" + path + "]");
        assertEquals("A first line\nA second <b>", form.expectFirst("textarea[name=note]").wholeText().strip());
        assertEquals("21 Nov", form.expectFirst("textarea[name=on]").text());
        assertEquals("018f0000-0000-7000-8000-000000000000", form.expectFirst("input[type=hidden][name=id]").val());
        assertTrue(form.select("textarea").stream().allMatch(text -> text.hasAttr("readonly")));
    }

    @Test
    void aDatabaseThatIsAwayIsACalmPage() {
        HttpResponse<String> response = served.post("/trying/away", TYPED);
        isPage(503, "Holdfast cannot reach its records just now", response);
        assertEquals("10", response.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void aPasswordIsNeverHandedBack() {
        HttpResponse<String> response = served.post("/trying/away", "email=a%40b.example&password=correct+horse");
        assertFalse(response.body().contains("correct horse"));
        assertTrue(Served.html(response).select("form").isEmpty());
    }

    @Test
    void systemsGetProblems() {
        HttpResponse<String> response = served.get("/api/trying/nothing");
        assertEquals(404, response.statusCode());
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse("none"));
        assertTrue(response.body().startsWith("{\"type\":\"about:blank\",\"title\":\"This page is not here\",\"status\":404,"), response.body());
        assertEquals(response.body(), served.get("/api/nowhere").body());
    }

    @Test
    void aProblemNamesItsEntryInTheLog() {
        HttpResponse<String> response = served.get("/api/trying/unexpected");
        assertEquals(500, response.statusCode());
        assertTrue(response.body().contains("\"instance\":\"urn:holdfast:reference:"), response.body());
        assertFalse(response.body().contains("secret"));
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        HttpResponse<String> response = served.send(served.request("/living").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
        assertEquals(404, served.send(served.request("/nowhere").method("HEAD", BodyPublishers.noBody())).statusCode());
    }

    @Test
    void optionsIsRefusedCalmly() {
        HttpResponse<String> response = served.send(served.request("/trying/forms").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(405, response.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site"})
    void whatAnotherSiteSendsIsRefusedAndNotHandedBack(String site) {
        HttpResponse<String> response = served.send(served.request("/trying/forms")
                .header("Sec-Fetch-Site", site).header("Content-Type", FORM).POST(BodyPublishers.ofString(TYPED)));
        isPage(403, "This did not come from Holdfast", response);
        assertFalse(response.body().contains("first line"));
    }
}
