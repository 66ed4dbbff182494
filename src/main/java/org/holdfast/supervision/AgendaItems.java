package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of agendas, and the facts Holdfast makes one from: only what both people in the session may know. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgendaItems extends GenericRepository<AgendaItem, UUID> {
    /** Whether a function was covered in the pair's last sessions, at most three of them. */
    @MappedEntity
    record Covered(@Id String function, int sessions, boolean covered) {}

    @MappedEntity
    record HeldCase(@Id UUID caseId, String reference) {}

    @Query("""
            select i.id, i.section, i.position, i.case_id, c.reference as case_reference, i.action_id, a.what as action_what,
                   owner.name as action_owner, a.due_on as action_due_on, i.function, i.question_id, q.words as question_words,
                   coalesce(q.for_supervisor, false) as for_supervisor, cast(i.reasons as text) as reasons, i.words,
                   i.added_by, adder.name as added_by_name, i.removed_by, i.removed_at
            from agenda_item i
            left join child_case c on c.id = i.case_id and c.id in (select viewer_case())
            left join action a on a.id = i.action_id
            left join person owner on owner.id = a.owner_id
            left join question q on q.id = i.question_id
            left join person adder on adder.id = i.added_by
            where i.session_id = :session order by i.position, i.id""")
    List<AgendaItem> of(UUID session);

    @Query("""
            insert into agenda_item (id, session_id, section, position, case_id, action_id, function, question_id, reasons, words, added_by, added_at)
            values (:id, :session, :section, :position, :caseId, :actionId, :function, :questionId, cast(:reasons as jsonb), :words, :by, :at)
            on conflict do nothing""")
    int add(
            UUID id, UUID session, String section, int position, @Nullable UUID caseId, @Nullable UUID actionId, @Nullable String function,
            @Nullable Integer questionId, String reasons, @Nullable String words, @Nullable UUID by, Instant at);

    @Query("update agenda_item set reasons = cast(:reasons as jsonb), position = :position where id = :id")
    int refresh(UUID id, String reasons, int position);

    @Query("update agenda_item set removed_at = :at, removed_by = :by where id = :id and session_id = :session and removed_at is null")
    int remove(UUID id, UUID session, @Nullable UUID by, Instant at);

    /** Open cases this person holds today, with what is known of each. */
    @Query("""
            select c.id as case_id, c.reference, held.assigned_on,
                   exists (select from assignment b where b.case_id = c.id and b.person_id <> :supervisee and b.role = 'young person''s worker'
                           and b.starts_on < held.assigned_on and b.ends_on >= g.opened_on and b.ends_on <= :today) as came_from,
                   g.state as gap, g.days, g.limit_days, g.held_back, s.missing_since, s.stage, s.stage_since, s.short_term_risk, s.medium_to_long_risk,
                   talked.discussed_on, risk.horizon as risk_horizon, risk.level as risk_level, risk.judged_on as risk_on,
                   due.number as decisions_due, due.first_on as decision_due_on
            from (select a.case_id, min(a.starts_on) as assigned_on from assignment a
                  where a.person_id = :supervisee and a.starts_on <= :today and (a.ends_on is null or a.ends_on > :today)
                  group by a.case_id) held
            join child_case c on c.id = held.case_id and c.id in (select viewer_case())
            join case_standing s on s.case_id = c.id
            join contact_gap(:today) g on g.case_id = c.id
            left join last_discussed(array(select a.case_id from assignment a where a.person_id = :supervisee), :today) talked on talked.case_id = c.id
            left join lateral (select r.horizon, r.level, r.judged_on from risk_judgement r
                               where r.case_id = c.id and not r.unchanged and r.number > 1 and r.judged_on <= :today
                                 and r.judged_on > coalesce(cast(:lastSessionOn as date), cast(:today as date) - 28)
                               order by r.judged_on desc, r.horizon desc, r.number desc limit 1) risk on true
            cross join lateral (select cast(count(*) as integer) as number, min(d.due_on) as first_on from decision d
                                where d.case_id = c.id and d.removed_at is null and d.due_on <= :today
                                  and d.due_on > coalesce(talked.discussed_on, date '-infinity')) due""")
    List<CaseFacts> cases(UUID supervisee, LocalDate today, @Nullable LocalDate lastSessionOn);

    /** When the two last held a session before this one. */
    @Query("""
            select cast(d.starts_at at time zone 'Europe/London' as date)
            from session this
            join session s on s.supervisee_id = this.supervisee_id and s.supervisor_id = this.supervisor_id and s.id <> this.id
            cross join lateral (select x.starts_at from session_date x where x.session_id = s.id order by x.number desc limit 1) d
            where this.id = :session and session_state(s.id) in ('held', 'drafted', 'shared', 'disputed', 'locked')
              and d.starts_at < (select x.starts_at from session_date x where x.session_id = this.id order by x.number desc limit 1)
            order by d.starts_at desc limit 1""")
    Optional<LocalDate> lastHeldOn(UUID session);

    @Query("""
            with recent as (
                select s.id from session this
                join session s on s.supervisee_id = this.supervisee_id and s.supervisor_id = this.supervisor_id and s.id <> this.id
                cross join lateral (select x.starts_at from session_date x where x.session_id = s.id order by x.number desc limit 1) d
                where this.id = :session and session_state(s.id) in ('held', 'drafted', 'shared', 'disputed', 'locked')
                  and d.starts_at < (select x.starts_at from session_date x where x.session_id = this.id order by x.number desc limit 1)
                order by d.starts_at desc limit 3)
            select f.function, (select cast(count(*) as integer) from recent) as sessions,
                   exists (select from function_note n join recent r on r.id = n.session_id
                           where n.function = f.function and (n.discussed or n.notes <> '')) as covered
            from (values ('accountability', 1), ('development', 2), ('support', 3), ('mediation', 4)) f (function, position)
            order by f.position""")
    List<Covered> covered(UUID session);

    /** The bank as it stands for the two people in this session. */
    @Query("""
            with asked as (
                select i.question_id, d.starts_at, dense_rank() over (order by d.starts_at desc, s.id desc) as back
                from session this
                join session s on s.supervisee_id = this.supervisee_id and s.supervisor_id = this.supervisor_id and s.id <> this.id
                cross join lateral (select x.starts_at from session_date x where x.session_id = s.id order by x.number desc limit 1) d
                join agenda_item i on i.session_id = s.id and i.question_id is not null
                where this.id = :session and session_state(s.id) <> 'cancelled'
                  and d.starts_at < (select x.starts_at from session_date x where x.session_id = this.id order by x.number desc limit 1))
            select q.id, q.function, q.words, q.for_supervisor, array_to_string(q.triggers, ',') as triggers,
                   max(a.starts_at) as last_asked_at, coalesce(bool_or(a.back = 1), false) as asked_last
            from question q left join asked a on a.question_id = q.id
            where q.retired_on is null group by q.id order by q.id""")
    List<Question> bank(UUID session);

    /** What is true of the work since that day, as far as questions are triggered by it. */
    @Query("""
            with held as (select a.case_id from assignment a
                          where a.person_id = :supervisee and a.starts_on <= :today and (a.ends_on is null or a.ends_on > :today)
                            and a.case_id in (select viewer_case())),
            recent as (select t.* from contact t where t.case_id in (select case_id from held) and t.on_day between :since and :today
                       and not exists (select from contact_strike x where x.contact_id = t.id))
            select 'hostility' where exists (select from recent where hard_event = 'hostility')
            union all select 'out-of-hours-contact' where exists (select from recent where out_of_hours or crisis)
            union all select 'non-attendance' where (select count(*) from recent where mode = 'did not attend') >= 2
            union all select 'risk-unclear' where exists (
                select from case_standing s where s.case_id in (select case_id from held) and s.is_open
                  and 'not yet clear' in (s.short_term_risk, s.medium_to_long_risk))
            union all select 'consent-unresolved' where exists (
                select from case_standing s where s.case_id in (select case_id from held) and s.is_open and s.stage = 'consent sought')
            union all select 'need-lowered' where exists (
                select from case_history h join case_history before on before.case_id = h.case_id and before.what = 'need' and before.number = h.number - 1
                where h.what = 'need' and h.case_id in (select case_id from held) and h.from_on between :since and :today
                  and array_position(array['vulnerable', 'needs help recovering', 'at risk in the short term', 'being exploited'], h.value)
                    < array_position(array['vulnerable', 'needs help recovering', 'at risk in the short term', 'being exploited'], before.value))
            union all select 'repeated-contact-prompts' where (
                select count(*) from prompt p where p.rule = 'contact-gap' and p.person_id = :supervisee
                  and p.raised_on > cast(:today as date) - 91) >= 3""")
    List<String> standing(UUID supervisee, LocalDate since, LocalDate today);

    /** Open cases of that person, to choose from. */
    @Query("""
            select c.id as case_id, c.reference from child_case c join case_standing s on s.case_id = c.id
            where s.is_open and c.id in (select viewer_case()) and exists (select from assignment a where a.case_id = c.id and a.person_id = :supervisee
                                        and a.starts_on <= :today and (a.ends_on is null or a.ends_on > :today))
            order by c.reference""")
    List<HeldCase> heldCases(UUID supervisee, LocalDate today);
}
