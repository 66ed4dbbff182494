package org.holdfast.sealing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.database.CannotStart;
import org.holdfast.database.KeyEncryptionKeys;

/** Sees before anything runs on a database that everything sealed in it can be opened. */
public final class KeysAtHand {
    private KeysAtHand() {}

    /**
     * @param connection to a migrated database; stays open
     * @throws CannotStart where a key-encryption key that something sealed needs is not among the secrets
     */
    public static void check(Connection connection, KeyEncryptionKeys kept) throws SQLException {
        KeyRing keys = new KeyRing(kept);
        List<String> lacking = keys.lacking(needed(connection));
        if (!lacking.isEmpty()) {
            throw new CannotStart("What is sealed in this database needs the key-encryption key with the fingerprint "
                + String.join(" and ", lacking) + ", and it is not among the secrets; the first one there is " + keys.first()
                + ". Put the right key back from your copy.");
        }
    }

    private static List<String> needed(Connection connection) throws SQLException {
        List<String> needed = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select key_encryption_keys_needed()")) {
            while (found.next()) {
                needed.add(found.getString(1));
            }
        }
        return needed;
    }
}
