package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.house.Authenticator;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail about accounts, through a real mail server. */
class MailTest {
    private static final String PASSWORD = "kelp holds to rock";
    private static final String OTHER = "rock holds the kelp";
    private static final String ORIGIN = "https://holdfast.example.org";
    private static final int PORT = freePort();
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void aMailServer() {
        SERVER.start();
    }

    @AfterAll
    static void stopped() {
        SERVER.stop();
    }

    @RegisterExtension
    final TestService service = TestService.started()
            .with("holdfast.mail.host", "127.0.0.1").with("holdfast.mail.port", PORT).with("holdfast.mail.tls", "none")
            .with("holdfast.mail.from", "holdfast@example.org").with("holdfast.public-origin", ORIGIN);

    private Browser ada;
    private UUID ben;

    @BeforeEach
    void adaAdministersAndBenIsThere() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        ada = service.browser();
        ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(), "name", "Ada Field", "userName", "ada", "password", PASSWORD);
        Authenticator.setUp(ada, service.clock());
        ben = UUID.randomUUID();
        service.asOwner().run("insert into person (id, name, started_on) values (?, 'Ben Okafor', '2026-01-01')", ben);
        assertEquals(303, ada.post("/people/" + ben + "/mail-address", "address", "ben@example.org").status());
    }

    @Test
    void anInvitationGoesByMailWorksOnceAndForHalfAnHour() {
        assertEquals(303, ada.post("/people/" + ben + "/invitation/mail").status());
        String link = link(onlyMail());

        assertTrue(link.startsWith("/invitations/"));
        service.clock().advance(Duration.ofMinutes(29));
        assertEquals(200, service.browser().get(link).status());
        service.clock().advance(Duration.ofMinutes(1));
        assertEquals(404, service.browser().get(link).status());

        ask("BEN@example.org");
        String another = link(onlyMail());
        Browser bens = service.browser();
        assertEquals("/account/second-factor/new", bens.post(another, "userName", "ben", "password", PASSWORD).location());
        assertEquals(404, service.browser().post(another, "userName", "eve", "password", PASSWORD).status());
        assertEquals("Your account is made – Holdfast", subject(onlyMail()));
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkThatKeepsTheSecondFactor() {
        Authenticator app = benSignsIn();
        ask("ben");
        String first = link(onlyMail());
        ask("ben@example.org");
        String link = link(onlyMail());

        assertEquals(404, service.browser().get(first).status());
        Browser browser = service.browser();
        assertEquals("/sign-in?said=new-password", browser.post(link, "password", OTHER).location());
        assertEquals(422, browser.post("/sign-in", "userName", "ben", "password", PASSWORD).status());
        assertEquals("/sign-in/code?to=%2F", browser.post("/sign-in", "userName", "ben", "password", OTHER).location());
        service.clock().advance(Duration.ofMinutes(1));
        assertEquals(303, browser.post("/sign-in/code", "code", app.code()).status());
        assertEquals("Your password was changed – Holdfast", subject(onlyMail()));
    }

    @Test
    void whoeverAsksForWhateverIsAnsweredTheSame() {
        benSignsIn();
        Page known = ask("ben");
        onlyMail();
        for (String name : List.of("nobody", "nobody@example.org", "' or 1=1 --", "ben\u0430", "%", "_en")) {
            Page answer = ask(name);
            assertEquals(200, answer.status());
            assertEquals(known.text(), answer.text());
            assertEquals(List.of(), mails(), name);
        }
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from mail where asked_under is not null"));
        assertEquals(422, ask("").status());
        assertEquals(422, ask("x".repeat(1_000_000)).status());
        assertEquals(422, ask("a\u0000b").status());
    }

    @Test
    void amongPeopleWithAnAddressOnlyThoseInvitedGetALink() {
        ask("ben@example.org");

        assertEquals(List.of(), mails());
    }

    @Test
    void aMailServerThatIsAwayLosesNothingAndTheLinkLivesFromWhenItLeaves() {
        SERVER.stop();
        try {
            assertEquals(303, ada.post("/people/" + ben + "/invitation/mail").status());
            assertEquals(0, send());
            service.clock().advance(Duration.ofHours(5));
            assertEquals(0, send());
        } finally {
            SERVER.start();
        }
        service.clock().advance(Duration.ofHours(1));

        String link = link(onlyMail());
        service.clock().advance(Duration.ofMinutes(29));
        assertEquals(200, service.browser().get(link).status());
        assertEquals(List.of(), mails());
    }

    @Test
    void aMailIsGivenUpAfterThreeDays() {
        SERVER.stop();
        try {
            ada.post("/people/" + ben + "/invitation/mail");
            service.clock().advance(Duration.ofDays(3).plusMinutes(1));
            for (int tries = 0; tries < 5; tries++) {
                send();
                service.clock().advance(Duration.ofHours(1));
            }
        } finally {
            SERVER.start();
        }
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from mail where kind = 'link' and next_try_at is null and sent_at is null"));
    }

    @Test
    void tenFailuresTellTheOwnerAndALinkOpensTheAccount() {
        benSignsIn();
        for (int i = 0; i < 10; i++) {
            service.clock().advance(Duration.ofMinutes(5));
            service.browser().post("/sign-in", "userName", "ben", "password", "not the password");
        }
        assertEquals("Your account is locked – Holdfast", subject(onlyMail()));

        ask("ben");
        Browser browser = service.browser();
        browser.post(link(onlyMail()), "password", OTHER);
        assertEquals("/sign-in/code?to=%2F", browser.post("/sign-in", "userName", "ben", "password", OTHER).location());
    }

    @Test
    void whatHappensToAnAccountIsToldToItsOwner() {
        benSignsIn();
        ada.get("/people");
        assertEquals(303, ada.post("/people/" + ben + "/account/second-factor/end").status());
        assertEquals("Your authenticator app was taken away – Holdfast", subject(onlyMail()));
        assertEquals(303, ada.post("/people/" + ben + "/account/unlock").status());
        assertEquals("Your account is unlocked – Holdfast", subject(onlyMail()));
    }

    @Test
    void anotherAddressIsToldToTheOneBeforeAndEndsLinksOnTheirWay() {
        benSignsIn();
        ask("ben");
        String link = link(onlyMail());

        assertEquals(303, ada.post("/people/" + ben + "/mail-address", "address", "ben.okafor@example.org").status());

        MimeMessage told = onlyMail();
        assertEquals("Your mail address was changed – Holdfast", subject(told));
        assertEquals("ben@example.org", to(told));
        assertEquals(404, service.browser().get(link).status());
        ask("ben");
        assertEquals("ben.okafor@example.org", to(onlyMail()));
    }

    @Test
    void anAddressBelongsToOnePersonAndIsOne() {
        UUID dora = UUID.randomUUID();
        service.asOwner().run("insert into person (id, name, started_on) values (?, 'Dora Marsh', '2026-01-01')", dora);

        for (String address : List.of("BEN@example.org", "", "dora", "dora@", "@example.org", "dora@example.org\r\nBcc: eve@example.org",
                "Dora <dora@example.org>", "dora@example.org,eve@example.org", "d ora@example.org", "x".repeat(250) + "@example.org", "x".repeat(1_000_000))) {
            Page refused = ada.post("/people/" + dora + "/mail-address", "address", address);
            assertEquals(422, refused.status(), address.substring(0, Math.min(40, address.length())));
            assertEquals("#address", refused.one(".govuk-error-summary a").attr("href"));
        }
        assertEquals(404, ada.post("/people/" + dora + "/invitation/mail").status());
    }

    @Test
    void nobodyButAnAdministratorSetsAnAddressOrSendsALink() {
        Browser bens = service.browser();
        benSignsIn(bens);
        assertEquals(404, bens.post("/people/" + ben + "/mail-address", "address", "eve@example.org").status());
        assertEquals(404, bens.post("/people/" + ben + "/invitation/mail").status());
        UUID ada = service.asOwner().one(UUID.class, "select person_id from account where user_name = 'ada'");
        assertEquals("42501", service.asApp(ben).refusal("select set_mail_address(null, ?, 'eve@example.org', now())", ada));
        assertEquals("42501", service.asApp(ben).refusal("select send_link(gen_random_uuid(), ?, now())", ada));
        assertEquals("42501", service.asApp(ben).refusal("select * from mail"));
        assertEquals("42501", service.asApp(ben).refusal("select * from mail_address"));
        assertEquals("42501", service.asApp(ben).refusal("select * from receiver_of_mail(gen_random_uuid(), current_date)"));
        assertTrue(bens.get("/account").document().text().contains("ben@example.org"));
    }

    @Test
    void mailsNameNobodyAndNothingOfTheWork() throws Exception {
        benSignsIn();
        ask("ben");
        MimeMessage mail = onlyMail();

        String all = subject(mail) + "\n" + text(mail).replace(link(mail), "");
        for (String word : List.of("Ben", "Okafor", "ben", "Ada", "child", "supervision", "exploit", "wellbeing")) {
            assertFalse(all.contains(word), word);
        }
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("holdfast@example.org", mail.getFrom()[0].toString());
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from mail m where m::text like '%' || ? || '%'", link(mail).substring(18)));
    }

    @Test
    void manyLinksAskedForFromOneAddressWait() {
        benSignsIn();
        for (int i = 0; i < 20; i++) {
            assertEquals(200, ask("ben").status());
        }
        assertEquals(3, mails().size());
        assertEquals(422, ask("nobody").status());
        service.clock().advance(Duration.ofMinutes(16));
        assertEquals(200, ask("nobody").status());
    }

    @Test
    void oldTriesAndMailsAreForgotten() {
        benSignsIn();
        service.browser().post("/sign-in", "userName", "ben", "password", "not the password");
        service.clock().advance(Duration.ofDays(91));

        service.bean(ForgettingSignIns.class).run();

        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from sign_in_attempt"));
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from mail"));
    }

    private Authenticator benSignsIn() {
        return benSignsIn(service.browser());
    }

    private Authenticator benSignsIn(Browser browser) {
        ada.post("/people/" + ben + "/invitation/mail");
        browser.post(link(onlyMail()), "userName", "ben", "password", PASSWORD);
        Authenticator app = Authenticator.setUp(browser, service.clock());
        mails();
        return app;
    }

    private Page ask(String name) {
        return service.browser().post("/link-requests", "name", name);
    }

    private int send() {
        return service.bean(MailJob.class).run();
    }

    /** Waits until nothing is left to send, which the service's own job does beside this, and empties the mailboxes. */
    private List<MimeMessage> mails() {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (service.asOwner().one(Boolean.class, "select exists (select from mail where next_try_at is not null)") && System.nanoTime() < patience) {
            send();
        }
        try {
            List<MimeMessage> mails = Arrays.asList(SERVER.getReceivedMessages());
            SERVER.purgeEmailFromAllMailboxes();
            return mails;
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new AssertionError(e);
        }
    }

    private MimeMessage onlyMail() {
        List<MimeMessage> mails = mails();
        assertEquals(1, mails.size(), () -> mails.stream().map(MailTest::subject).toList().toString());
        return mails.getFirst();
    }

    private static String link(MimeMessage mail) {
        Matcher found = Pattern.compile(Pattern.quote(ORIGIN) + "(/[a-z-]+/[A-Za-z0-9_-]{43})\\s").matcher(text(mail));
        assertTrue(found.find(), text(mail));
        return found.group(1);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
