package org.holdfast.sealing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.database.CannotStart;
import org.holdfast.database.KeyEncryptionKeys;
import org.holdfast.database.SecretsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be there before the keys of an external installation can be rotated. */
class RotateKeysTest {
    private static final String OLD = "0a".repeat(32);
    private static final String NEW = "0b".repeat(32);

    @TempDir Path folder;

    @Test
    void aNewKeyIsAskedForWhereSomebodyElseKeepsThem() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), OLD);
        KeyEncryptionKeys keys = SecretsForTests.withKeysIn(file).keyEncryptionKeys();

        CannotStart refused = assertThrows(CannotStart.class, () -> RotateKeys.makeSureOfANewKey(keys, false));

        assertTrue(refused.getMessage().contains("HOLDFAST_KEY_ENCRYPTION_KEY_FILE"), refused.getMessage());
        assertFalse(refused.getMessage().contains(OLD));
        Files.writeString(file, NEW + "\n" + OLD + "\n");
        assertDoesNotThrow(() -> RotateKeys.makeSureOfANewKey(keys, false));
    }

    @Test
    void keysInTheEnvironmentNeedARestartBeforeTheyAreRotated() {
        KeyEncryptionKeys keys = SecretsForTests.withKeys(NEW + " " + OLD).keyEncryptionKeys();

        CannotStart refused = assertThrows(CannotStart.class, () -> RotateKeys.makeSureOfANewKey(keys, false));

        assertTrue(refused.getMessage().contains("--restarted"), refused.getMessage());
        assertFalse(refused.getMessage().contains(OLD) || refused.getMessage().contains(NEW));
        assertDoesNotThrow(() -> RotateKeys.makeSureOfANewKey(keys, true));
    }
}
