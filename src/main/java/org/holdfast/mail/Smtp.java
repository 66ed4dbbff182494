package org.holdfast.mail;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.holdfast.database.Secrets;

/** The mail server. Made at the start, so that settings that do not fit stop it there. */
@Context
public final class Smtp {
    /** A server that does not answer holds up the mails behind for so long. */
    private static final String PATIENCE_MILLIS = "10000";

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    Smtp(Environment environment, Secrets secrets, Clock clock) {
        this.settings = MailSettings.of(environment, secrets);
        this.session = Session.getInstance(properties(settings), authenticator(settings));
        this.clock = clock;
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.put("mail.smtp.host", String.valueOf(settings.host()));
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls().equals("tls")));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.tls().equals("starttls")));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.tls().equals("starttls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    private static Authenticator authenticator(MailSettings settings) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        };
    }

    /** Whether there is a mail server to send with. */
    public boolean isSetUp() {
        return settings.host() != null;
    }

    /** The public address that links in mails begin with, without a slash at the end. */
    public String origin() {
        return settings.origin();
    }

    /**
     * Hands one mail to the server.
     *
     * @param id   the same for each try, so that a mail that is sent twice can be told to be one
     * @param text plain text, lines separated by \n
     * @throws MailNotSent where the server cannot be reached or does not take it
     */
    public void send(UUID id, String to, String subject, String text) {
        try {
            Transport.send(message(id, to, subject, text));
        } catch (MessagingException refused) {
            throw new MailNotSent(refused);
        }
    }

    private MimeMessage message(UUID id, String to, String subject, String text) throws MessagingException {
        String host = java.net.URI.create(settings.origin()).getHost();
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + host + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
