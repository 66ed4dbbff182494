package org.holdfast.caseload;

import static org.holdfast.access.Who.READ_TOKEN;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Reads;
import org.holdfast.time.Today;
import org.holdfast.web.Refusals;

/** The open cases of the whole installation, for a case system or a report that may read them. */
@Controller("/api/v1/cases")
class CasesApi {
    private static final int PER_PAGE = 100;
    private static final int LAST_PAGE = 1_000_000;

    /** @param next the path of the next page, null on the last */
    @Serdeable
    record CaseList(List<Item> items, @Nullable String next) {}

    /**
     * @param daysSinceSeen calendar days since the child was last seen, otherwise since the first worker's start
     * @param contactGap    within, notice, over or covered
     * @param workersSoFar  how many people have been the young person's worker
     */
    @Serdeable
    record Item(
            String reference, @Nullable String externalReference, @Nullable Worker worker, LocalDate openedOn, @Nullable LocalDate lastSeenOn,
            int daysSinceSeen, String contactGap, int workersSoFar) {}

    @Serdeable
    record Worker(@Nullable String externalReference, @Nullable String name) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Open extends GenericRepository<Row, UUID> {
        @Query(value = """
                select c.reference, c.external_reference, g.worker_id, w.external_reference as worker_reference, w.name as worker_name, g.opened_on,
                       g.last_seen_on, g.days, g.state,
                       (select count(distinct a.person_id) from assignment a
                        where a.case_id = c.id and a.role = 'young person''s worker' and a.starts_on <= cast(:day as date)) as workers
                from contact_gap(cast(:day as date)) g
                join child_case c on c.id = g.case_id
                left join person w on w.id = g.worker_id
                order by c.reference, c.id limit :most offset :skip""", nativeQuery = true)
        List<Row> page(LocalDate day, int most, long skip);
    }

    @Introspected
    record Row(
            String reference, @Nullable String externalReference, @Nullable UUID workerId, @Nullable String workerReference,
            @Nullable String workerName, LocalDate openedOn, @Nullable LocalDate lastSeenOn, int days, String state, int workers) {

        Item item() {
            Worker worker = workerId == null ? null : new Worker(workerReference, workerName);
            return new Item(reference, externalReference, worker, openedOn, lastSeenOn, days, state, workers);
        }
    }

    private final Open open;
    private final Reads reads;
    private final Refusals refusals;
    private final Today today;

    CasesApi(Open open, Reads reads, Refusals refusals, Today today) {
        this.open = open;
        this.reads = reads;
        this.refusals = refusals;
        this.today = today;
    }

    @WhoMay(READ_TOKEN)
    @Get
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer, @QueryValue(defaultValue = "open") String state, @QueryValue(defaultValue = "1") String page) {
        int number = number(page);
        if (number < 1 || !state.equals("open")) {
            return refusals.answer(request, HttpStatus.BAD_REQUEST);
        }
        reads.note(viewer, "open cases", viewer.id(), null);
        List<Row> rows = open.page(today.date(), PER_PAGE + 1, (number - 1L) * PER_PAGE);
        boolean more = rows.size() > PER_PAGE;
        return HttpResponse.ok(new CaseList(
                rows.stream().limit(PER_PAGE).map(Row::item).toList(), more ? "/api/v1/cases?state=open&page=" + (number + 1) : null));
    }

    /** @return the page, from 1; 0 where it is none */
    private static int number(String page) {
        boolean digits = !page.isEmpty() && page.length() <= 7 && page.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(page) <= LAST_PAGE ? Integer.parseInt(page) : 0;
    }
}
