package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.holdfast.accounts.Invitations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Too many requests, and too much in one. The minute is the machine's; no test here takes one. */
class RequestLimitsTest {
    private static final String PASSWORD = "kelp holds to rock";

    @RegisterExtension
    final TestService service = TestService.started().with("holdfast.requests-a-minute", 30);

    private Browser ada;

    @BeforeEach
    void adaIsSignedIn() {
        ada = service.browser();
        ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(),
            "name", "Ada Field", "userName", "ada@example.org", "password", PASSWORD);
        Authenticator.setUp(ada, service.clock());
    }

    @Test
    void anAccountThatAsksTooOftenIsAskedToWaitAndLosesNoWord() {
        // two requests have set up the authenticator app
        assertEquals(30 - 2, IntStream.range(0, 35).filter(i -> ada.get("/people").status() == 200).count());

        Page refused = ada.post("/people", "name", "Dan Price");

        assertEquals(429, refused.status());
        assertEquals("60", refused.header("Retry-After"));
        assertEquals("Please wait a moment", refused.one("h1").text());
        assertEquals("Dan Price", refused.one("textarea").text());
        assertEquals(200, service.browser().get("/sign-in").status());
    }

    @Test
    void whoeverIsSignedOutSendsNoMoreThanATenthFromOneAddress() {
        // the link of the first administrator was the first
        assertEquals(422, signIn("not the password").status());
        assertEquals(422, signIn("not the password").status());

        Page refused = signIn(PASSWORD);

        assertEquals(429, refused.status());
        assertTrue(refused.document().select("textarea, input").isEmpty(), "a password is never handed back");
        assertEquals(200, ada.get("/people").status());
    }

    @Test
    void anAddressHasTenTimesAsManyWhateverItAsksFor() {
        assertEquals(300 - 3, IntStream.range(0, 310).filter(i -> service.browser().get("/sign-in").status() == 200).count());
    }

    @Test
    void whatAnAddressSaysOfItselfBehindTheProxyIsCountedApart() {
        signIn("not the password");
        signIn("not the password");

        Page elsewhere = service.browser().header("X-Forwarded-For", "198.51.100.7").post("/sign-in", "userName", "ada@example.org", "password", PASSWORD);

        assertEquals(303, elsewhere.status());
    }

    @Test
    void aFormOfMoreThanFourMillionLettersIsRefusedUnread() {
        Page refused = ada.send("POST", "/people", "application/x-www-form-urlencoded", ("name=" + "x".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8));

        assertEquals(413, refused.status());
        assertEquals("This is too much at once", refused.one("h1").text());
        assertEquals(422, ada.post("/people", "name", "x".repeat(3_000_000)).status());
    }

    @Test
    void aFormOfUnknownLengthIsRefusedUnread() {
        byte[] head = ("POST /people HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.UTF_8);

        RawHttp.Answer answer = RawHttp.send(service.address(), head, "6\r\nname=x\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(413, answer.status());
    }

    @Test
    void aPackedFormIsRefusedBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("name=" + "x".repeat(50_000_000)).getBytes(StandardCharsets.UTF_8));
        }
        ada.header("Content-Encoding", "gzip");

        assertEquals(413, ada.send("POST", "/people", "application/x-www-form-urlencoded", packed.toByteArray()).status());
    }

    @Test
    void whatCannotBeUnpackedIsTheSendersMistake() {
        ada.header("Content-Encoding", "gzip");
        byte[] noise = "no gzip at all".getBytes(StandardCharsets.UTF_8);

        assertEquals(413, ada.send("GET", "/people", "application/x-www-form-urlencoded", noise).status());
        int files = ada.send("POST", "/intake", "multipart/form-data; boundary=x", noise).status();
        assertTrue(files >= 400 && files < 500, "answers " + files);
    }

    private Page signIn(String password) {
        return service.browser().post("/sign-in", "userName", "ada@example.org", "password", password);
    }
}
