package org.holdfast.caseload;

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

/** One case and everything dated about it, as far as the viewer reaches it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Cases extends GenericRepository<Cases.Case, UUID> {
    /**
     * A case as it stands for the viewer today. The gap is null where the case is not open.
     *
     * @param inFull     whether the viewer reads every word about it, and may write
     * @param supervises whether the viewer is its supervisor, who agrees contact plans
     * @param works      whether the viewer works on it today
     * @param supervisors the names of its supervisor, or of several; null where there is none
     */
    @Introspected
    record Case(
            UUID id, String reference, @Nullable String externalReference, String centre, @Nullable String team, boolean inFull,
            boolean supervises, boolean works, boolean open, @Nullable LocalDate openedOn, @Nullable UUID workerId, @Nullable String worker,
            String stage, String need, String serviceType, String statutoryPlan, String shortTermRisk, String mediumToLongRisk,
            @Nullable LocalDate missingSince, @Nullable LocalDate windingDownUntil, @Nullable String state, @Nullable LocalDate lastSeenOn,
            @Nullable LocalDate since, @Nullable Integer days, @Nullable Integer limitDays, @Nullable String coveredBy,
            @Nullable LocalDate coveredUntil, @Nullable String supervisors, @Nullable UUID promptId) {

        /** @return the gap, or null where the case is not open today */
        @Nullable ContactGap gap() {
            return state == null ? null : new ContactGap(ContactGap.State.of(state), lastSeenOn, since, days, limitDays, coveredBy, coveredUntil);
        }

        /** How far ahead a contact plan may be reviewed, in days. */
        int reviewWithin() {
            boolean close = shortTermRisk.equals("high") || shortTermRisk.equals("not yet clear") || need.equals("being exploited") || missingSince != null;
            return close ? 31 : 91;
        }
    }

    /** Something dated about a case: an opening, a stage, a judgement. */
    @Introspected
    record Dated(String what, LocalDate onDay, @Nullable LocalDate endsOn, String value, @Nullable String who, @Nullable String words) {}

    @Introspected
    record Episode(
            UUID id, String kind, LocalDate startsOn, @Nullable LocalDate endsOn, @Nullable Boolean interviewOffered,
            @Nullable Boolean interviewAccepted) {}

    @Introspected
    record Plan(
            UUID id, String step, @Nullable String why, LocalDate reviewOn, UUID proposedById, @Nullable String proposedBy, LocalDate proposedOn,
            @Nullable String agreedBy, @Nullable LocalDate agreedOn) {}

    @Introspected
    record Worker(UUID id, String name) {}

    @Query(value = """
            select c.id, c.reference, c.external_reference, z.name as centre, t.name as team,
                   c.id in (select viewer_case_in_full()) as in_full,
                   viewer_id() in (select supervisor_of_case(c.id, cast(:day as date))) as supervises,
                   exists (select from assignment a where a.case_id = c.id and a.person_id = viewer_id() and a.starts_on <= cast(:day as date)
                           and (a.ends_on is null or a.ends_on > cast(:day as date))) as works,
                   coalesce(s.is_open, false) as open, s.opened_on, coalesce(g.worker_id, s.worker_id) as worker_id, w.name as worker,
                   coalesce(s.stage, 'referred') as stage, coalesce(s.need, 'not yet clear') as need,
                   coalesce(s.service_type, 'not stated') as service_type, coalesce(s.statutory_plan, 'unknown') as statutory_plan,
                   coalesce(s.short_term_risk, 'not yet clear') as short_term_risk,
                   coalesce(s.medium_to_long_risk, 'not yet clear') as medium_to_long_risk, s.missing_since, s.winding_down_until,
                   g.state, g.last_seen_on, g.since, g.days, g.limit_days, g.covered_by, g.covered_until,
                   (select string_agg(p.name, ' or ' order by p.name) from person p
                    where p.id in (select supervisor_of_case(c.id, cast(:day as date)))) as supervisors,
                   (select p.id from prompt p where p.case_id = c.id and p.rule = 'contact-gap' and p.state <> 'cleared' limit 1) as prompt_id
            from child_case c
            join centre z on z.id = c.centre_id
            left join team t on t.id = c.team_id
            left join case_standing s on s.case_id = c.id
            left join contact_gap(cast(:day as date)) g on g.case_id = c.id
            left join person w on w.id = coalesce(g.worker_id, s.worker_id)
            where c.id = :id and c.id in (select viewer_case())""", nativeQuery = true)
    Optional<Case> find(UUID id, LocalDate day);

    /** Oldest opening to newest judgement, newest first within each. @param inFull whether the words people wrote are read */
    @Query(value = """
            select what, on_day, ends_on, value, p.name as who, case when :inFull then words end as words
            from (
                select 'opened' as what, o.opened_on as on_day, k.closed_on as ends_on, 'Opening ' || o.number as value, k.recorded_by as by_id,
                       concat_ws(' ', k.reason, k.unresolved, k.who_holds_risk, k.childs_view) as words, o.number
                from case_opening o left join case_closure k on k.opening_id = o.id where o.case_id = :id
                union all
                select h.what, h.from_on, null, h.value, h.recorded_by, null, h.number from case_history h where h.case_id = :id
                union all
                select r.horizon, r.judged_on, null, case when r.unchanged then r.level || ', unchanged' else r.level end, r.judged_by, r.why, r.number
                from risk_judgement r where r.case_id = :id
                union all
                select 'worker', a.starts_on, a.ends_on, a.role, a.person_id, null, 0 from assignment a where a.case_id = :id
                union all
                select 'decision', d.decided_on, d.review_on, d.decision || ' (' || d.cause || ')', d.decided_by, d.reasons, d.number
                from gap_decision d where d.case_id = :id
                union all
                select 'winding down', d.recorded_on, d.ends_on, 'until', d.recorded_by, null, d.number from winding_down d where d.case_id = :id) x
            left join person p on p.id = x.by_id
            order by x.what, x.on_day desc, x.number desc, p.name""", nativeQuery = true)
    List<Dated> dated(UUID id, boolean inFull);

    @Query(value = """
            select id, kind, starts_on, ends_on, interview_offered, interview_accepted from missing_episode
            where case_id = :id order by starts_on desc, id desc""", nativeQuery = true)
    List<Episode> episodes(UUID id);

    @Query(value = """
            select q.id, q.step, case when :inFull then q.why end as why, q.review_on, q.proposed_by as proposed_by_id, p.name as proposed_by,
                   q.proposed_on, b.name as agreed_by, g.agreed_on
            from contact_plan q left join contact_plan_agreement g on g.plan_id = q.id
            left join person p on p.id = q.proposed_by left join person b on b.id = g.agreed_by
            where q.case_id = :id order by q.number desc""", nativeQuery = true)
    List<Plan> plans(UUID id, boolean inFull);

    /** Everybody who works on the case today; the young person's worker first. */
    @Query(value = """
            select p.id, p.name from assignment a join person p on p.id = a.person_id
            where a.case_id = :id and a.starts_on <= cast(:day as date) and (a.ends_on is null or a.ends_on > cast(:day as date))
            group by p.id, p.name order by max(a.role) desc, p.name""", nativeQuery = true)
    List<Worker> workers(UUID id, LocalDate day);

    /** The case an episode belongs to, where it is still without an end. */
    @Query(value = "select case_id from missing_episode where id = :episode and ends_on is null", nativeQuery = true)
    Optional<UUID> caseOfOpenEpisode(UUID episode);

    @Query(value = "select starts_on from missing_episode where id = :episode", nativeQuery = true)
    LocalDate startOfEpisode(UUID episode);

    /** The case a plan was proposed for, where nobody has agreed it yet. */
    @Query(value = """
            select p.case_id from contact_plan p where p.id = :plan
            and not exists (select from contact_plan_agreement g where g.plan_id = p.id)""", nativeQuery = true)
    Optional<UUID> caseOfProposedPlan(UUID plan);

    @Query(value = """
            insert into case_history (id, case_id, what, number, value, from_on, recorded_by, recorded_at)
            select :id, :caseId, :what, 1 + coalesce(max(h.number), 0), :value, :from, :by, :at
            from case_history h where h.case_id = :caseId and h.what = :what
            on conflict do nothing""", nativeQuery = true)
    int addHistory(UUID id, UUID caseId, String what, String value, LocalDate from, UUID by, Instant at);

    @Query(value = """
            insert into risk_judgement (id, case_id, horizon, number, level, unchanged, why, judged_on, judged_by, recorded_at)
            select :id, :caseId, :horizon, 1 + coalesce(max(r.number), 0), :level, :unchanged, :why, :day, :by, :at
            from risk_judgement r where r.case_id = :caseId and r.horizon = :horizon
            on conflict do nothing""", nativeQuery = true)
    int addJudgement(
            UUID id, UUID caseId, String horizon, String level, boolean unchanged, @Nullable String why, LocalDate day, UUID by, Instant at);

    @Query(value = """
            insert into missing_episode (id, case_id, kind, starts_on) values (:id, :caseId, :kind, :from)
            on conflict do nothing""", nativeQuery = true)
    int addEpisode(UUID id, UUID caseId, String kind, LocalDate from);

    @Query(value = """
            update missing_episode set ends_on = :until, interview_offered = :offered, interview_accepted = :accepted
            where id = :id and ends_on is null""", nativeQuery = true)
    int endEpisode(UUID id, LocalDate until, boolean offered, boolean accepted);

    @Query(value = """
            insert into contact_plan (id, case_id, number, step, why, review_on, proposed_by, proposed_on, recorded_at)
            select :id, :caseId, 1 + coalesce(max(p.number), 0), :step, :why, :reviewOn, :by, :day, :at
            from contact_plan p where p.case_id = :caseId
            on conflict do nothing""", nativeQuery = true)
    int addPlan(UUID id, UUID caseId, String step, String why, LocalDate reviewOn, UUID by, LocalDate day, Instant at);

    @Query(value = """
            insert into contact_plan_agreement (plan_id, agreed_by, agreed_on, recorded_at) values (:plan, :by, :day, :at)
            on conflict do nothing""", nativeQuery = true)
    int agreePlan(UUID plan, UUID by, LocalDate day, Instant at);

    @Query(value = """
            insert into winding_down (id, case_id, number, ends_on, recorded_on, recorded_by, recorded_at)
            select :id, :caseId, 1 + coalesce(max(d.number), 0), :until, :day, :by, :at
            from winding_down d where d.case_id = :caseId
            on conflict do nothing""", nativeQuery = true)
    int addWindingDown(UUID id, UUID caseId, LocalDate until, LocalDate day, UUID by, Instant at);

    /** Whether something was written under that id already: the second arrival of a double tap. */
    @Query(value = """
            select exists (select from case_history where id = :id) or exists (select from risk_judgement where id = :id)
                or exists (select from missing_episode where id = :id) or exists (select from contact_plan where id = :id)
                or exists (select from winding_down where id = :id)""", nativeQuery = true)
    boolean isWritten(UUID id);

    /** Brings the prompts of that case in line with what was just written; once in every transaction that writes. */
    @Query(value = """
            select raised + cleared from settle_contact_gap(cast(:day as date), cast(:at as timestamptz), array[cast(:caseId as uuid)])""",
            nativeQuery = true)
    int settle(UUID caseId, LocalDate day, Instant at);
}
