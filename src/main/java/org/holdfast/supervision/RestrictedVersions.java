package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.SealedItem;
import org.holdfast.sealing.Sealing;

/** The restricted part as it was with each version of a record. What locks is what was shared, so locking keeps none of its own. */
@Singleton
class RestrictedVersions {
    private final Rows rows;
    private final RestrictedTexts texts;
    private final Sealing sealing;
    private final ObjectMapper json;

    RestrictedVersions(Rows rows, RestrictedTexts texts, Sealing sealing, ObjectMapper json) {
        this.rows = rows;
        this.texts = texts;
        this.sealing = sealing;
        this.json = json;
    }

    @Introspected
    record Row(int number, byte[] wrappedKey, byte[] sealed) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = """
                select number, wrapped_key, sealed from restricted_version
                where session_id = :session and number <= :number order by number desc limit 1""", nativeQuery = true)
        Optional<Row> upTo(UUID session, int number);

        @Query(value = """
                insert into restricted_version (session_id, number, wrapped_key, sealed)
                values (:session, :number, :wrappedKey, :sealed)""", nativeQuery = true)
        int add(UUID session, int number, byte[] wrappedKey, byte[] sealed);
    }

    private static Place place(UUID session, int number) {
        return new Place("restricted_version", session + " " + number);
    }

    /** Keeps the restricted part as it stands with that version, where there ever was one. */
    void append(SessionAtHand session, int number) {
        RestrictedContent content = RestrictedContent.of(texts.draft(session));
        if (content.isEmpty() && rows.upTo(session.id(), number).isEmpty()) {
            return;
        }
        Sealed sealed = sealing.seal(Owner.session(session.id()), place(session.id(), number), write(content));
        rows.add(session.id(), number, sealed.wrappedKey(), sealed.content());
    }

    /**
     * As it was with that version; empty where nothing was written until then.
     *
     * @throws org.holdfast.sealing.SealBroken where it does not open
     */
    Optional<RestrictedContent> find(UUID session, int number) {
        return rows.upTo(session, number).map(row -> read(sealing.words(List.of(new SealedItem(
                Owner.session(session), place(session, row.number()), new Sealed(row.wrappedKey(), row.sealed())))).getFirst()));
    }

    private String write(RestrictedContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RestrictedContent read(String content) {
        try {
            return json.readValue(content, RestrictedContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
