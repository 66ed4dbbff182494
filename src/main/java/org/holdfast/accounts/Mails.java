package org.holdfast.accounts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.database.Ids;
import org.holdfast.jobs.Nudge;
import org.holdfast.jobs.Schedule;
import org.holdfast.mail.Smtp;

/**
 * Asks for mails, in the transaction of what they tell about; {@link MailJob} sends them. Where no mail server is set up
 * nothing is asked for.
 */
@Singleton
final class Mails {
    private final Rows rows;
    private final Smtp smtp;
    private final Nudge nudge;
    private final Ids ids;
    private final Clock clock;

    Mails(Rows rows, Smtp smtp, Nudge nudge, Ids ids, Clock clock) {
        this.rows = rows;
        this.smtp = smtp;
        this.nudge = nudge;
        this.ids = ids;
        this.clock = clock;
    }

    @Introspected
    record Mail(UUID id) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Mail, UUID> {
        @Query(value = "select true from (select tell_by_mail(:mail, :what, :person, :at)) told", nativeQuery = true)
        boolean tell(UUID mail, String what, UUID person, Instant at);

        @Query(value = "select true from (select ask_for_link(:mail, :typed, :at)) asked", nativeQuery = true)
        boolean ask(UUID mail, String typed, Instant at);

        @Query(value = "select send_link(:mail, :person, :at)", nativeQuery = true)
        boolean sendLink(UUID mail, UUID person, Instant at);

        @Query(value = "select mail_address_of(:person) where mail_address_of(:person) is not null", nativeQuery = true)
        Optional<String> address(UUID person);

        @Query(value = "select set_mail_address(cast(:mail as uuid), :person, :address, :at)", nativeQuery = true)
        boolean setAddress(@Nullable UUID mail, UUID person, String address, Instant at);
    }

    /** Whether there is a mail server. */
    boolean areSent() {
        return smtp.isSetUp();
    }

    /** Tells somebody what has happened to their account, where they have a mail address. */
    void tell(UUID person, MailKind what) {
        if (areSent()) {
            rows.tell(ids.next(), what.code(), person, clock.instant());
            nudge.soon(Schedule.MAIL);
        }
    }

    /** Somebody asks for a link under a user name or a mail address, whether or not anybody has it. */
    void askForLink(String typed) {
        rows.ask(ids.next(), typed, clock.instant());
        nudge.soon(Schedule.MAIL);
    }

    /** An administrator sends somebody a link. False where they have no address, or there is no mail server. */
    boolean sendLink(UUID person) {
        boolean asked = areSent() && rows.sendLink(ids.next(), person, clock.instant());
        if (asked) {
            nudge.soon(Schedule.MAIL);
        }
        return asked;
    }

    /** Somebody's mail address, for themselves and for administrators. */
    Optional<String> address(UUID person) {
        return rows.address(person);
    }

    /** Gives somebody a mail address, or another one, which the one before is told. False where somebody else has it. */
    boolean setAddress(UUID person, String address) {
        boolean set = rows.setAddress(areSent() ? ids.next() : null, person, address, clock.instant());
        if (set && areSent()) {
            nudge.soon(Schedule.MAIL);
        }
        return set;
    }
}
