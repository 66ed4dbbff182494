package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.jobs.Nudge;
import org.holdfast.jobs.Schedule;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.Sealing;

/** The PDFs of locked records: asked for in the transaction that locks, made by {@link RecordPdfJob}, stored once, sealed. */
@Singleton
class RecordPdfs {
    private final Rows rows;
    private final Sealing sealing;
    private final Nudge nudge;
    private final Clock clock;
    private final Ids ids;

    RecordPdfs(Rows rows, Sealing sealing, Nudge nudge, Clock clock, Ids ids) {
        this.rows = rows;
        this.sealing = sealing;
        this.nudge = nudge;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A PDF that was asked for.
     *
     * @param madeAt   when it was stored, or null while it is being made
     * @param attempts how often making it failed
     */
    @Introspected
    record Asked(UUID id, int version, Instant requestedAt, @Nullable Instant madeAt, int attempts) {
        boolean isMade() {
            return madeAt != null;
        }

        boolean isGivenUp() {
            return !isMade() && attempts >= RecordPdfJob.MOST_ATTEMPTS;
        }
    }

    @Introspected
    record Stored(byte[] wrappedKey, byte[] content) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Asked, UUID> {
        @Query(value = """
                insert into report_request (id, kind, subject_id, version, requested_by, requested_at)
                values (:id, 'supervision record', :session, :version, :by, :at)
                on conflict (kind, subject_id, version) do nothing""", nativeQuery = true)
        int ask(UUID id, UUID session, int version, UUID by, Instant at);

        @Query(value = """
                select r.id, r.version, r.requested_at, s.made_at,
                       cast((select count(*) from report_attempt a where a.request_id = r.id) as integer) as attempts
                from report_request r left join stored_report s on s.request_id = r.id
                where r.kind = 'supervision record' and r.subject_id = :session and r.version = coalesce(cast(:version as integer), r.version)
                order by r.version desc limit 1""", nativeQuery = true)
        Optional<Asked> find(UUID session, @Nullable Integer version);

        @Query(value = """
                select v.number from record_version v where v.session_id = :session and v.cause = 'locked'
                order by v.number desc limit 1""", nativeQuery = true)
        Optional<Integer> newestLocked(UUID session);

        @Query(value = "select wrapped_key, content from stored_report where request_id = :request", nativeQuery = true)
        Optional<Stored> stored(UUID request);
    }

    /** Asks for the PDF of one version, once however often it is asked; it is begun as soon as this transaction commits. */
    void ask(UUID sessionId, int version, Viewer viewer) {
        rows.ask(ids.next(), sessionId, version, viewer.id(), clock.instant());
        nudge.soon(Schedule.SUPERVISION_RECORD_PDFS);
    }

    /** The PDF of that version, or of the newest version one was asked for, for whoever may read the record. */
    Optional<Asked> find(UUID sessionId, @Nullable Integer version) {
        return rows.find(sessionId, version);
    }

    /** Asks for the PDF of the locked version where nobody has yet, as for records that were brought along; none while nothing is locked. */
    Optional<Asked> askForLocked(UUID sessionId, Viewer viewer) {
        return rows.newestLocked(sessionId).flatMap(version -> {
            ask(sessionId, version, viewer);
            return find(sessionId, version);
        });
    }

    /** The file itself. */
    byte[] open(UUID sessionId, Asked asked) {
        Stored stored = rows.stored(asked.id()).orElseThrow();
        return sealing.open(Owner.documentsOf(sessionId), place(asked.id()), new Sealed(stored.wrappedKey(), stored.content()));
    }

    static Place place(UUID request) {
        return new Place("stored_report", request.toString());
    }
}
