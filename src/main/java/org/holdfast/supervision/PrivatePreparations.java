package org.holdfast.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.SealedItem;
import org.holdfast.sealing.Sealing;

/** What supervisees write for themselves before a session, sealed by their own key. Only its author finds one. */
@Singleton
class PrivatePreparations {
    private final Rows rows;
    private final Sealing sealing;

    PrivatePreparations(Rows rows, Sealing sealing) {
        this.rows = rows;
        this.sealing = sealing;
    }

    @Introspected
    record Row(UUID sessionId, UUID personId, byte[] wrappedKey, byte[] sealed, int revision, Instant savedAt) {
        SealedItem item() {
            return new SealedItem(Owner.person(personId), place(sessionId), new Sealed(wrappedKey, sealed));
        }
    }

    /** @param revision counts the saves, from 1 */
    record Prepared(String words, int revision, Instant savedAt) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = """
                select session_id, person_id, wrapped_key, sealed, revision, saved_at
                from private_preparation where session_id = :session and person_id = :person""", nativeQuery = true)
        Optional<Row> find(UUID session, UUID person);

        /** Nothing where somebody saved meanwhile. */
        @Query(value = """
                insert into private_preparation (session_id, person_id, wrapped_key, sealed, revision, saved_at)
                values (:session, :person, :wrappedKey, :sealed, 1, :at)
                on conflict (session_id) do nothing""", nativeQuery = true)
        int begin(UUID session, UUID person, byte[] wrappedKey, byte[] sealed, Instant at);

        /** Nothing where somebody saved meanwhile. */
        @Query(value = """
                update private_preparation set wrapped_key = :wrappedKey, sealed = :sealed, revision = revision + 1, saved_at = :at
                where session_id = :session and person_id = :person and revision = :base""", nativeQuery = true)
        int change(UUID session, UUID person, byte[] wrappedKey, byte[] sealed, int base, Instant at);

        @Query(value = "delete from private_preparation where session_id = :session and person_id = :person", nativeQuery = true)
        int delete(UUID session, UUID person);
    }

    private static Place place(UUID session) {
        return new Place("private_preparation", session.toString());
    }

    /** @throws org.holdfast.sealing.SealBroken where it does not open */
    Optional<Prepared> find(UUID session, Viewer viewer) {
        return rows.find(session, viewer.id()).map(row -> new Prepared(
                new String(sealing.open(row.item().owner(), row.item().place(), row.item().sealed()), UTF_8), row.revision(), row.savedAt()));
    }

    /**
     * @param base the revision that was changed, 0 where there was none
     * @return whether it was saved; not where another save came between
     */
    boolean save(UUID session, Viewer viewer, String words, int base, Instant at) {
        Sealed sealed = sealing.seal(Owner.person(viewer.id()), place(session), words);
        return base == 0
                ? rows.begin(session, viewer.id(), sealed.wrappedKey(), sealed.content(), at) == 1
                : rows.change(session, viewer.id(), sealed.wrappedKey(), sealed.content(), base, at) == 1;
    }

    /** Takes it away with its key, so that nothing in the database opens it any more. */
    void delete(UUID session, Viewer viewer) {
        rows.delete(session, viewer.id());
    }
}
