package org.holdfast.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.env.DefaultEnvironment;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.database.CannotStart;
import org.holdfast.house.TestPostgres;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "holdfast.mail.host", "mail.example.org", "holdfast.mail.from", "holdfast@example.org", "holdfast.public-origin", "https://holdfast.example.org/"));

    @Test
    void withoutAHostNothingElseIsAskedFor() {
        settings.clear();

        assertNull(read().host());
    }

    @Test
    void encryptionIsDemandedUnlessSaidOtherwise() {
        assertEquals("starttls", read().tls());
        assertEquals(587, read().port());
        assertEquals("https://holdfast.example.org", read().origin());
    }

    @Test
    void whateverIsMissingOrNotUnderstoodIsNamed() {
        assertTrue(refusalWith("holdfast.mail.from", "").contains("HOLDFAST_MAIL_FROM"));
        assertTrue(refusalWith("holdfast.public-origin", "").contains("HOLDFAST_PUBLIC_ORIGIN"));
        assertTrue(refusalWith("holdfast.mail.tls", "perhaps").contains("HOLDFAST_MAIL_TLS"));
        assertTrue(refusalWith("holdfast.mail.user", "holdfast").contains("HOLDFAST_MAIL_PASSWORD"));
    }

    private String refusalWith(String name, String value) {
        Object before = settings.put(name, value);
        String said = assertThrows(CannotStart.class, this::read).getMessage();
        if (before == null) {
            settings.remove(name);
        } else {
            settings.put(name, before);
        }
        return said;
    }

    private MailSettings read() {
        Environment environment = new DefaultEnvironment(() -> java.util.List.of("test"));
        environment.addPropertySource(PropertySource.of("test", settings));
        return MailSettings.of(environment.start(), TestPostgres.SECRETS);
    }
}
