package org.holdfast.accounts;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.database.Ids;

/** Makes the links through which people come to an account. Each is shown once and stored only as a hash. */
@Singleton
public final class Invitations {
    /** How long an invitation can be used. */
    public static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final Duration FIRST_LINK_LASTS = Duration.ofDays(1);

    private final Accounts accounts;
    private final TransactionOperations<Connection> transactions;
    private final Ids ids;
    private final Clock clock;

    Invitations(Accounts accounts, TransactionOperations<Connection> transactions, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Invites somebody, in the transaction of an administrator's request; an older link of theirs stops working.
     *
     * @return the path of the link, to be shown once
     */
    public String invite(UUID person) {
        Secret secret = Secret.fresh();
        accounts.invite(ids.next(), secret.hash(), person, clock.instant(), clock.instant().plus(INVITATION_LASTS));
        return "/invitations/" + secret.text();
    }

    /** While nobody is an administrator: the path of a new link that makes the first one. */
    public Optional<String> forFirstAdministrator() {
        Secret secret = Secret.fresh();
        boolean offered = transactions.executeWrite(status -> accounts.offerFirstAdministrator(
                ids.next(), secret.hash(), clock.instant(), clock.instant().plus(FIRST_LINK_LASTS)));
        return offered ? Optional.of("/first-administrator/" + secret.text()) : Optional.empty();
    }
}
