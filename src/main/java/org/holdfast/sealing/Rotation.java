package org.holdfast.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.database.CannotStart;

/**
 * Wraps all owners' keys anew by the first of the key-encryption keys, as the owner of the tables, and retires the others.
 * From its first step on new owners' keys take the new key, so that what is left only shrinks. Each step is a small
 * transaction: cut off anywhere and run again, it goes on where it was.
 */
final class Rotation {
    private static final int AT_ONCE = 100;
    private static final String BUSY = "55P03";

    private final Connection connection;
    private final KeyRing keys;

    /** @param connection auto-commit on; the caller closes it */
    Rotation(Connection connection, KeyRing keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /**
     * What came of it.
     *
     * @param fingerprint of the key that now wraps everything
     * @param wrapped     how many owners' keys were wrapped anew in this run
     */
    record Done(String fingerprint, int wrapped) {}

    /** @throws CannotStart where a key it needs is not there, or old files have not been sealed anew yet; nothing is lost */
    Done run() throws SQLException {
        connection.setAutoCommit(false);
        refuseUnlessAllAreThere();
        announce();
        int wrapped = 0;
        do {
            wrapped += wrapAll();
        } while (!retireOthers());
        return new Done(keys.first(), wrapped);
    }

    private void refuseUnlessAllAreThere() throws SQLException {
        List<String> needed = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select fingerprint from key_encryption_key")) {
            while (found.next()) {
                needed.add(found.getString(1));
            }
        }
        connection.commit();
        List<String> lacking = keys.lacking(needed);
        if (!lacking.isEmpty()) {
            throw new CannotStart("The key-encryption key with the fingerprint " + String.join(" and ", lacking)
                + " is in use and is not among the secrets. Put it back after the new one, then run this again.");
        }
    }

    private void announce() throws SQLException {
        String sql = """
            insert into key_encryption_key (fingerprint, number, used_since)
            select ?, coalesce(max(number), 0) + 1, clock_timestamp() from key_encryption_key
            having coalesce((select fingerprint from key_encryption_key order by number desc limit 1), '') <> ?
            on conflict (fingerprint) do update set number = excluded.number, used_since = excluded.used_since""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, keys.first());
            statement.setString(2, keys.first());
            statement.executeUpdate();
        }
        connection.commit();
    }

    private int wrapAll() throws SQLException {
        int all = 0;
        int some;
        do {
            some = wrapSome();
            connection.commit();
            all += some;
        } while (some > 0);
        return all;
    }

    private int wrapSome() throws SQLException {
        String left = """
            select id, kind, coalesce(person_id, session_id), wrapped_by, wrapped_key from owner_key
            where wrapped_by <> ? order by id limit ? for update""";
        String renew = "update owner_key set wrapped_by = ?, wrapped_key = ? where id = ?";
        try (PreparedStatement select = connection.prepareStatement(left); PreparedStatement update = connection.prepareStatement(renew)) {
            select.setString(1, keys.first());
            select.setInt(2, AT_ONCE);
            ResultSet found = select.executeQuery();
            while (found.next()) {
                byte[] boundTo = OwnerKeys.boundTo(found.getString(2), found.getObject(3, UUID.class));
                DataKey owners = unwrapped(found, boundTo);
                update.setString(1, keys.first());
                update.setBytes(2, keys.of(keys.first()).wrap(owners, boundTo));
                update.setObject(3, found.getObject(1));
                update.addBatch();
            }
            return update.executeBatch().length;
        }
    }

    private DataKey unwrapped(ResultSet found, byte[] boundTo) throws SQLException {
        try {
            return keys.of(found.getString(4)).unwrap(found.getBytes(5), boundTo);
        } catch (SealBroken broken) {
            throw new CannotStart("The owner's key " + found.getString(1) + " does not open: somebody changed its row. Put that "
                + "row of owner_key back from a backup, then run this again.");
        }
    }

    /** Waits for transactions that are just making an owner's key, at most two seconds at a time. */
    private boolean retireOthers() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('key encryption key', 0))");
            refuseWhileOldFilesWait(statement);
            boolean complete = !exists(statement, "select from owner_key where wrapped_by <> '" + keys.first() + "'");
            if (complete) {
                statement.execute("delete from key_encryption_key where fingerprint <> '" + keys.first() + "'");
            }
            connection.commit();
            return complete;
        } catch (SQLException busy) {
            connection.rollback();
            if (BUSY.equals(busy.getSQLState())) {
                return false;
            }
            throw busy;
        }
    }

    private void refuseWhileOldFilesWait(Statement statement) throws SQLException {
        if (exists(statement, "select from stored_report_before")) {
            connection.rollback();
            throw new CannotStart("Files from before this version still wait to be sealed anew, which the running service does "
                + "by itself within a minute or so. Run this again then.");
        }
    }

    private static boolean exists(Statement statement, String rows) throws SQLException {
        try (ResultSet found = statement.executeQuery("select exists (" + rows + ")")) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
