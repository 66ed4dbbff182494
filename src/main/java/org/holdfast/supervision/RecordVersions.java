package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.web.Missing;

/** The record as it was each time it was shared, went back to being written, was locked or was added to. Never changes. */
@Singleton
class RecordVersions {
    private final Rows rows;
    private final SessionsAtHand sessions;
    private final RecordContents contents;
    private final RestrictedVersions restricted;
    private final Ids ids;

    RecordVersions(Rows rows, SessionsAtHand sessions, RecordContents contents, RestrictedVersions restricted, Ids ids) {
        this.rows = rows;
        this.sessions = sessions;
        this.contents = contents;
        this.restricted = restricted;
        this.ids = ids;
    }

    /** One version, without its content. */
    @Introspected
    record Version(int number, String cause, @Nullable String madeBy, Instant madeAt) {}

    @Introspected
    record Content(String cause, Instant madeAt, String content) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Version, UUID> {
        @Query(value = """
                insert into record_version (id, session_id, number, cause, content, made_by, made_at)
                values (:id, :session, :number, :cause, cast(:content as jsonb), :by, :at)""", nativeQuery = true)
        int add(UUID id, UUID session, int number, String cause, String content, UUID by, Instant at);

        @Query(value = "select coalesce(max(number), 0) from record_version where session_id = :session", nativeQuery = true)
        int newest(UUID session);

        @Query(value = """
                select v.number, v.cause, p.name as made_by, v.made_at from record_version v left join person p on p.id = v.made_by
                where v.session_id = :session order by v.number desc""", nativeQuery = true)
        List<Version> of(UUID session);

        @Query(value = """
                select cause, made_at, cast(content as text) as content from record_version
                where session_id = :session and number = :number""", nativeQuery = true)
        Optional<Content> find(UUID session, int number);

        @Query(value = """
                select cause, made_at, cast(content as text) as content from record_version
                where session_id = :session and cause in ('shared', 'locked') order by number desc limit 1""", nativeQuery = true)
        Optional<Content> lastAgreedTo(UUID session);
    }

    /** The number the next version will get. */
    int next(UUID sessionId) {
        return rows.newest(sessionId) + 1;
    }

    /**
     * Keeps the whole record as it stands now, with the steps of its session so far; call it after they are written. What
     * locks is the very version that was shared, with the steps and additions since.
     *
     * @param cause {@code shared}, {@code edits requested}, {@code withdrawn} or {@code locked}
     * @return the version's number, counted from 1 per session
     */
    int append(UUID sessionId, String cause, Viewer viewer, Instant at) {
        sessions.waitFor(sessionId.toString());
        int number = next(sessionId);
        rows.add(ids.next(), sessionId, number, cause, contents.write(content(sessionId, cause)), viewer.id(), at);
        if (!cause.equals("locked")) {
            restricted.append(sessions.find(sessionId).orElseThrow(Missing::new), number);
        }
        return number;
    }

    private RecordContent content(UUID sessionId, String cause) {
        Optional<RecordContent> agreedTo = cause.equals("locked") ? rows.lastAgreedTo(sessionId).map(Content::content).map(contents::read) : Optional.empty();
        return agreedTo.map(content -> content.since(contents.steps(sessionId), contents.addenda(sessionId)))
                .orElseGet(() -> contents.of(sessions.find(sessionId).orElseThrow(Missing::new)));
    }

    /** All versions, the newest first, for whoever may read the record. */
    List<Version> of(UUID sessionId) {
        return rows.of(sessionId);
    }

    /** One version's content, for whoever may read the record. */
    Optional<RecordContent> find(UUID sessionId, int number) {
        return rows.find(sessionId, number).map(Content::content).map(contents::read);
    }
}
