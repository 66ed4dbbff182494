package org.holdfast.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that cannot be reached, which passes, from one that refuses what it was asked, which is our mistake. */
public final class DatabaseAway {
    /** Class 08: connection; 57P01 to 57P03: shutting down or starting; 53300: no connection free. */
    private static final String CONNECTION = "08";
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");
    /** What the pool says, without a state, of a connection it has given up in the middle of a request. */
    private static final String THROWN_AWAY = "Connection is closed";
    /** Chains of causes are short; one that is not may go round in circles. */
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** Whether that is what stands behind a failure, however deep in its causes. */
    public static boolean isBehind(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refused && saysSo(refused)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean saysSo(SQLException refused) {
        String state = refused.getSQLState();
        return refused instanceof SQLTransientConnectionException
                || refused instanceof SQLNonTransientConnectionException
                || (state == null ? THROWN_AWAY.equals(refused.getMessage()) : state.startsWith(CONNECTION) || AWAY.contains(state));
    }
}
