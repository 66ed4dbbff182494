package org.holdfast.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Secrets that everybody may know, for tests. */
public final class SecretsForTests {
    private SecretsForTests() {}

    /** The same keys and passwords in every run; the mail server asks for none. */
    public static Secrets fixed() {
        return Secrets.givenBy(SecretsForTests::value);
    }

    /** The same as variables, for a process of its own. */
    static Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        Secrets.givenBy(variable -> {
            variables.put(variable, value(variable));
            return value(variable);
        });
        variables.values().removeIf(Objects::isNull);
        return variables;
    }

    private static String value(String variable) {
        return variable.endsWith("_FILE") || variable.equals("HOLDFAST_MAIL_PASSWORD") ? null : variable.endsWith("_KEY") ? key(variable) : variable.toLowerCase(Locale.ROOT);
    }

    /** The same, with the key-encryption keys in that file. */
    public static Secrets withKeysIn(Path file) {
        return Secrets.givenBy(variable -> switch (variable) {
            case "HOLDFAST_KEY_ENCRYPTION_KEY" -> null;
            case "HOLDFAST_KEY_ENCRYPTION_KEY_FILE" -> file.toString();
            default -> value(variable);
        });
    }

    /** The same, with these key-encryption keys in the environment. */
    public static Secrets withKeys(String keys) {
        return Secrets.givenBy(variable ->
            variable.endsWith("_FILE") ? null : variable.equals("HOLDFAST_KEY_ENCRYPTION_KEY") ? keys
                : variable.endsWith("_KEY") ? key(variable) : variable.toLowerCase(Locale.ROOT));
    }

    private static String key(String variable) {
        return "%064x".formatted(variable.hashCode() & 0xffffffffL);
    }
}
