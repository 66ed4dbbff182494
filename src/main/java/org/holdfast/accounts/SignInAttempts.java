package org.holdfast.accounts;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.database.Ids;
import org.holdfast.database.Secrets;
import org.holdfast.web.CallerAddress;
import org.holdfast.web.Words;

/**
 * Slows down and then locks whoever guesses: passwords, codes, and the current password on the account page. Counted in
 * the database, so that several nodes share it, by name whether or not anybody has it, so that nothing is given away.
 */
@Singleton
final class SignInAttempts {
    /** So many failures under one name lock it, until a new password by a link, or an administrator (access.md). */
    static final int MOST_FAILURES = 10;
    /** So many failures may come quickly, as from fingers that slip. */
    private static final int AT_ONCE = 3;
    /** So many failures from one address within a quarter of an hour; a whole service centre may sit behind it. */
    private static final int MOST_FROM_ONE_ADDRESS = 50;
    private static final int MOST_LINKS_FROM_ONE_ADDRESS = 20;
    private static final String NOWHERE = "";

    private final Accounts accounts;
    private final byte[] key;
    private final Ids ids;
    private final Clock clock;

    SignInAttempts(Accounts accounts, Secrets secrets, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.key = secrets.cookieKey();
        this.ids = ids;
        this.clock = clock;
    }

    /** One try: under which name and from which address, as keyed hashes. */
    record Attempt(byte[] name, byte[] address) {}

    Attempt of(String userName, HttpRequest<?> request) {
        return of(userName, CallerAddress.of(request));
    }

    private Attempt of(String userName, String address) {
        return new Attempt(hash("name " + UserName.key(userName)), hash("address " + address));
    }

    /** What to say instead of looking at what was typed; empty where it may be looked at. */
    Optional<String> refusal(Attempt attempt) {
        Accounts.SignInStanding standing = accounts.signInStanding(attempt.name(), attempt.address(), clock.instant());
        if (standing.failures() >= MOST_FAILURES) {
            return Optional.of("This name is locked after " + MOST_FAILURES
                    + " tries that did not fit. A link for a new password opens it again, or an administrator.");
        }
        if (standing.fromAddress() >= MOST_FROM_ONE_ADDRESS) {
            return Optional.of("There were many tries from where you are. Wait a quarter of an hour and try again.");
        }
        long seconds = secondsToWait(standing);
        return seconds <= 0 ? Optional.empty()
                : Optional.of("There were several tries that did not fit. Wait " + Words.count(seconds, "second") + " and try again.");
    }

    boolean isLocked(String userName) {
        Attempt attempt = of(userName, NOWHERE);
        return accounts.signInStanding(attempt.name(), attempt.address(), clock.instant()).failures() >= MOST_FAILURES;
    }

    /** After the third failure two seconds, then twice as long each time. */
    private long secondsToWait(Accounts.SignInStanding standing) {
        if (standing.failures() < AT_ONCE) {
            return 0;
        }
        Instant opens = standing.lastFailedAt().plusSeconds(2L << standing.failures() - AT_ONCE);
        return Duration.between(clock.instant(), opens).plusMillis(999).toSeconds();
    }

    /** @return whether this failure has locked the name */
    boolean failed(Attempt attempt) {
        note(attempt, "failed");
        return accounts.signInStanding(attempt.name(), attempt.address(), clock.instant()).failures() == MOST_FAILURES;
    }

    void succeeded(Attempt attempt) {
        note(attempt, "succeeded");
    }

    /** What to say instead of sending a link; the same for every name. The request is noted. */
    Optional<String> linkRefusal(String typed, HttpRequest<?> request) {
        Attempt attempt = of(typed, request);
        if (accounts.linksAskedFrom(attempt.address(), clock.instant()) >= MOST_LINKS_FROM_ONE_ADDRESS) {
            return Optional.of("Many links were asked for from where you are. Wait a quarter of an hour and try again.");
        }
        note(attempt, "link asked");
        return Optional.empty();
    }

    /** Forgets the failures under a name, because whoever it belongs to has proved it another way. */
    void unlock(String userName) {
        note(of(userName, NOWHERE), "unlocked");
    }

    private void note(Attempt attempt, String what) {
        accounts.noteSignInAttempt(ids.next(), attempt.name(), attempt.address(), clock.instant(), what);
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
