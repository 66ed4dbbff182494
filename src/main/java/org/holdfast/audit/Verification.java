package org.holdfast.audit;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.database.Secrets;

/**
 * Goes through the whole trail, link by link, and says what is not as it was written: a row that was changed, removed,
 * moved or slipped in, a link that is missing, and an end that was cut off, where an earlier head is known. What is not
 * linked yet cannot be checked and is counted apart.
 */
final class Verification {
    /** In one snapshot: every link with its row, then the rows without a link in the order they would be linked. */
    private static final String EVERYTHING = "select l.sequence, l.row_id, l.mac, " + TrailRow.COLUMNS + """
            , t.transaction_id >= pg_snapshot_xmax(pg_current_snapshot())
              or coalesce(
                  (select e.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) or (t.transaction_id, t.id) > (e.transaction_id, e.row_id)
                   from trail_link e order by e.sequence desc limit 1), true) as is_tail
            from trail_link l full join trail t on t.id = l.row_id
            order by l.sequence nulls last, t.transaction_id, t.id""";

    private static final int FETCHED_AT_ONCE = 1_000;
    private static final int MOST_FINDINGS = 100;

    private final TrailKey key;
    private final @Nullable Head known;
    private final List<String> findings = new ArrayList<>();
    private long found;
    private Head head = Head.NONE;
    private long linked;
    private long tail;
    private @Nullable Instant tailSince;
    private boolean reachedKnown;

    private Verification(Secrets secrets, @Nullable Head known) {
        this.key = new TrailKey(secrets);
        this.known = known;
        this.reachedKnown = known == null || known.sequence() == 0;
    }

    /**
     * How the trail stands.
     *
     * @param linked    rows that have a link
     * @param head      the last link
     * @param tail      rows that wait for a link
     * @param tailSince when the oldest of those was added; null where there is none
     * @param found     how many things are not as they were written
     * @param findings  a sentence for each of the first {@value #MOST_FINDINGS} of them
     */
    record Result(long linked, Head head, long tail, @Nullable Instant tailSince, long found, List<String> findings) {}

    /**
     * @param connection may read the trail; its transaction is this method's
     * @param known      a head that was kept elsewhere, or null: then a trail whose end was cut off looks whole
     */
    static Result of(Connection connection, Secrets secrets, @Nullable Head known) throws SQLException {
        Verification verification = new Verification(secrets, known);
        verification.read(connection);
        return verification.result();
    }

    private void read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement once = connection.createStatement()) {
            once.execute("set transaction isolation level repeatable read, read only");
        }
        try (PreparedStatement everything = connection.prepareStatement(EVERYTHING)) {
            everything.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet next = everything.executeQuery()) {
                while (next.next()) {
                    if (next.getObject("sequence") == null) {
                        unlinked(next);
                    } else {
                        linked(next);
                    }
                }
            }
        } finally {
            connection.rollback();
        }
    }

    private void linked(ResultSet next) throws SQLException {
        long sequence = next.getLong("sequence");
        byte[] mac = next.getBytes("mac");
        if (sequence != head.sequence() + 1) {
            finding("Links " + (head.sequence() + 1) + " to " + (sequence - 1) + " are missing.");
        }
        check(sequence, mac, next);
        head = new Head(sequence, mac);
        if (known != null && known.sequence() == sequence) {
            reachedKnown = true;
            if (!known.isSame(mac)) {
                finding("Link " + sequence + " is another one than the head you gave: the trail was cut before it and written anew.");
            }
        }
        linked++;
    }

    private void check(long sequence, byte[] mac, ResultSet next) throws SQLException {
        UUID row = next.getObject("row_id", UUID.class);
        if (next.getObject("id") == null) {
            finding("Row " + row + " (link " + sequence + ") is missing.");
        } else if (!key.link(sequence, head.mac(), TrailRow.read(next)).isSame(mac)) {
            finding("Row " + row + " (link " + sequence + ") does not match its link: it was changed, moved, or what stands before it was.");
        }
    }

    private void unlinked(ResultSet next) throws SQLException {
        TrailRow row = TrailRow.read(next);
        if (!next.getBoolean("is_tail")) {
            finding("Row " + row.id() + " was slipped in: it has no link, and is older than rows that have one.");
            return;
        }
        tail++;
        tailSince = tailSince == null || row.at().isBefore(tailSince) ? row.at() : tailSince;
    }

    private void finding(String sentence) {
        found++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(sentence);
        }
    }

    private Result result() {
        if (!reachedKnown) {
            finding("The end was cut off: the head you gave is link " + known.sequence() + ", and the trail ends with " + head.sequence() + ".");
        }
        return new Result(linked, head, tail, tailSince, found, findings);
    }
}
