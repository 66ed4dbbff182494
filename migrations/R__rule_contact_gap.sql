-- The 28-day rule. An organisational requirement, never a statutory one: a child is to be seen at least every 28 calendar
-- days (Europe/London). Days count from the last seen contact since the case was last opened; otherwise from the first
-- young person's worker's start in this opening; otherwise from the opening. A change or absence of worker never stops
-- or restarts the count.
--   day 0 to notice - 1   within
--   notice to limit       notice
--   limit + 1 on          covered, where an agreed plan or a recorded winding down covers it; otherwise over
-- settings, for "what would this change": {"limit": 28, "notice": 21}; null takes the dated setting in force.

create or replace function contact_plan_interval(step text) returns integer language sql immutable parallel safe as $$
    select case step when 'near daily' then 7 when 'weekly' then 7 when 'fortnightly' then 14 when 'monthly' then 31
                     when 'six-weekly' then 42 when 'twice a year' then 183 end;
$$;

-- One row for every case that is open on that day.
create or replace function contact_gap(on_day date, settings jsonb default null)
    returns table (case_id uuid, opening_id uuid, opened_on date, worker_id uuid, last_seen_on date, since date, days integer,
                   limit_days integer, notice_days integer, state text, covered_by text, covered_until date, held_back boolean,
                   missing boolean, short_term_risk text, plan_step text, plan_review_on date)
    language sql stable as $$
    select g.case_id, g.opening_id, g.opened_on, g.worker_id, g.last_seen_on, g.since, g.days, g.limit_days, g.notice_days,
           case when g.days < g.notice_days then 'within'
                when g.days <= g.limit_days then 'notice'
                when g.winding_until is not null or g.plan_until >= $1 then 'covered'
                else 'over' end,
           case when g.days <= g.limit_days then null
                when g.winding_until is not null then 'winding down'
                when g.plan_until >= $1 then 'plan' end,
           case when g.days <= g.limit_days then null
                when g.winding_until is not null then g.winding_until
                when g.plan_until >= $1 then g.plan_until end,
           g.winding_until is not null,
           g.missing, g.short_term_risk, g.plan_step, g.plan_review_on
    from (
        select s.case_id, o.id as opening_id, o.opened_on, w.person_id as worker_id, seen.last_seen_on,
               coalesce(seen.last_seen_on, start.first_start, o.opened_on) as since,
               $1 - coalesce(seen.last_seen_on, start.first_start, o.opened_on) as days,
               coalesce(($2 ->> 'limit')::integer, setting.limit_days) as limit_days,
               coalesce(($2 ->> 'notice')::integer, setting.notice_days) as notice_days,
               missing.missing, risk.level as short_term_risk, plan.step as plan_step, plan.review_on as plan_review_on,
               -- first of: the review date, its cap from the day it was agreed, the step's interval since last seen
               least(plan.review_on,
                     plan.agreed_on + case when risk.level in ('high', 'not yet clear') or need.value = 'being exploited' or missing.missing then 31 else 91 end,
                     coalesce(seen.last_seen_on, start.first_start, o.opened_on) + contact_plan_interval(plan.step)) as plan_until,
               case when risk.level not in ('high', 'not yet clear') and not missing.missing and stage.value = 'winding down' then winding.ends_on end as winding_until
        from case_standing s
        join child_case c on c.id = s.case_id
        join lateral (select o.id, o.opened_on from case_opening o left join case_closure k on k.opening_id = o.id
                      where o.case_id = s.case_id and o.opened_on <= $1 and (k.closed_on is null or k.closed_on > $1)
                      order by o.number desc limit 1) o on true
        left join lateral (select a.person_id from assignment a
                           where a.case_id = s.case_id and a.role = 'young person''s worker' and a.starts_on <= $1 and (a.ends_on is null or a.ends_on > $1)
                           order by a.starts_on desc, a.external_reference desc nulls last, a.id desc limit 1) w on true
        left join lateral (select min(greatest(a.starts_on, o.opened_on)) as first_start from assignment a
                           where a.case_id = s.case_id and a.role = 'young person''s worker' and a.starts_on <= $1
                             and (a.ends_on is null or a.ends_on >= o.opened_on)) start on true
        -- the standing knows the last seen day of the present; an earlier day is looked up
        left join lateral (
            select s.last_seen_on where s.opening_id = o.id and coalesce(s.last_seen_on, '-infinity') <= $1
            union all
            (select t.on_day from contact t
             where not (s.opening_id = o.id and coalesce(s.last_seen_on, '-infinity') <= $1)
               and t.case_id = s.case_id and t.seen and t.on_day between o.opened_on and $1
               and not exists (select from contact_strike x where x.contact_id = t.id)
             order by t.on_day desc limit 1)) seen on true
        cross join lateral (select exists (select from missing_episode e where e.case_id = s.case_id and e.kind = 'missing'
                                           and e.starts_on <= $1 and (e.ends_on is null or e.ends_on > $1)) as missing) missing
        cross join lateral (select coalesce((select r.level from risk_judgement r where r.case_id = s.case_id and r.horizon = 'short term'
                                             and r.judged_on <= $1 order by r.number desc limit 1), 'not yet clear') as level) risk
        left join lateral (select h.value from case_history h where h.case_id = s.case_id and h.what = 'need' and h.from_on <= $1 order by h.number desc limit 1) need on true
        left join lateral (select h.value from case_history h where h.case_id = s.case_id and h.what = 'stage' and h.from_on <= $1 order by h.number desc limit 1) stage on true
        left join lateral (select h.value from case_history h where h.case_id = s.case_id and h.what = 'service type' and h.from_on <= $1 order by h.number desc limit 1) service on true
        left join lateral (select p.step, p.review_on, a.agreed_on from contact_plan p join contact_plan_agreement a on a.plan_id = p.id
                           where p.case_id = s.case_id and a.agreed_on between o.opened_on and $1 order by p.number desc limit 1) plan on true
        left join lateral (select d.ends_on from winding_down d
                           where d.case_id = s.case_id and d.recorded_on between o.opened_on and $1 order by d.number desc limit 1) winding on winding.ends_on >= $1
        cross join lateral (select x.limit_days, x.notice_days from contact_gap_setting x
                            where x.from_on <= $1 and (x.centre_id is null or x.centre_id = c.centre_id)
                              and (x.service_type is null or x.service_type = coalesce(service.value, 'not stated'))
                            order by (x.centre_id is not null)::integer * 2 + (x.service_type is not null)::integer desc, x.from_on desc, x.set_at desc limit 1) setting
    ) g;
