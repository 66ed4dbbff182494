package org.holdfast.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;

/** A system that pushes extracts with a token. */
final class CaseSystem {
    private final Browser http;

    private CaseSystem(Browser http) {
        this.http = http;
    }

    static CaseSystem withScopes(TestService service, String... scopes) {
        String token = UUID.randomUUID().toString();
        OffsetDateTime at = Instant.parse("2026-11-21T08:00:00Z").atOffset(ZoneOffset.UTC);
        service.asOwner().run(
                "insert into api_token (id, token_hash, label, scopes, created_at, expires_at) values (?, ?, 'case system', ?, ?, ?)",
                UUID.randomUUID(), sha256(token), scopes, at, at.plusYears(1));
        return new CaseSystem(service.browser().header("Authorization", "Bearer " + token).header("Accept", "*/*"));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Page dryRun(Extract extract) {
        return send("/api/v1/intake", extract.body());
    }

    Page apply(Extract extract) {
        return send("/api/v1/intake?apply=true", extract.body());
    }

    Page send(String path, byte[] body) {
        return http.send("POST", path, Extract.CONTENT_TYPE, body);
    }

    Page get(String path) {
        return http.get(path);
    }
}
