package org.holdfast.sealing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.holdfast.database.CannotStart;
import org.holdfast.database.KeyEncryptionKeys;
import org.holdfast.database.Login;
import org.holdfast.database.RunningDatabase;

/**
 * The command behind {@code ops/rotate-keys}: puts a new key-encryption key in the place of the old one while the service
 * runs. Where the secrets are ours it makes the new key; otherwise it finds it among them, before the old one.
 */
public final class RotateKeys {
    private static final String RESTARTED = "--restarted";

    private RotateKeys() {}

    /** Says what it does; exit code 1 with a sentence where something has to be done first. */
    public static void main(String[] args) {
        List<String> options = Arrays.asList(args);
        try {
            rotate(database(options), options.contains(RESTARTED));
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            System.err.println("The rotation stopped and can be run again, it goes on where it was: " + e.getMessage());
            System.exit(1);
        }
    }

    private static RunningDatabase database(List<String> options) {
        int data = options.indexOf("--data");
        return data < 0 ? RunningDatabase.external() : RunningDatabase.in(Path.of(options.get(data + 1)));
    }

    private static void rotate(RunningDatabase database, boolean restarted) throws SQLException {
        KeyEncryptionKeys keys = database.secrets().keyEncryptionKeys();
        try (Connection connection = database.connect(Login.OWNER)) {
            makeSureOfANewKey(keys, restarted);
            Rotation.Done done = new Rotation(connection, new KeyRing(keys)).run();
            if (keys.areOurs()) {
                keys.keepFirst();
            }
            System.out.println(done.wrapped() + " owners' keys were wrapped anew. Everything is now under the key "
                + done.fingerprint() + (keys.areOurs() ? "" : "; take the old one out of the secret") + ".");
            System.out.println("Keep a copy of the new key elsewhere, and the old one as long as backups made under it.");
        }
    }

    /** @throws CannotStart saying what whoever keeps the secrets has to do first */
    static void makeSureOfANewKey(KeyEncryptionKeys keys, boolean restarted) {
        boolean cutShort = keys.now().size() > 1;
        if (!cutShort && !keys.areOurs()) {
            throw new CannotStart("Put the new key before the old one in HOLDFAST_KEY_ENCRYPTION_KEY or in the file that "
                + "HOLDFAST_KEY_ENCRYPTION_KEY_FILE names, with a space between them, then run this again.");
        }
        if (!keys.areReadAgain() && !restarted) {
            throw new CannotStart("A running service does not see that its environment changed. Start every node again with "
                + "both keys in HOLDFAST_KEY_ENCRYPTION_KEY, one node after the other, then run this with " + RESTARTED
                + ". With HOLDFAST_KEY_ENCRYPTION_KEY_FILE no restart is needed.");
        }
        if (!cutShort) {
            keys.putFirst();
        }
    }
}
