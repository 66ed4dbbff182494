package org.holdfast.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.holdfast.web.Errors;

/**
 * What somebody signs in as. Letters of the Latin alphabet, digits and the marks of a mail address, so that no two names
 * look alike; which names are one is said by {@code user_name_key} in the database, and here for names nobody has.
 */
final class UserName {
    static final int LEAST = 3;
    static final int MOST = 200;

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9@._+'-]*");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private UserName() {}

    /** Great and small, wide and narrow, with and without accents are one. */
    static String key(String typed) {
        String apart = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** As it is kept: {@code ａｄａ} is written {@code ada}. */
    static String tidied(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    }

    /** Says under {@code userName} what keeps this from being a user name, if anything does. */
    static void check(Errors errors, String typed) {
        errors.text("userName", typed, MOST, "Choose a user name, for example your work email address");
        if (typed.length() < LEAST) {
            errors.add("userName", "Choose a user name of at least " + LEAST + " characters");
        } else if (tidied(typed).length() > MOST || !PLAIN.matcher(key(typed)).matches()) {
            errors.add("userName", "Use letters from a to z, with or without accents, digits, and . _ - + @ ' only: other letters can look the same");
        }
    }
}
