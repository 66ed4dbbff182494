package org.holdfast.accounts;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;

/** Makes the links through which people come to an account. Each is shown once and stored only as a hash. */
@Singleton
public final class Invitations {
    /** How long a link that an administrator passes on can be used. */
    public static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final Duration FIRST_LINK_LASTS = Duration.ofDays(1);

    private final Accounts accounts;
    private final Mails mails;
    private final Acts acts;
    private final TransactionOperations<Connection> transactions;
    private final Ids ids;
    private final Clock clock;

    Invitations(Accounts accounts, Mails mails, Acts acts, TransactionOperations<Connection> transactions, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.acts = acts;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a link for somebody, in the transaction of an administrator's request: an invitation, or for whoever has an
     * account one to a new password. An older link of theirs stops working.
     *
     * @return the path of the link, to be shown once
     */
    public String invite(UUID person, Viewer viewer) {
        Secret secret = Secret.fresh();
        String purpose = accounts.invite(ids.next(), secret.hash(), person, clock.instant(), clock.instant().plus(INVITATION_LASTS));
        acts.note(viewer, Act.LINK_MADE, null, person, purpose);
        return path(purpose, secret);
    }

    static String path(String purpose, Secret secret) {
        return (purpose.equals("invitation") ? "/invitations/" : "/password-resets/") + secret.text();
    }

    /**
     * Sends somebody such a link by mail, which works for half an hour from when it leaves.
     *
     * @return false where they have no mail address, or there is no mail server
     */
    public boolean send(UUID person, Viewer viewer) {
        boolean asked = mails.sendLink(person);
        if (asked) {
            acts.note(viewer, Act.LINK_MADE, null, person, "by mail");
        }
        return asked;
    }

    /** While nobody is an administrator: the path of a new link that makes the first one. */
    public Optional<String> forFirstAdministrator() {
        Secret secret = Secret.fresh();
        boolean offered = transactions.executeWrite(status -> accounts.offerFirstAdministrator(
                ids.next(), secret.hash(), clock.instant(), clock.instant().plus(FIRST_LINK_LASTS)));
        return offered ? Optional.of("/first-administrator/" + secret.text()) : Optional.empty();
    }
}