$$;

-- Where the rule asks for a thought: from notice on to the practitioner, once over also to the supervisor of the case.
create or replace function rule_contact_gap(on_day date, settings jsonb default null)
    returns table (subject uuid, person uuid, since date, facts jsonb)
    language sql stable as $$
    select g.case_id, g.worker_id, g.since,
           jsonb_build_object(
               'state', g.state, 'days', g.days, 'lastSeenOn', g.last_seen_on, 'limit', g.limit_days, 'notice', g.notice_days,
               'missing', g.missing, 'shortTermRisk', g.short_term_risk, 'planStep', g.plan_step, 'planReviewOn', g.plan_review_on,
               'attempts', (select count(*) from contact t where t.case_id = g.case_id and t.mode in ('attempted', 'did not attend')
                            and t.on_day > g.since and t.on_day <= $1 and not exists (select from contact_strike x where x.contact_id = t.id)),
               'workerAwayUntil', away.until_on, 'workerAway', away.is_away)
    from contact_gap($1, $2) g
    cross join lateral (select count(*) > 0 as is_away, max(b.ends_on) as until_on from absence b
                        where b.person_id = g.worker_id and b.starts_on <= $1 and (b.ends_on is null or b.ends_on >= $1)) away
    where g.state = 'over' or (g.state = 'notice' and not g.held_back);
$$;
