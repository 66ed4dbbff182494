package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each reading has come, for the page that waits for it. Kept in memory only: the reading itself is one
 * transaction, so that nobody else sees its rows before it ends.
 */
@Singleton
class Progress {
    /** Whose reading it is, and the number the page gave it: nobody sees another's. */
    private record Key(UUID viewer, UUID upload) {}

    private final Map<Key, Long> rows = new ConcurrentHashMap<>();

    /** Counts one row after the other; {@link #close} when the request ends, however it ends. */
    final class Counting implements AutoCloseable {
        private final @Nullable Key key;

        private Counting(@Nullable Key key) {
            this.key = key;
        }

        void row() {
            if (key != null) {
                rows.merge(key, 1L, Long::sum);
            }
        }

        @Override
        public void close() {
            if (key != null) {
                rows.remove(key);
            }
        }
    }

    /** @param upload the number the page gave this reading; null where nobody waits on a page */
    Counting of(UUID viewer, @Nullable UUID upload) {
        return new Counting(upload == null ? null : new Key(viewer, upload));
    }

    /** Rows read so far; 0 where it has not begun or is over. */
    long rows(UUID viewer, UUID upload) {
        return rows.getOrDefault(new Key(viewer, upload), 0L);
    }
}
