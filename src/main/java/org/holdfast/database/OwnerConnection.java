package org.holdfast.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A way in as the owner of all tables, past row-level security, for loading the demonstration and for the bench. The
 * bean exists with the embedded database only, so that neither can reach a real installation by accident: ask for it
 * with {@code @Nullable} or {@code @Requires(beans = OwnerConnection.class)}.
 */
@FunctionalInterface
public interface OwnerConnection {
    /** A new connection, auto-commit on. The caller closes it. */
    Connection open() throws SQLException;
}
