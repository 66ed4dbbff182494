package org.holdfast.accounts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.database.Ids;
import org.holdfast.jobs.Schedule;
import org.holdfast.jobs.Scheduled;
import org.holdfast.mail.MailNotSent;
import org.holdfast.mail.Smtp;
import org.holdfast.time.Today;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that wait. A link is made when its mail is sent, and made anew with each try, so its half hour begins when
 * it leaves. A mail server that is away keeps them waiting for up to three days; a run cut off between sending and noting it
 * sends again.
 */
@Singleton
final class MailJob implements Scheduled {
    static final Duration LINK_LASTS = Duration.ofMinutes(30);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** Thirty seconds doubled so often is about half an hour. */
    private static final int MOST_DOUBLINGS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);

    private final Rows rows;
    private final Smtp smtp;
    private final Today today;
    private final Ids ids;
    private final Clock clock;

    MailJob(Rows rows, Smtp smtp, Today today, Ids ids, Clock clock) {
        this.rows = rows;
        this.smtp = smtp;
        this.today = today;
        this.ids = ids;
        this.clock = clock;
    }

    @Introspected
    record Due(UUID id, String kind, int tries, Instant askedAt) {}

    @Introspected
    record Receiver(UUID personId, String address, boolean hasAccount) {}

    @Repository("jobs")
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Due, UUID> {
        @Query(value = "select id, kind, tries, asked_at from due_mail(:at)", nativeQuery = true)
        List<Due> due(Instant at);

        @Query(value = "select person_id, address, has_account from receiver_of_mail(:mail, :day)", nativeQuery = true)
        Optional<Receiver> receiver(UUID mail, LocalDate day);

        @Query(value = "select link_of_mail(:mail, :person, :link, :hash, :at, :until)", nativeQuery = true)
        @Nullable String link(UUID mail, UUID person, UUID link, byte[] hash, Instant at, Instant until);

        @Query(value = "select true from (select end_mail(:mail, :sentAt)) ended", nativeQuery = true)
        boolean sent(UUID mail, Instant sentAt);

        @Query(value = "select true from (select end_mail(:mail, null)) ended", nativeQuery = true)
        boolean dropped(UUID mail);

        @Query(value = "select take_mail(:mail, :tries, :later)", nativeQuery = true)
        boolean take(UUID mail, int tries, Instant later);
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.MAIL;
    }

    /** Where the mail server is no longer set up, what waits goes on waiting. */
    @Override
    public int run() {
        return smtp.isSetUp() ? rows.due(clock.instant()).stream().mapToInt(this::sendOrWait).sum() : 0;
    }

    private int sendOrWait(Due due) {
        Instant later = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(due.tries(), MOST_DOUBLINGS)));
        if (!rows.take(due.id(), due.tries(), later)) {
            return 0;
        }
        try {
            return send(due);
        } catch (MailNotSent fault) {
            LOG.warn("The mail {} could not be sent: {}", due.id(), fault.getMessage());
            return due.askedAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant()) ? drop(due) : 0;
        }
    }

    private int send(Due due) {
        Optional<Receiver> receiver = rows.receiver(due.id(), today.date());
        Optional<String> words = receiver.flatMap(found -> words(due, found));
        if (words.isEmpty()) {
            return drop(due);
        }
        smtp.send(due.id(), receiver.get().address(), MailKind.of(due.kind()).subject(), words.get());
        rows.sent(due.id(), clock.instant());
        return 1;
    }

    private Optional<String> words(Due due, Receiver receiver) {
        MailKind kind = MailKind.of(due.kind());
        return kind.carriesALink() ? withLink(due, receiver) : Optional.of(kind.words(smtp.origin()));
    }

    private Optional<String> withLink(Due due, Receiver receiver) {
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        String purpose = rows.link(due.id(), receiver.personId(), ids.next(), secret.hash(), now, now.plus(LINK_LASTS));
        return Optional.ofNullable(purpose).map(what -> MailKind.words(
                smtp.origin(), Invitations.path(what, secret), !receiver.hasAccount(), (int) LINK_LASTS.toMinutes()));
    }

    private int drop(Due due) {
        rows.dropped(due.id());
        return 0;
    }
}
