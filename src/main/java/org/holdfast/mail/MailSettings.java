package org.holdfast.mail;

import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Nullable;
import java.util.Set;
import org.holdfast.database.CannotStart;
import org.holdfast.database.Secrets;

/**
 * How to reach the mail server.
 *
 * @param host     null where no mail is set up
 * @param user     null where the server asks for none
 * @param password null where the server asks for none
 * @param tls      {@code starttls}, {@code tls} or {@code none}
 * @param origin   the public address that links in mails begin with
 */
record MailSettings(
        @Nullable String host, int port, String from, @Nullable String user, @Nullable String password, String tls, String origin) {
    private static final int SUBMISSION = 587;
    private static final Set<String> TLS = Set.of("starttls", "tls", "none");

    /** @throws CannotStart naming what is missing or not understood */
    static MailSettings of(Environment settings, Secrets secrets) {
        String host = settings.getProperty("holdfast.mail.host", String.class).filter(h -> !h.isBlank()).orElse(null);
        MailSettings read = new MailSettings(
                host, settings.getProperty("holdfast.mail.port", Integer.class, SUBMISSION), text(settings, "holdfast.mail.from"),
                settings.getProperty("holdfast.mail.user", String.class).orElse(null), secrets.mailPassword().orElse(null),
                settings.getProperty("holdfast.mail.tls", String.class, "starttls"),
                text(settings, "holdfast.public-origin").replaceFirst("/+$", ""));
        if (host != null) {
            read.refuseUnlessWhole();
        }
        return read;
    }

    private static String text(Environment settings, String name) {
        return settings.getProperty(name, String.class, "");
    }

    private void refuseUnlessWhole() {
        if (from.isBlank()) {
            throw new CannotStart("With HOLDFAST_MAIL_HOST set, HOLDFAST_MAIL_FROM must say which address mails come from.");
        }
        if (origin.isBlank()) {
            throw new CannotStart("With HOLDFAST_MAIL_HOST set, HOLDFAST_PUBLIC_ORIGIN must say which address links in mails begin with.");
        }
        if (!TLS.contains(tls)) {
            throw new CannotStart("HOLDFAST_MAIL_TLS takes starttls, tls or none.");
        }
        if (user != null && password == null) {
            throw new CannotStart("With HOLDFAST_MAIL_USER set, the mail server's password is needed: HOLDFAST_MAIL_PASSWORD, or a file "
                    + "that HOLDFAST_MAIL_PASSWORD_FILE names, or mail-password among the secrets in the data folder.");
        }
    }
}
