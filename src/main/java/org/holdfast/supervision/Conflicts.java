package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.SealedItem;
import org.holdfast.sealing.Sealing;
import org.holdfast.supervision.SavingTheRecord.Change;

/** Fields in which two people wrote different words: both texts, until somebody chooses. Those of sealed fields are sealed. */
@Singleton
class Conflicts {
    private final Rows rows;
    private final Sealing sealing;
    private final ObjectMapper json;

    Conflicts(Rows rows, Sealing sealing, ObjectMapper json) {
        this.rows = rows;
        this.sealing = sealing;
        this.json = json;
    }

    @Introspected
    record Row(
            UUID id, String part, String partId, String field, int baseRevision, @Nullable String standingText,
            @Nullable String otherText, UUID otherBy, @Nullable byte[] wrappedKey, @Nullable byte[] sealed) {
        boolean isSealed() {
            return sealed != null;
        }
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = """
                select f.id, f.part, f.part_id, f.field, f.base_revision, f.standing_text, f.other_text, f.other_by, f.wrapped_key, f.sealed
                from field_conflict f left join field_conflict_choice c on c.conflict_id = f.id
                where f.session_id = :session and c.conflict_id is null
                order by f.id""", nativeQuery = true)
        List<Row> open(UUID session);

        @Query(value = """
                insert into field_conflict (id, session_id, part, part_id, field, base_revision, standing_text, other_text, other_by, noticed_at, wrapped_key, sealed)
                values (:id, :session, :part, :partId, :field, :base, :standing, :other, :by, :at, :wrappedKey, :sealed)""", nativeQuery = true)
        int keep(
                UUID id, UUID session, String part, String partId, String field, int base, @Nullable String standing, @Nullable String other,
                UUID by, Instant at, @Nullable byte[] wrappedKey, @Nullable byte[] sealed);

        @Query(value = "insert into field_conflict_choice (conflict_id, chosen_by, chosen_at) values (:id, :by, :at)", nativeQuery = true)
        int settle(UUID id, UUID by, Instant at);
    }

    /** An open conflict. */
    record Open(UUID id, String part, String partId, String field, int baseRevision, String standingText, String otherText, UUID otherBy) {}

    /** Both texts, as they are sealed. */
    @Serdeable
    record Both(String standing, String other) {}

    boolean isAnyOpen(UUID session) {
        return !rows.open(session).isEmpty();
    }

    /**
     * The open conflicts on one page.
     *
     * @throws org.holdfast.sealing.SealBroken where one of them does not open
     */
    List<Open> open(UUID session, Sheet sheet) {
        List<Row> found = rows.open(session).stream().filter(row -> row.isSealed() == (sheet == Sheet.RESTRICTED)).toList();
        return sheet == Sheet.RESTRICTED ? opened(session, found) : found.stream().map(Conflicts::plain).toList();
    }

    private static Open plain(Row row) {
        return new Open(row.id(), row.part(), row.partId(), row.field(), row.baseRevision(), text(row.standingText()), text(row.otherText()), row.otherBy());
    }

    private List<Open> opened(UUID session, List<Row> found) {
        List<String> words = sealing.words(found.stream()
                .map(row -> new SealedItem(Owner.session(session), place(row.id()), new Sealed(row.wrappedKey(), row.sealed()))).toList());
        List<Open> open = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Row row = found.get(i);
            Both both = read(words.get(i));
            open.add(new Open(row.id(), row.part(), row.partId(), row.field(), row.baseRevision(), both.standing(), both.other(), row.otherBy()));
        }
        return open;
    }

    private static Place place(UUID id) {
        return new Place("field_conflict", id.toString());
    }

    /** The open conflict in which the same two texts wait already, as when a form is sent twice. */
    Optional<UUID> known(UUID session, Change change, String standing, String other, UUID by) {
        return open(session, change.part().sheet).stream()
                .filter(open -> open.part().equals(change.part().code) && open.partId().equals(change.partId())
                        && open.field().equals(change.field().code()) && open.standingText().equals(standing)
                        && open.otherText().equals(other) && open.otherBy().equals(by))
                .map(Open::id).findFirst();
    }

    void keep(UUID id, UUID session, Change change, String standing, String other, UUID by, Instant at) {
        if (change.part().isSealed()) {
            Sealed sealed = sealing.seal(Owner.session(session), place(id), write(new Both(standing, other)));
            rows.keep(id, session, change.part().code, change.partId(), change.field().code(), change.base(), null, null, by, at, sealed.wrappedKey(), sealed.content());
        } else {
            rows.keep(id, session, change.part().code, change.partId(), change.field().code(), change.base(), standing, other, by, at, null, null);
        }
    }

    void settle(UUID id, UUID by, Instant at) {
        rows.settle(id, by, at);
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    private String write(Both both) {
        try {
            return json.writeValueAsString(both);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Both read(String both) {
        try {
            return json.readValue(both, Both.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
