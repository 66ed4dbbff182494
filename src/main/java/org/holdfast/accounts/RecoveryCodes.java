package org.holdfast.accounts;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.database.Ids;

/** Ten codes for the day the phone is gone: shown once, kept as Argon2id like passwords, each used once. */
@Singleton
final class RecoveryCodes {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int COUNT = 10;
    /** Fifty bits. */
    private static final int LENGTH = 10;
    /** Crockford's base 32: no letter is taken for another or for a digit. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    RecoveryCodes(Accounts accounts, Passwords passwords, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** New codes for the viewer; those before no longer work. */
    List<String> renew() {
        accounts.forgetRecoveryCodes();
        List<String> codes = Stream.generate(RecoveryCodes::fresh).limit(COUNT).toList();
        codes.forEach(code -> accounts.addRecoveryCode(ids.next(), passwords.hash(code), clock.instant()));
        return codes.stream().map(code -> code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2)).toList();
    }

    private static String fresh() {
        StringBuilder code = new StringBuilder();
        CHANCE.ints(LENGTH, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
        return code.toString();
    }

    /** Uses that code up if it is one of theirs; great and small letters, spaces and dashes do not matter. */
    boolean use(UUID person, String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('o', '0').replaceAll("[il]", "1");
        return code.length() == LENGTH && accounts.recoveryCodes(person).stream()
                .filter(held -> passwords.matches(code, held.codeHash()))
                .anyMatch(held -> accounts.useRecoveryCode(held.id(), clock.instant()));
    }
}
