package org.holdfast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The keys and database passwords of one installation. There are no defaults: beside the embedded database they are
 * made once, with an external database each is demanded from the environment or from a file it names.
 *
 * <p>Every key is 32 random bytes, written as 64 hexadecimal digits. Where the key-encryption key stands there may be
 * several, see {@link KeyEncryptionKeys}.
 */
public final class Secrets {
    private static final String SUPERUSER_PASSWORD = "superuser-password";
    private static final String KEY_ENCRYPTION_KEY = "key-encryption-key";
    private static final String COOKIE_KEY = "cookie-key";
    private static final String CHAIN_KEY = "chain-key";
    private static final String MAIL_PASSWORD = "mail-password";
    private static final List<String> KEYS = List.of(KEY_ENCRYPTION_KEY, COOKIE_KEY, CHAIN_KEY);
    private static final int BYTES = 32;

    private final Map<String, String> values;
    private final KeyEncryptionKeys keyEncryptionKeys;

    private Secrets(Map<String, String> values, KeyEncryptionKeys keyEncryptionKeys) {
        this.values = values;
        this.keyEncryptionKeys = keyEncryptionKeys;
    }

    /** Wrap the keys of sealed text and stored documents. */
    public KeyEncryptionKeys keyEncryptionKeys() {
        return keyEncryptionKeys;
    }

    /** Authenticates what the service puts into a browser or a link: 32 bytes, a fresh copy each time. */
    public byte[] cookieKey() {
        return key(COOKIE_KEY);
    }

    /** Links the rows of the audit trail: 32 bytes, a fresh copy each time. */
    public byte[] chainKey() {
        return key(CHAIN_KEY);
    }

    private byte[] key(String name) {
        return HexFormat.of().parseHex(values.get(name));
    }

    /** The password of one database role. */
    public String password(Login login) {
        return values.get(login.password());
    }

    /** The password for the mail server; empty where it asks for none. Never made, because another server gives it out. */
    public Optional<String> mailPassword() {
        return Optional.ofNullable(values.get(MAIL_PASSWORD));
    }

    /** The password of the embedded database's superuser; absent with an external database. */
    String superuserPassword() {
        return values.get(SUPERUSER_PASSWORD);
    }

    private static Stream<String> passwords() {
        return Arrays.stream(Login.values()).map(Login::password);
    }

    /**
     * Reads the secrets beside the embedded database and makes the missing ones.
     *
     * @param holdsData whether a database was made in this folder before. Then only the roles' passwords may be made
     *                  anew, because a new key would not open what the lost one closed
     * @throws CannotStart naming a secret that is missing and cannot be replaced
     */
    static Secrets keptIn(Path folder, boolean holdsData) {
        try {
            Files.createDirectories(folder, closedTo("rwx------"));
            Files.setPosixFilePermissions(folder, permissions("rwx------"));
            for (String name : missing(folder)) {
                refuseToReplace(folder, name, holdsData);
                write(folder.resolve(name), freshKey());
            }
            return readFrom(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of secrets that the folder does not hold yet. */
    static List<String> missing(Path folder) {
        return embedded().filter(name -> !Files.exists(folder.resolve(name))).toList();
    }

    private static Stream<String> embedded() {
        return Stream.of(Stream.of(SUPERUSER_PASSWORD), passwords(), KEYS.stream()).flatMap(names -> names);
    }

    private static void refuseToReplace(Path folder, String name, boolean holdsData) {
        boolean replaceable = passwords().anyMatch(name::equals);
        if (holdsData && !replaceable) {
            throw new CannotStart("The file " + folder.resolve(name) + " is missing, and the database beside it cannot "
                + "be opened without it. Put it back from your copy.");
        }
    }

    /** Written aside and moved, so that a start cut short leaves no half secret. */
    static void write(Path file, String secret) {
        try {
            Path aside = Files.createTempFile(file.getParent(), "new-", "", closedTo("rw-------"));
            Files.writeString(aside, secret + "\n", StandardOpenOption.SYNC);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 32 random bytes in hexadecimal digits. */
    static String freshKey() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static FileAttribute<Set<PosixFilePermission>> closedTo(String mode) {
        return PosixFilePermissions.asFileAttribute(permissions(mode));
    }

    private static Set<PosixFilePermission> permissions(String mode) {
        return PosixFilePermissions.fromString(mode);
    }

    /** @throws CannotStart naming a secret that cannot be read */
    static Secrets readFrom(Path folder) {
        Map<String, String> values = new TreeMap<>();
        embedded().forEach(name -> values.put(name, read(name, folder.resolve(name))));
        if (Files.exists(folder.resolve(MAIL_PASSWORD))) {
            values.put(MAIL_PASSWORD, read(MAIL_PASSWORD, folder.resolve(MAIL_PASSWORD)));
        }
        Path keys = folder.resolve(KEY_ENCRYPTION_KEY);
        return new Secrets(values, KeyEncryptionKeys.ours(keys, () -> read(KEY_ENCRYPTION_KEY, keys)));
    }

    private static String read(String name, Path file) {
        try {
            return checked(name, Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read.", e);
        }
    }

    /**
     * Takes the secrets of an installation with an external database from the environment:
     * {@code HOLDFAST_APP_PASSWORD}, {@code HOLDFAST_CHAIN_KEY} and so on, or the file that
     * {@code HOLDFAST_APP_PASSWORD_FILE} names.
     *
     * @throws CannotStart naming the first one that is missing or malformed
     */
    static Secrets givenBy(UnaryOperator<String> environment) {
        Map<String, String> values = new TreeMap<>();
        Stream.concat(passwords(), KEYS.stream()).forEach(name -> values.put(name, given(name, environment)));
        if (isGiven(MAIL_PASSWORD, environment)) {
            values.put(MAIL_PASSWORD, given(MAIL_PASSWORD, environment));
        }
        boolean inAFile = environment.apply(variable(KEY_ENCRYPTION_KEY)) == null;
        return new Secrets(values, inAFile
            ? KeyEncryptionKeys.in(() -> given(KEY_ENCRYPTION_KEY, environment))
            : KeyEncryptionKeys.fixed(values.get(KEY_ENCRYPTION_KEY)));
    }

    private static boolean isGiven(String name, UnaryOperator<String> environment) {
        return environment.apply(variable(name)) != null || environment.apply(variable(name) + "_FILE") != null;
    }

    private static String given(String name, UnaryOperator<String> environment) {
        String variable = variable(name);
        String value = environment.apply(variable);
        String file = environment.apply(variable + "_FILE");
        if (value == null && file != null) {
            value = contents(variable, Path.of(file));
        }
        if (value == null || value.isBlank()) {
            throw new CannotStart("An external database needs " + variable + ", or " + variable
                + "_FILE naming a file that holds it; neither is set.");
        }
        return checked(name, value.strip(), variable);
    }

    static String variable(String name) {
        return "HOLDFAST_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String contents(String variable, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("The file that " + variable + "_FILE names, " + file + ", cannot be read.", e);
        }
    }

    private static String checked(String name, String value, String where) {
        List<String> keys = name.equals(KEY_ENCRYPTION_KEY) ? KeyEncryptionKeys.words(value) : List.of(value);
        if (KEYS.contains(name) && !keys.stream().allMatch(key -> key.matches("[0-9a-fA-F]{" + 2 * BYTES + "}"))) {
            throw new CannotStart(where + " must hold 64 hexadecimal digits (32 random bytes), and does not.");
        }
        return value;
    }
}
