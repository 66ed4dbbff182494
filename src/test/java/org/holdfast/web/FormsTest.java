package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FormsTest {
    @RegisterExtension
    static final TestService service = Served.living();

    private final Served served = new Served(service);

    private static void isSeen(String expected, HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(expected, Served.html(response).expectFirst("#seen").text());
    }

    @Test
    void fieldsArriveAsTheyWereTyped() {
        isSeen("on=21 Nov note=9 functions=null", served.post("/trying/forms", "on=21+Nov&note=a%0D%0Ab+%C3%A9%26%2B%3D"));
    }

    @Test
    void oneTickedBoxIsAListOfOne() {
        isSeen("on=null note=null functions=[accountability]", served.post("/trying/forms", "functions=accountability"));
    }

    @Test
    void severalTickedBoxesAllArrive() {
        isSeen("on=null note=null functions=[a, b, c]", served.post("/trying/forms", "functions=a&functions=b&functions=c"));
    }

    @Test
    void aSingleFieldSentTwiceIsRefusedCalmly() {
        assertEquals(400, served.post("/trying/forms", "on=1&on=2").statusCode());
    }

    @Test
    void anUnknownFieldIsLeftAside() {
        isSeen("on=x note=null functions=null", served.post("/trying/forms", "on=x&admin=true"));
    }

    @Test
    void aMillionCharactersArrive() {
        isSeen("on=null note=1048576 functions=null", served.post("/trying/forms", "note=" + "x".repeat(1 << 20)));
    }

    @Test
    void manyFieldsArrive() {
        isSeen("on=x note=null functions=null", served.post("/trying/forms", "field=1&".repeat(1000) + "on=x"));
    }

    @Test
    void anEmptyBodyIsRefusedCalmly() {
        assertEquals(422, served.post("/trying/forms", "").statusCode());
        isSeen("on=null note=null functions=null", served.post("/trying/forms-that-may-be-empty", ""));
    }

    @Test
    void whatIsNoFormIsRefusedCalmly() {
        var request = served.request("/trying/forms").header("Sec-Fetch-Site", "same-origin");
        assertEquals(422, served.send(request.copy().POST(BodyPublishers.ofString("on=x"))).statusCode());
        assertEquals(415, served.send(request.copy().header("Content-Type", "text/plain").POST(BodyPublishers.ofString("on=x"))).statusCode());
    }

    @Test
    void brokenEscapesAreRefusedCalmly() {
        int status = served.post("/trying/forms", "on=%zz").statusCode();
        assertEquals(4, status / 100, "status " + status);
    }
}
