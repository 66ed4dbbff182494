package org.holdfast.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.database.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends the links of the trail. Rows come in the order of their transactions, and only those that are older than the
 * oldest running transaction: then nobody can add an earlier one any more, and no row is left behind.
 */
@Singleton
public final class LinkingTheTrail {
    private static final Logger LOG = LoggerFactory.getLogger(LinkingTheTrail.class);
    private static final int AT_ONCE = 5_000;

    private static final String LAST = """
            select sequence, mac, linked_at, row_id, cast(transaction_id as text) as transaction_id,
                   transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as of_another_life
            from trail_link order by sequence desc limit 1""";

    private static final String NEXT = "select " + TrailRow.COLUMNS + """
             from trail t
            where (t.transaction_id, t.id) > (cast(? as xid8), ?) and t.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by t.transaction_id, t.id limit\s""" + AT_ONCE;

    /** A dump taken into another server brings transaction numbers that this server has not reached: the order begins again. */
    private static final String NEXT_AFTER_ANOTHER_LIFE = "select " + TrailRow.COLUMNS + """
             from trail t
            where not exists (select from trail_link l where l.row_id = t.id)
              and (t.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) or t.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()))
            order by t.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) desc, t.transaction_id, t.id limit\s""" + AT_ONCE;

    private static final String ADD = "insert into trail_link (sequence, row_id, transaction_id, linked_at, mac) values (?, ?, cast(? as xid8), ?, ?)";

    private final Secrets secrets;
    private final Clock clock;

    LinkingTheTrail(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Where the links end. */
    private record Last(Head head, Instant linkedAt, UUID rowId, String transactionId, boolean ofAnotherLife) {
        static final Last NONE = new Last(Head.NONE, Instant.MAX, new UUID(0, 0), "0", false);
    }

    /**
     * Links what is due, at most 5,000 rows, in one transaction. Whoever comes while another does so does nothing.
     *
     * @param jobs a connection of the jobs' role, with automatic commit
     * @return how many rows were linked
     */
    public int link(Connection jobs) throws SQLException {
        jobs.setAutoCommit(false);
        try {
            int linked = isAlone(jobs) ? linkAlone(jobs) : 0;
            jobs.commit();
            return linked;
        } finally {
            jobs.rollback();
            jobs.setAutoCommit(true);
        }
    }

    private static boolean isAlone(Connection jobs) throws SQLException {
        try (Statement statement = jobs.createStatement();
                ResultSet taken = statement.executeQuery("select pg_try_advisory_xact_lock(hashtext('holdfast trail'))")) {
            return taken.next() && taken.getBoolean(1);
        }
    }

    private int linkAlone(Connection jobs) throws SQLException {
        Last last = last(jobs);
        List<TrailRow> rows = next(jobs, last);
        if (!rows.isEmpty()) {
            sayHeadOfTheDay(last);
            add(jobs, last.head(), rows);
        }
        return rows.size();
    }

    private static Last last(Connection jobs) throws SQLException {
        try (Statement statement = jobs.createStatement(); ResultSet last = statement.executeQuery(LAST)) {
            return last.next()
                    ? new Last(
                            new Head(last.getLong("sequence"), last.getBytes("mac")), last.getObject("linked_at", OffsetDateTime.class).toInstant(),
                            last.getObject("row_id", UUID.class), last.getString("transaction_id"), last.getBoolean("of_another_life"))
                    : Last.NONE;
        }
    }

    private static List<TrailRow> next(Connection jobs, Last last) throws SQLException {
        try (PreparedStatement next = jobs.prepareStatement(last.ofAnotherLife() ? NEXT_AFTER_ANOTHER_LIFE : NEXT)) {
            if (!last.ofAnotherLife()) {
                next.setString(1, last.transactionId());
                next.setObject(2, last.rowId());
            }
            try (ResultSet found = next.executeQuery()) {
                List<TrailRow> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(TrailRow.read(found));
                }
                return rows;
            }
        }
    }

    /** With the first link of a new day, before it is there: said twice rather than not at all. */
    private void sayHeadOfTheDay(Last last) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (last != Last.NONE && LocalDate.ofInstant(last.linkedAt(), ZoneOffset.UTC).isBefore(day)) {
            LOG.info("The trail of {} (UTC) ends with {}", LocalDate.ofInstant(last.linkedAt(), ZoneOffset.UTC), last.head());
        }
    }

    private void add(Connection jobs, Head last, List<TrailRow> rows) throws SQLException {
        TrailKey key = new TrailKey(secrets);
        Head head = last;
        try (PreparedStatement add = jobs.prepareStatement(ADD)) {
            for (TrailRow row : rows) {
                head = key.link(head, row);
                add.setLong(1, head.sequence());
                add.setObject(2, row.id());
                add.setString(3, row.transactionId());
                add.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                add.setBytes(5, head.mac());
                add.addBatch();
            }
            add.executeBatch();
        }
    }
}
