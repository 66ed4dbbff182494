package org.holdfast.prompts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.caseload.ContactGap;

/** The prompts that were raised, and what happened to each. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Raised extends GenericRepository<Raised.Open, UUID> {
    /** An open prompt that goes to the viewer. @param away whether the worker is away today, @param mine whether the viewer is the worker */
    @Introspected
    record Open(
            UUID id, String reference, @Nullable UUID workerId, @Nullable String worker, boolean away, boolean mine, String state,
            @Nullable LocalDate lastSeenOn, LocalDate since, int days, int limitDays, @Nullable LocalDate missingSince) {

        ContactGap gap() {
            return new ContactGap(ContactGap.State.of(state), lastSeenOn, since, days, limitDays, null, null);
        }
    }

    /**
     * One prompt, as it was raised and as the case stands today; the gap is null where the case is no longer open.
     *
     * @param decides   whether the viewer decides about it
     * @param decidedBy the names of those who do; null where there is nobody
     */
    @Introspected
    record Asked(
            UUID id, UUID caseId, String reference, String promptState, @Nullable LocalDate untilOn, LocalDate since, LocalDate raisedOn,
            int raisedDays, int raisedLimit, int raisedNotice, boolean decides, @Nullable String decidedBy, @Nullable UUID workerId,
            @Nullable String worker, boolean away, @Nullable LocalDate awayUntil, @Nullable String state, @Nullable LocalDate lastSeenOn,
            @Nullable LocalDate gapSince, @Nullable Integer days, @Nullable Integer limitDays, @Nullable String coveredBy,
            @Nullable LocalDate coveredUntil, @Nullable LocalDate missingSince, @Nullable String shortTermRisk, @Nullable String statutoryPlan,
            @Nullable String planStep, @Nullable LocalDate planReviewOn, @Nullable LocalDate planUntil, int attempts, boolean putOffBefore) {

        @Nullable ContactGap gap() {
            return state == null ? null : new ContactGap(ContactGap.State.of(state), lastSeenOn, gapSince, days, limitDays, coveredBy, coveredUntil);
        }

        boolean isCleared() {
            return promptState.equals("cleared");
        }
    }

    @Introspected
    record Step(String what, LocalDate onDay, @Nullable LocalDate untilOn, @Nullable String who, @Nullable String reason) {}

    @Introspected
    record Decision(
            UUID id, String decision, String cause, String reasons, LocalDate reviewOn, LocalDate decidedOn, @Nullable String decidedBy) {}

    /** What a decision about a case's gap rests on today. @param planUntil until when an agreed plan covers, or null */
    @Introspected
    record Gap(LocalDate since, String state, @Nullable LocalDate planUntil, @Nullable UUID promptId, boolean decides, @Nullable String decidedBy) {}

    /** What goes to this viewer: own cases from notice on, those they decide about once over, or while the worker is away. */
    @Query(value = """
            with standing as materialized (
                select p.id, p.case_id from prompt p
                where p.rule = 'contact-gap' and p.state = 'open' and p.case_id = any (array(select viewer_open_case())))
            select p.id, c.reference, g.worker_id, w.name as worker, away.is_away as away, coalesce(g.worker_id = viewer_id(), false) as mine, g.state,
                   g.last_seen_on, g.since, g.days, g.limit_days, g.missing_since
            from standing p
            join contact_gap(cast(:day as date)) g on g.case_id = p.case_id and g.case_id = any (array(select case_id from standing))
            join child_case c on c.id = p.case_id and c.id = any (array(select case_id from standing))
            left join person w on w.id = g.worker_id
            cross join lateral (select coalesce(is_away(g.worker_id, cast(:day as date)), false) as is_away) away
            where g.worker_id = viewer_id() and not away.is_away
               or (g.state = 'over' or away.is_away) and g.case_id in (select viewer_decides_about_gap(array(select case_id from standing)))
            order by g.worker_id is distinct from viewer_id(), w.name nulls first, g.worker_id, g.missing_since is null, g.days desc, c.reference""",
            nativeQuery = true)
    List<Open> open(LocalDate day);

    /** A prompt about a case the viewer reaches in full. */
    @Query(value = """
            select p.id, p.case_id, c.reference, p.state as prompt_state, p.until_on, p.since, p.raised_on,
                   cast(p.facts ->> 'days' as integer) as raised_days, cast(p.facts ->> 'limit' as integer) as raised_limit,
                   cast(p.facts ->> 'notice' as integer) as raised_notice,
                   viewer_id() in (select decides_about_gap(p.case_id, cast(:day as date))) as decides,
                   (select string_agg(d.name, ' or ' order by d.name) from person d
                    where d.id in (select decides_about_gap(p.case_id, cast(:day as date)))) as decided_by,
                   g.worker_id, w.name as worker, coalesce(is_away(g.worker_id, cast(:day as date)), false) as away,
                   (select case when bool_and(b.ends_on is not null) then max(b.ends_on) end from absence b
                    where b.person_id = g.worker_id and b.starts_on <= cast(:day as date)
                      and (b.ends_on is null or b.ends_on >= cast(:day as date))) as away_until,
                   g.state, g.last_seen_on, g.since as gap_since, g.days, g.limit_days, g.covered_by, g.covered_until, g.missing_since,
                   g.short_term_risk, g.statutory_plan, g.plan_step, g.plan_review_on, g.plan_until,
                   (select count(*) from contact t where t.case_id = p.case_id and t.mode in ('attempted', 'did not attend')
                    and t.on_day > p.since and t.on_day <= cast(:day as date)
                    and not exists (select from contact_strike x where x.contact_id = t.id)) as attempts,
                   exists (select from prompt_step n where n.prompt_id = p.id and n.what = 'put off') as put_off_before
            from prompt p
            join child_case c on c.id = p.case_id
            left join contact_gap(cast(:day as date)) g on g.case_id = p.case_id
            left join person w on w.id = g.worker_id
            where p.id = :id and p.rule = 'contact-gap' and p.case_id in (select viewer_case_in_full())""", nativeQuery = true)
    Optional<Asked> find(UUID id, LocalDate day);

    @Query(value = """
            select n.what, n.on_day, n.until_on, p.name as who, n.reason from prompt_step n left join person p on p.id = n.by_id
            where n.prompt_id = :prompt order by n.number""", nativeQuery = true)
    List<Step> steps(UUID prompt);

    @Query(value = """
            select d.id, d.decision, d.cause, d.reasons, d.review_on, d.decided_on, p.name as decided_by
            from gap_decision d left join person p on p.id = d.decided_by
            where d.case_id = :caseId order by d.decided_on desc, d.number desc""", nativeQuery = true)
    List<Decision> decisions(UUID caseId);

    @Query(value = """
            select g.since, g.state, case when g.plan_until >= cast(:day as date) then g.plan_until end as plan_until,
                   (select p.id from prompt p where p.rule = 'contact-gap' and p.case_id = g.case_id and p.since = g.since) as prompt_id,
                   viewer_id() in (select decides_about_gap(g.case_id, cast(:day as date))) as decides,
                   (select string_agg(d.name, ' or ' order by d.name) from person d
                    where d.id in (select decides_about_gap(g.case_id, cast(:day as date)))) as decided_by
            from contact_gap(cast(:day as date)) g
            where g.case_id = :caseId and g.case_id in (select viewer_case_in_full())""", nativeQuery = true)
    Optional<Gap> gap(UUID caseId, LocalDate day);

    @Query(value = """
            insert into gap_decision (id, case_id, gap_since, number, decision, cause, reasons, review_on, decided_by, decided_on, recorded_at, session_id)
            select :id, :caseId, :since, 1 + coalesce(max(d.number), 0), :decision, :cause, :reasons, :reviewOn, :by, :day, :at, :session
            from gap_decision d where d.case_id = :caseId and d.gap_since = :since
            on conflict do nothing""", nativeQuery = true)
    int addDecision(
            UUID id, UUID caseId, LocalDate since, String decision, String cause, String reasons, LocalDate reviewOn, UUID by, LocalDate day,
            Instant at, @Nullable UUID session);

    @Query(value = "select exists (select from gap_decision where id = :id)", nativeQuery = true)
    boolean isDecided(UUID id);

    @Query(value = """
            insert into prompt_step (id, prompt_id, number, what, by_id, on_day, recorded_at, until_on, reason)
            select :id, :prompt, 1 + coalesce(max(n.number), 0), :what, :by, :day, :at, :until, :reason
            from prompt_step n where n.prompt_id = :prompt
            on conflict do nothing""", nativeQuery = true)
    int addStep(UUID id, UUID prompt, String what, UUID by, LocalDate day, Instant at, LocalDate until, @Nullable String reason);

    /** Whether every rule was evaluated over every subject on that day. */
    @Query(value = "select exists (select from sweep where on_day = :day)", nativeQuery = true)
    boolean isSwept(LocalDate day);

    /** Evaluates every rule over every subject; false where somebody else already did. */
    @Query(value = "select sweep_all(cast(:day as date), cast(:at as timestamptz))", nativeQuery = true)
    boolean sweep(LocalDate day, Instant at);

    @Query(value = """
            select raised + cleared from settle_contact_gap(cast(:day as date), cast(:at as timestamptz), array[cast(:caseId as uuid)])""",
            nativeQuery = true)
    int settle(UUID caseId, LocalDate day, Instant at);
}
