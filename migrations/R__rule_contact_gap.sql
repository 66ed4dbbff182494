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
-- what it returns may change; without a word about it where there is nothing to replace yet
do $$
begin
    if to_regprocedure('contact_gap(date, jsonb)') is not null then
        drop function contact_gap(date, jsonb);
    end if;
end
$$;
create or replace function contact_gap(on_day date, settings jsonb default null)
    returns table (case_id uuid, opening_id uuid, opened_on date, worker_id uuid, last_seen_on date, since date, days integer,
                   limit_days integer, notice_days integer, state text, covered_by text, covered_until date, held_back boolean,
                   missing_since date, missing boolean, short_term_risk text, medium_to_long_risk text, stage text,
                   statutory_plan text, plan_step text, plan_review_on date, plan_until date)
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
           g.missing_since, g.missing_since is not null, g.short_term_risk, g.medium_to_long_risk, g.stage, g.statutory_plan, g.plan_step, g.plan_review_on,
           g.plan_until
    from (
        select s.case_id, s.opening_id, s.opened_on, s.worker_id, s.last_seen_on, s.since, $1 - s.since as days,
               coalesce(($2 ->> 'limit')::integer, setting.limit_days) as limit_days,
               coalesce(($2 ->> 'notice')::integer, setting.notice_days) as notice_days,
               s.missing_since, s.short_term_risk, s.medium_to_long_risk, s.stage, s.statutory_plan, s.plan_step, s.plan_review_on,
               -- first of: the review date, its cap from the day it was agreed, the step's interval since last seen
               least(s.plan_review_on,
                     s.plan_agreed_on + case when s.short_term_risk in ('high', 'not yet clear') or s.need = 'being exploited' or s.missing_since is not null then 31 else 91 end,
                     s.since + contact_plan_interval(s.plan_step)) as plan_until,
               case when s.short_term_risk not in ('high', 'not yet clear') and s.missing_since is null and s.stage = 'winding down'
                         and s.winding_down_until >= $1 then s.winding_down_until end as winding_until
        from (select t.case_id, t.opening_id, t.opened_on, t.centre_id, t.worker_id, t.last_seen_on, t.missing_since, t.stage, t.service_type,
                     t.need, t.statutory_plan, t.short_term_risk, t.medium_to_long_risk, t.plan_step, t.plan_review_on, t.plan_agreed_on,
                     t.winding_down_until,
                     -- not coalesce: under row-level security a comparison with it could not use an index
                     case when t.last_seen_on is not null then t.last_seen_on when t.clock_starts_on is not null then t.clock_starts_on else t.opened_on end as since
              from standing_on($1) t) s
        cross join lateral (select x.limit_days, x.notice_days from contact_gap_setting x
                            where x.from_on <= $1 and (x.centre_id is null or x.centre_id = s.centre_id)
                              and (x.service_type is null or x.service_type = s.service_type)
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
               'missing', g.missing_since is not null, 'shortTermRisk', g.short_term_risk, 'planStep', g.plan_step, 'planReviewOn', g.plan_review_on,
               'attempts', (select count(*) from contact t where t.case_id = g.case_id and t.mode in ('attempted', 'did not attend')
                            and t.on_day > g.since and t.on_day <= $1 and not exists (select from contact_strike x where x.contact_id = t.id)),
               'workerAwayUntil', away.until_on, 'workerAway', away.is_away)
    from contact_gap($1, $2) g
    cross join lateral (select count(*) > 0 as is_away, case when bool_and(b.ends_on is not null) then max(b.ends_on) end as until_on from absence b
                        where b.person_id = g.worker_id and b.starts_on <= $1 and (b.ends_on is null or b.ends_on >= $1)) away
    where g.state = 'over' or (g.state = 'notice' and not g.held_back);
$$;
