package org.holdfast.sealing;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The owners' keys as they are kept: each wrapped by a key-encryption key. Whoever may not read what is sealed finds none. */
interface OwnerKeys {
    /** @param ownerId the person's or the session's id */
    @Introspected
    record Row(UUID ownerId, String wrappedBy, byte[] wrappedKey) {}

    @Query(value = """
            select coalesce(person_id, session_id) as owner_id, wrapped_by, wrapped_key from owner_key
            where kind = :kind and (person_id in (:owners) or session_id in (:owners))""", nativeQuery = true)
    List<Row> find(String kind, Collection<UUID> owners);

    @Query(value = """
            insert into owner_key (id, kind, person_id, session_id, wrapped_by, wrapped_key, made_at)
            values (:id, :kind, case when :isPerson then cast(:owner as uuid) end, case when not :isPerson then cast(:owner as uuid) end,
                    :wrappedBy, :wrappedKey, :at)
            on conflict do nothing""", nativeQuery = true)
    int keep(UUID id, String kind, UUID owner, boolean isPerson, String wrappedBy, byte[] wrappedKey, Instant at);

    /** The fingerprint of the key-encryption key by which to wrap a new owner's key; see {@code R__sealing_functions.sql}. */
    @Query(value = "select key_encryption_key_in_use(:mine)", nativeQuery = true)
    String inUse(String mine);

    /** What an owner's key is bound to. */
    static byte[] boundTo(String kind, UUID owner) {
        return String.join("\n", "owner key", kind, owner.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** In the transaction of a request. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface OfRequests extends OwnerKeys, GenericRepository<Row, UUID> {}

    /** For jobs. */
    @Repository("jobs")
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface OfJobs extends OwnerKeys, GenericRepository<Row, UUID> {}
}
