package org.holdfast.supervision;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.holdfast.database.DatabaseAway;
import org.holdfast.database.Ids;
import org.holdfast.jobs.Schedule;
import org.holdfast.jobs.Scheduled;
import org.holdfast.jobs.Stopping;
import org.holdfast.pdf.AccessiblePdf;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.Sealing;
import org.holdfast.templates.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the PDFs that were asked for and are not there yet. What it needs is in the database, so a run that was killed is
 * made up for by the next, and two runs at once store one file.
 */
@Singleton
final class RecordPdfJob implements Scheduled {
    /** After so many failures it waits for somebody to look at the log. */
    static final int MOST_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(RecordPdfJob.class);
    private static final int LONGEST_REASON = 200;

    private final Rows rows;
    private final RecordContents contents;
    private final Templates templates;
    private final AccessiblePdf pdf;
    private final Sealing sealing;
    private final Clock clock;
    private final Ids ids;
    private final Stopping stopping;
    private final boolean demonstration;

    RecordPdfJob(
            Rows rows, RecordContents contents, Templates templates, AccessiblePdf pdf, @Named("jobs") Sealing sealing, Clock clock,
            Ids ids, Stopping stopping, @Value("${holdfast.demo:none}") String demo) {
        this.rows = rows;
        this.contents = contents;
        this.templates = templates;
        this.pdf = pdf;
        this.sealing = sealing;
        this.clock = clock;
        this.ids = ids;
        this.stopping = stopping;
        this.demonstration = !demo.equals("none");
    }

    /** A PDF to make. */
    @Introspected
    record Due(UUID id, UUID session, int version, String content) {}

    @Introspected
    record Before(byte[] wrappedKey, byte[] content) {}

    @Repository("jobs")
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Due, UUID> {
        /** Tried again after a failure half a minute later, then after twice as long each time. */
        @Query(value = """
                select r.id, r.subject_id as session, r.version, cast(v.content as text) as content
                from report_request r
                join record_version v on v.session_id = r.subject_id and v.number = r.version
                cross join lateral (select count(*) as times, max(a.failed_at) as latest from report_attempt a where a.request_id = r.id) failed
                where r.kind = 'supervision record' and not exists (select from stored_report s where s.request_id = r.id)
                  and failed.times < :most
                  and (failed.times = 0 or failed.latest + interval '30 seconds' * power(2, failed.times - 1) <= :at)
                order by r.requested_at limit 20""", nativeQuery = true)
        List<Due> due(int most, Instant at);

        /** Also takes away what was sealed before. */
        @Query(value = """
                with renewed as (delete from stored_report_before where request_id = :request)
                insert into stored_report (request_id, wrapped_key, content, pages, made_at)
                values (:request, :wrappedKey, :sealed, :pages, :at) on conflict (request_id) do nothing""", nativeQuery = true)
        int store(UUID request, byte[] wrappedKey, byte[] sealed, int pages, Instant at);

        @Query(value = "select wrapped_key, content from stored_report_before where request_id = :request", nativeQuery = true)
        Optional<Before> before(UUID request);

        @Query(value = "insert into report_attempt (id, request_id, failed_at, why) values (:id, :request, :at, :why)", nativeQuery = true)
        int failed(UUID id, UUID request, Instant at, String why);
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.SUPERVISION_RECORD_PDFS;
    }

    @Override
    public int run() {
        return rows.due(MOST_ATTEMPTS, clock.instant()).stream().takeWhile(_ -> !stopping.hasBegun()).mapToInt(this::makeOrNote).sum();
    }

    private int makeOrNote(Due due) {
        try {
            return make(due);
        } catch (RuntimeException failed) {
            if (stopping.hasBegun() || DatabaseAway.isBehind(failed)) {
                // nothing is wrong with the record: it is still due, and no attempt is counted
                throw failed;
            }
            LOG.error("The PDF {} could not be made: {}", due.id(), kindOf(failed));
            rows.failed(ids.next(), due.id(), clock.instant(), kindOf(failed));
            return 0;
        }
    }

    private int make(Due due) {
        byte[] file = rows.before(due.id()).map(before -> openBefore(due, before)).orElseGet(() -> pdf.print(page(due)));
        Sealed sealed = sealing.seal(Owner.documentsOf(due.session()), RecordPdfs.place(due.id()), file);
        return rows.store(due.id(), sealed.wrappedKey(), sealed.content(), pages(file), clock.instant());
    }

    private byte[] openBefore(Due due, Before before) {
        return sealing.openBefore(new Sealed(before.wrappedKey(), before.content()), "stored_report " + due.id());
    }

    private String page(Due due) {
        RecordPdf record = PrintedRecord.of(contents.read(due.content()), String.valueOf(due.version()), demonstration);
        return templates.pdfSupervisionRecord(record).render();
    }

    private static int pages(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind of fault alone: a message could quote the record. */
    private static String kindOf(RuntimeException failed) {
        String kind = (failed.getCause() == null ? failed : failed.getCause()).getClass().getName();
        return kind.substring(0, Math.min(kind.length(), LONGEST_REASON));
    }
}
