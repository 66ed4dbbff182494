package org.holdfast.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void areMadeForTheirOwnerAlone() throws IOException {
        Secrets.keptIn(secrets(), false);

        assertEquals("rwx------", mode(secrets()));
        try (Stream<Path> files = Files.list(secrets())) {
            assertEquals(List.of("rw-------"), files.map(SecretsTest::mode).distinct().toList());
        }
    }

    @Test
    void areMadeOnceAndKept() {
        Secrets made = Secrets.keptIn(secrets(), false);
        Secrets kept = Secrets.keptIn(secrets(), true);

        assertArrayEquals(first(made), first(kept));
        assertEquals(made.password(Login.APP), kept.password(Login.APP));
        assertEquals(32, first(made).length);
    }

    @Test
    void differFromEachOtherAndBetweenInstallations() {
        Secrets here = Secrets.keptIn(secrets(), false);
        Secrets there = Secrets.keptIn(folder.resolve("elsewhere"), false);

        assertEquals(Login.values().length, Arrays.stream(Login.values()).map(here::password).distinct().count());
        assertFalse(Arrays.equals(here.cookieKey(), here.chainKey()));
        assertFalse(Arrays.equals(first(here), first(there)));
    }

    @Test
    void aLostKeyIsNotReplacedWhileThereIsDataItCloses() throws IOException {
        Secrets.keptIn(secrets(), false);
        Files.delete(secrets().resolve("key-encryption-key"));

        CannotStart refused = assertThrows(CannotStart.class, () -> Secrets.keptIn(secrets(), true));

        assertTrue(refused.getMessage().contains(secrets().resolve("key-encryption-key").toString()));
    }

    @Test
    void aRolesPasswordIsRenewedByDeletingIt() throws IOException {
        Secrets before = Secrets.keptIn(secrets(), false);
        Files.delete(secrets().resolve("app-password"));

        Secrets after = Secrets.keptIn(secrets(), true);

        assertNotEquals(before.password(Login.APP), after.password(Login.APP));
        assertEquals(before.password(Login.JOBS), after.password(Login.JOBS));
    }

    @Test
    void comeFromTheEnvironmentWithAnExternalDatabase() {
        Secrets given = Secrets.givenBy(environment()::get);

        assertEquals("of the app", given.password(Login.APP));
        assertEquals((byte) 0xab, given.chainKey()[0]);
    }

    @Test
    void comeFromAFileTheEnvironmentNames() throws IOException {
        Map<String, String> environment = environment();
        environment.remove("HOLDFAST_APP_PASSWORD");
        environment.put("HOLDFAST_APP_PASSWORD_FILE", Files.writeString(folder.resolve("password"), "kept apart\n").toString());

        assertEquals("kept apart", Secrets.givenBy(environment::get).password(Login.APP));
    }

    @Test
    void aNewKeyEncryptionKeyStandsBeforeTheOldOneUntilThatIsForgotten() {
        Secrets secrets = Secrets.keptIn(secrets(), false);
        byte[] old = first(secrets);

        secrets.keyEncryptionKeys().putFirst();

        List<byte[]> both = Secrets.keptIn(secrets(), true).keyEncryptionKeys().now();
        assertEquals(2, both.size());
        assertArrayEquals(old, both.get(1));
        assertEquals("rw-------", mode(secrets().resolve("key-encryption-key")));

        secrets.keyEncryptionKeys().keepFirst();

        assertArrayEquals(both.get(0), first(secrets));
        assertEquals(1, secrets.keyEncryptionKeys().now().size());
    }

    @Test
    void keyEncryptionKeysInAFileAreReadAgainAndThoseOfTheEnvironmentAreNot() throws IOException {
        Map<String, String> environment = environment();
        assertFalse(Secrets.givenBy(environment::get).keyEncryptionKeys().areReadAgain());

        environment.remove("HOLDFAST_KEY_ENCRYPTION_KEY");
        Path file = Files.writeString(folder.resolve("keys"), "ab".repeat(32) + "\n");
        environment.put("HOLDFAST_KEY_ENCRYPTION_KEY_FILE", file.toString());
        KeyEncryptionKeys keys = Secrets.givenBy(environment::get).keyEncryptionKeys();
        Files.writeString(file, "cd".repeat(32) + ", " + "ab".repeat(32));

        assertTrue(keys.areReadAgain());
        assertEquals(List.of((byte) 0xcd, (byte) 0xab), keys.now().stream().map(key -> key[0]).toList());
    }

    @Test
    void aMissingOneIsNamed() {
        for (String variable : environment().keySet()) {
            Map<String, String> environment = environment();
            environment.remove(variable);

            CannotStart refused = assertThrows(CannotStart.class, () -> Secrets.givenBy(environment::get));

            assertTrue(refused.getMessage().contains(variable + ","), refused.getMessage());
        }
    }

    @Test
    void aKeyThatIsTooShortIsRefusedWithoutRepeatingIt() {
        Map<String, String> environment = environment();
        environment.put("HOLDFAST_COOKIE_KEY", "c0ffee");

        CannotStart refused = assertThrows(CannotStart.class, () -> Secrets.givenBy(environment::get));

        assertTrue(refused.getMessage().startsWith("HOLDFAST_COOKIE_KEY must hold"));
        assertFalse(refused.getMessage().contains("c0ffee"));
    }

    private static byte[] first(Secrets secrets) {
        return secrets.keyEncryptionKeys().now().getFirst();
    }

    private Path secrets() {
        return folder.resolve("secrets");
    }

    private static Map<String, String> environment() {
        String key = "ab".repeat(32);
        return new HashMap<>(Map.of(
            "HOLDFAST_OWNER_PASSWORD", "of the owner",
            "HOLDFAST_APP_PASSWORD", "of the app",
            "HOLDFAST_JOBS_PASSWORD", "of the jobs",
            "HOLDFAST_DESTROY_PASSWORD", "of retention",
            "HOLDFAST_KEY_ENCRYPTION_KEY", key,
            "HOLDFAST_COOKIE_KEY", key,
            "HOLDFAST_CHAIN_KEY", key));
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
