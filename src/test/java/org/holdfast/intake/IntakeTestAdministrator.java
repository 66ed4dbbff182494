package org.holdfast.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;

/** ADA, an administrator, signed in. */
record IntakeTestAdministrator(UUID id, Browser browser) {
    static IntakeTestAdministrator of(TestService service) {
        UUID ada = UUID.randomUUID();
        String token = UUID.randomUUID().toString();
        service.asOwner().run("insert into person (id, name) values (?, 'Ada Field')", ada);
        service.asOwner().run("insert into role_held (id, person_id, role, starts_on, confirmed_at) values (?, ?, 'administrator', '2020-01-01', now())", UUID.randomUUID(), ada);
        service.asOwner().run("insert into account (person_id, user_name, password_hash, created_at) values (?, ?, 'none', now())", ada, ada.toString());
        service.asOwner().run("insert into browser_session (id, token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(), sha256(token), ada, now(service), now(service));
        return new IntakeTestAdministrator(ada, service.browser().header("Cookie", "holdfast=" + token));
    }

    private static Object now(TestService service) {
        Instant now = service.clock().instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends the files as the page does; where it leads. */
    Page dryRun(Extract extract, UUID centre) {
        return browser.send("POST", "/intake" + (centre == null ? "" : "?centre=" + centre), Extract.CONTENT_TYPE, extract.bodyOfThePage());
    }
}
