package org.holdfast.caseload;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the caseload pages read: one statement for the cases, one for the contacts of their strips. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Caseloads extends GenericRepository<Caseloads.Held, UUID> {
    /**
     * An open case on somebody's list.
     *
     * @param role     what the person does on it; the young person's worker's on a team's list
     * @param worker   the young person's worker's name on a team's list; null without one, and on a person's own list
     * @param promptId the open prompt about the gap, or null
     */
    @Introspected
    record Held(
            UUID caseId, String reference, String role, @Nullable UUID workerId, @Nullable String worker, String stage, String shortTermRisk,
            String mediumToLongRisk, String statutoryPlan, @Nullable String planStep, @Nullable LocalDate planReviewOn,
            @Nullable LocalDate lastSeenOn, LocalDate since, int days, int limitDays, String state, @Nullable String coveredBy,
            @Nullable LocalDate coveredUntil, @Nullable LocalDate missingSince, int attempts, @Nullable UUID promptId) {

        ContactGap gap() {
            return new ContactGap(ContactGap.State.of(state), lastSeenOn, since, days, limitDays, coveredBy, coveredUntil);
        }
    }

    /**
     * The contacts of one case within a strip's reach.
     *
     * @param marks one number each, oldest first: days ago, times four, plus 0 for seen, 1 for attempted, 2 for another
     */
    @Introspected
    record Marks(UUID caseId, @TypeDef(type = DataType.INTEGER_ARRAY) Integer[] marks) {}

    /** Somebody or some team whose caseload this viewer may open. */
    @Introspected
    record Owner(UUID id, String name) {}

    /** The open cases a person works on today; missing children first, then the longest unseen. */
    @Query(value = """
            select g.case_id, c.reference, h.role, g.worker_id, null as worker, g.stage, g.short_term_risk, g.medium_to_long_risk,
                   g.statutory_plan, g.plan_step, g.plan_review_on, g.last_seen_on, g.since, g.days, g.limit_days, g.state, g.covered_by,
                   g.covered_until, g.missing_since,
                   (select count(*) from contact t where t.case_id = g.case_id and t.mode in ('attempted', 'did not attend')
                    and t.on_day > g.since and t.on_day <= cast(:day as date)
                    and not exists (select from contact_strike x where x.contact_id = t.id)) as attempts,
                   (select p.id from prompt p where p.case_id = g.case_id and p.rule = 'contact-gap' and p.state <> 'cleared' limit 1) as prompt_id
            from (select a.case_id, max(a.role) as role from assignment a
                  where a.person_id = :person and a.starts_on <= cast(:day as date) and (a.ends_on is null or a.ends_on > cast(:day as date))
                  group by a.case_id) h
            join contact_gap(cast(:day as date)) g on g.case_id = h.case_id
            join child_case c on c.id = g.case_id
            order by g.missing_since is null, g.days desc, c.reference""", nativeQuery = true)
    List<Held> of(UUID person, LocalDate day);

    /** The open cases of a team: those it holds, and those its people are the young person's worker of; by worker. */
    @Query(value = """
            select g.case_id, h.reference, 'young person''s worker' as role, g.worker_id, w.name as worker, g.stage, g.short_term_risk,
                   g.medium_to_long_risk, g.statutory_plan, g.plan_step, g.plan_review_on, g.last_seen_on, g.since, g.days, g.limit_days,
                   g.state, g.covered_by, g.covered_until, g.missing_since,
                   (select count(*) from contact t where t.case_id = g.case_id and t.mode in ('attempted', 'did not attend')
                    and t.on_day > g.since and t.on_day <= cast(:day as date)
                    and not exists (select from contact_strike x where x.contact_id = t.id)) as attempts,
                   (select p.id from prompt p where p.case_id = g.case_id and p.rule = 'contact-gap' and p.state <> 'cleared' limit 1) as prompt_id
            from (select k.id, k.reference from child_case k where k.team_id = :team
                  union
                  select k.id, k.reference from team_membership m join assignment a on m.person_id = a.person_id join child_case k on k.id = a.case_id
                  where m.team_id = :team and m.starts_on <= cast(:day as date) and (m.ends_on is null or m.ends_on > cast(:day as date))
                    and a.role = 'young person''s worker'
                    and a.starts_on <= cast(:day as date) and (a.ends_on is null or a.ends_on > cast(:day as date))) h
            join contact_gap(cast(:day as date)) g on g.case_id = h.id
            left join person w on w.id = g.worker_id
            order by w.name nulls first, g.worker_id, g.missing_since is null, g.days desc, h.reference""", nativeQuery = true)
    List<Held> ofTeam(UUID team, LocalDate day);

    /** @param cases their ids, separated by commas */
    @Query(value = """
            select t.case_id, array_agg((cast(:day as date) - t.on_day) * 4
                       + case when t.seen then 0 when t.mode in ('attempted', 'did not attend') then 1 else 2 end order by t.on_day) as marks
            from contact t
            where t.case_id = any (cast(string_to_array(:cases, ',') as uuid[]))
              and t.on_day between cast(:day as date) - 90 and cast(:day as date)
              and not exists (select from contact_strike x where x.contact_id = t.id)
            group by t.case_id""", nativeQuery = true)
    List<Marks> marks(String cases, LocalDate day);

    /** Somebody whose work this viewer may open. */
    @Query(value = "select p.id, p.name from person p where p.id = :person and p.id in (select viewer_work_of())", nativeQuery = true)
    Optional<Owner> person(UUID person);

    /** A team this viewer manages, or one of the centre they manage. */
    @Query(value = """
            select t.id, t.name from team t
            where t.id = :team and (t.id in (select viewer_team()) or t.centre_id in (select viewer_centre()))""", nativeQuery = true)
    Optional<Owner> team(UUID team);

    /** The teams this viewer manages, and those of the centres they manage. */
    @Query(value = """
            select t.id, t.name from team t
            where (t.id in (select viewer_team()) or t.centre_id in (select viewer_centre()))
              and (t.closed_on is null or t.closed_on > cast(:day as date)) order by t.name, t.id""", nativeQuery = true)
    List<Owner> teams(LocalDate day);

    /** The people whose work this viewer may open, without the viewer, who hold a case today. */
    @Query(value = """
            select p.id, p.name from person p
            where p.id in (select viewer_work_of()) and p.id <> viewer_id()
              and exists (select from assignment a where a.person_id = p.id and a.starts_on <= cast(:day as date)
                          and (a.ends_on is null or a.ends_on > cast(:day as date)))
            order by p.name, p.id""", nativeQuery = true)
    List<Owner> people(LocalDate day);
}
