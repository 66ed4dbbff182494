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
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.supervision.SavingTheRecord.Outcome;
import org.holdfast.web.Missing;

/** The first answer to each once-only key. A key belongs to one person and one session. */
@Singleton
final class SavedOnce {
    private final Rows rows;
    private final ObjectMapper json;

    SavedOnce(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Introspected
    record Row(UUID sessionId, UUID savedBy, String answer) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = "select session_id, saved_by, cast(answer as text) as answer from saved_once where key = :key", nativeQuery = true)
        Optional<Row> find(UUID key);

        @Query(value = """
                insert into saved_once (key, session_id, saved_by, answer, saved_at)
                values (:key, :session, :by, cast(:answer as jsonb), :at) on conflict (key) do nothing""", nativeQuery = true)
        int keep(UUID key, UUID session, UUID by, String answer, Instant at);
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
        return row.map(found -> read(found.answer()));
    }

    void remember(UUID key, SessionAtHand session, Viewer viewer, Outcome outcome, Instant at) {
        switch (outcome) {
            case Outcome.Kept kept -> keep(key, session, viewer, new Answer(kept, null, null), at);
            case Outcome.BothKept bothKept -> keep(key, session, viewer, new Answer(null, bothKept, null), at);
            case Outcome.Unreadable unreadable -> { }
            case Outcome.Closed closed -> { }
        }
    }

    void remember(UUID key, SessionAtHand session, Viewer viewer, String way, Instant at) {
        keep(key, session, viewer, new Answer(null, null, way), at);
    }

    private void keep(UUID key, SessionAtHand session, Viewer viewer, Answer answer, Instant at) {
        if (rows.keep(key, session.id(), viewer.id(), write(answer), at) == 0) {
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
