package org.holdfast.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;

/** What an administrator sees of somebody's account and may do to it; never a password and never a secret. */
@Singleton
public final class SomebodysAccount {
    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final Mails mails;
    private final Acts acts;
    private final Clock clock;

    SomebodysAccount(Accounts accounts, SignInAttempts attempts, Mails mails, Acts acts, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.mails = mails;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * @param userName          what they sign in as
     * @param secondFactorSince when they set up their authenticator app; empty while they have not
     * @param isLocked          whether too many tries have locked it
     */
    public record Standing(String userName, Optional<Instant> secondFactorSince, boolean isLocked) {}

    /** Empty where they have no account, and for everybody but an administrator. */
    public Optional<Standing> of(UUID person) {
        return accounts.ofSomebody(person).map(account -> new Standing(
                account.userName(), Optional.ofNullable(account.secondFactorSince()), attempts.isLocked(account.userName())));
    }

    /** Whether links go by mail; otherwise an administrator passes them on. */
    public boolean mailsAreSent() {
        return mails.areSent();
    }

    /** Where they get mail about their account; empty where nothing is known, and for everybody but an administrator. */
    public Optional<String> mailAddress(UUID person) {
        return mails.address(person);
    }

    /** Gives somebody a mail address. Links made before stop working. False where somebody else has that address. */
    public boolean setMailAddress(UUID person, String address, Viewer administrator) {
        boolean set = mails.setAddress(person, address);
        if (set) {
            acts.note(administrator, Act.MAIL_ADDRESS_SET, null, person);
        }
        return set;
    }

    /** Lets somebody try again whose account was locked. False where they have none. */
    public boolean unlock(UUID person, Viewer administrator) {
        Optional<Accounts.OfSomebody> account = accounts.ofSomebody(person);
        account.ifPresent(known -> {
            attempts.unlock(known.userName());
            acts.note(administrator, Act.ACCOUNT_UNLOCKED, null, person);
            mails.tell(person, MailKind.ACCOUNT_UNLOCKED);
        });
        return account.isPresent();
    }

    /**
     * Takes away the second factor of somebody whose phone and recovery codes are gone. They are signed out everywhere, and
     * set up another one when they next sign in. False where there was none.
     */
    public boolean takeAwaySecondFactor(UUID person, Viewer administrator) {
        boolean taken = accounts.takeAwaySecondFactor(person, clock.instant());
        if (taken) {
            acts.note(administrator, Act.SECOND_FACTOR_TAKEN_AWAY, null, person, "by an administrator");
            mails.tell(person, MailKind.SECOND_FACTOR_TAKEN_AWAY);
        }
        return taken;
    }
}
