package org.holdfast.database;

import java.util.Locale;

/** Secrets that everybody may know, for tests. */
public final class SecretsForTests {
    private SecretsForTests() {}

    /** The same keys and passwords in every run. */
    public static Secrets fixed() {
        return Secrets.givenBy(variable ->
            variable.endsWith("_FILE") ? null : variable.endsWith("_KEY") ? key(variable) : variable.toLowerCase(Locale.ROOT));
    }

    private static String key(String variable) {
        return "%064x".formatted(variable.hashCode() & 0xffffffffL);
    }
}
