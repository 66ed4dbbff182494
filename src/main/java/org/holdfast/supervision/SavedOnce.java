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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.SealedItem;
import org.holdfast.sealing.Sealing;
import org.holdfast.supervision.SavingTheRecord.Outcome;
import org.holdfast.web.Missing;

/**
 * The first answer to each once-only key. A key belongs to one person and one session. An answer about a sealed field may
 * hold words of it and is sealed too.
 */
@Singleton
final class SavedOnce {
    private final Rows rows;
    private final Sealing sealing;
    private final ObjectMapper json;

    SavedOnce(Rows rows, Sealing sealing, ObjectMapper json) {
        this.rows = rows;
        this.sealing = sealing;
        this.json = json;
    }

    @Introspected
    record Row(UUID sessionId, UUID savedBy, @Nullable String answer, @Nullable byte[] wrappedKey, @Nullable byte[] sealed) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = "select session_id, saved_by, cast(answer as text) as answer, wrapped_key, sealed from saved_once where key = :key", nativeQuery = true)
        Optional<Row> find(UUID key);

        @Query(value = """
                insert into saved_once (key, session_id, saved_by, answer, saved_at, wrapped_key, sealed)
                values (:key, :session, :by, cast(:answer as jsonb), :at, :wrappedKey, :sealed) on conflict (key) do nothing""", nativeQuery = true)
        int keep(UUID key, UUID session, UUID by, @Nullable String answer, Instant at, @Nullable byte[] wrappedKey, @Nullable byte[] sealed);
    }

    /** An outcome as it is kept; those that left nothing behind are not. */
    @Serdeable
    record Answer(@Nullable Outcome.Kept kept, @Nullable Outcome.BothKept bothKept, @Nullable String way) {}

    /** @throws Missing where the key belongs to another session or another person */
    Optional<Outcome> answer(UUID key, SessionAtHand session, Viewer viewer) {
        return find(key, session, viewer).map(answer -> answer.kept() != null ? answer.kept() : answer.bothKept());
    }

    /** Where a form sent with that key led. */
    Optional<String> way(UUID key, SessionAtHand session, Viewer viewer) {
        return find(key, session, viewer).map(Answer::way);
    }

    private Optional<Answer> find(UUID key, SessionAtHand session, Viewer viewer) {
        Optional<Row> row = rows.find(key);
        if (row.isPresent() && !(row.get().sessionId().equals(session.id()) && viewer.is(row.get().savedBy()))) {
            throw new Missing();
        }
        return row.map(found -> read(found.answer() == null ? opened(key, found) : found.answer()));
    }

    private String opened(UUID key, Row row) {
        return sealing.words(List.of(new SealedItem(Owner.session(row.sessionId()), place(key), new Sealed(row.wrappedKey(), row.sealed())))).getFirst();
    }

    private static Place place(UUID key) {
        return new Place("saved_once", key.toString());
    }

    /** @param part what was saved into */
    void remember(UUID key, SessionAtHand session, Viewer viewer, Part part, Outcome outcome, Instant at) {
        switch (outcome) {
            case Outcome.Kept kept -> keep(key, session, viewer, part.isSealed(), new Answer(kept, null, null), at);
            case Outcome.BothKept bothKept -> keep(key, session, viewer, part.isSealed(), new Answer(null, bothKept, null), at);
            case Outcome.Unreadable unreadable -> { }
            case Outcome.Closed closed -> { }
        }
    }

    void remember(UUID key, SessionAtHand session, Viewer viewer, String way, Instant at) {
        keep(key, session, viewer, false, new Answer(null, null, way), at);
    }

    private void keep(UUID key, SessionAtHand session, Viewer viewer, boolean sealedly, Answer answer, Instant at) {
        int kept;
        if (sealedly) {
            Sealed sealed = sealing.seal(Owner.session(session.id()), place(key), write(answer));
            kept = rows.keep(key, session.id(), viewer.id(), null, at, sealed.wrappedKey(), sealed.content());
        } else {
            kept = rows.keep(key, session.id(), viewer.id(), write(answer), at, null, null);
        }
        if (kept == 0) {
            throw new Missing();
        }
    }

    private String write(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(String answer) {
        try {
            return json.readValue(answer, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
