-- Keeps case_standing true to the history behind it. Every statement that writes history calls refresh_case_standing
-- with the cases it touched, through the triggers below, so that no writer can forget.

create or replace function refresh_case_standing(cases uuid[]) returns void language sql volatile security definer set search_path = public as $$
    insert into case_standing (case_id, opening_id, opened_on, is_open, clock_starts_on, last_seen_on, missing_since, stage, stage_since,
                               service_type, need, statutory_plan, short_term_risk, medium_to_long_risk, plan_id, winding_down_until)
    select c.id, o.id, o.opened_on, coalesce(o.id is not null and o.closed_on is null, false), w.first_start, seen.last_seen_on, m.starts_on,
           coalesce(stage.value, 'referred'), stage.from_on, coalesce(service.value, 'not stated'), coalesce(need.value, 'not yet clear'),
           coalesce(statutory.value, 'unknown'), coalesce(short_term.level, 'not yet clear'), coalesce(longer_term.level, 'not yet clear'),
           plan.id, winding.ends_on
    from child_case c
    left join lateral (select o.id, o.opened_on, k.closed_on from case_opening o left join case_closure k on k.opening_id = o.id
                       where o.case_id = c.id order by o.number desc limit 1) o on true
    left join lateral (select min(greatest(a.starts_on, o.opened_on)) as first_start from assignment a
                       where a.case_id = c.id and a.role = 'young person''s worker' and (a.ends_on is null or a.ends_on >= o.opened_on)) w on true
    left join lateral (select t.on_day as last_seen_on from contact t
                       where t.case_id = c.id and t.seen and t.on_day >= o.opened_on
                         and not exists (select from contact_strike x where x.contact_id = t.id)
                       order by t.on_day desc limit 1) seen on true
    left join lateral (select min(e.starts_on) as starts_on from missing_episode e
                       where e.case_id = c.id and e.kind = 'missing' and e.ends_on is null) m on true
    left join lateral (select h.value, h.from_on from case_history h where h.case_id = c.id and h.what = 'stage' order by h.number desc limit 1) stage on true
    left join lateral (select h.value from case_history h where h.case_id = c.id and h.what = 'service type' order by h.number desc limit 1) service on true
    left join lateral (select h.value from case_history h where h.case_id = c.id and h.what = 'need' order by h.number desc limit 1) need on true
    left join lateral (select h.value from case_history h where h.case_id = c.id and h.what = 'statutory plan' order by h.number desc limit 1) statutory on true
    left join lateral (select r.level from risk_judgement r where r.case_id = c.id and r.horizon = 'short term' order by r.number desc limit 1) short_term on true
    left join lateral (select r.level from risk_judgement r where r.case_id = c.id and r.horizon = 'medium to long term' order by r.number desc limit 1) longer_term on true
    left join lateral (select p.id from contact_plan p join contact_plan_agreement g on g.plan_id = p.id
                       where p.case_id = c.id and g.agreed_on >= o.opened_on order by p.number desc limit 1) plan on true
    left join lateral (select d.ends_on from winding_down d where d.case_id = c.id and d.recorded_on >= o.opened_on order by d.number desc limit 1) winding on true
    where c.id = any (cases)
    order by c.id
    on conflict (case_id) do update set
        opening_id = excluded.opening_id, opened_on = excluded.opened_on, is_open = excluded.is_open, clock_starts_on = excluded.clock_starts_on,
        last_seen_on = excluded.last_seen_on, missing_since = excluded.missing_since, stage = excluded.stage, stage_since = excluded.stage_since,
        service_type = excluded.service_type, need = excluded.need, statutory_plan = excluded.statutory_plan,
        short_term_risk = excluded.short_term_risk, medium_to_long_risk = excluded.medium_to_long_risk,
        plan_id = excluded.plan_id, winding_down_until = excluded.winding_down_until
    where case_standing is distinct from excluded;
$$;
revoke execute on function refresh_case_standing from public;

create or replace function case_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform refresh_case_standing(array(select distinct case_id from touched));
    return null;
end
$$;

create or replace function opening_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform refresh_case_standing(array(select distinct o.case_id from touched t join case_opening o on o.id = t.opening_id));
    return null;
end
$$;

create or replace function contact_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform refresh_case_standing(array(select distinct c.case_id from touched t join contact c on c.id = t.contact_id));
    return null;
end
$$;

create or replace function plan_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform refresh_case_standing(array(select distinct p.case_id from touched t join contact_plan p on p.id = t.plan_id));
    return null;
end
$$;

do $$
declare t text;
begin
    foreach t in array array['case_opening', 'assignment', 'case_history', 'risk_judgement', 'missing_episode', 'contact', 'winding_down'] loop
        execute format('create or replace trigger keeps_standing after insert on %I referencing new table as touched for each statement execute function case_touched()', t);
    end loop;
    foreach t in array array['assignment', 'missing_episode'] loop
        execute format('create or replace trigger keeps_standing_on_change after update on %I referencing new table as touched for each statement execute function case_touched()', t);
    end loop;
end $$;
create or replace trigger keeps_standing after insert on case_closure referencing new table as touched for each statement execute function opening_touched();
create or replace trigger keeps_standing after insert on contact_strike referencing new table as touched for each statement execute function contact_touched();
create or replace trigger keeps_standing after insert on contact_plan_agreement referencing new table as touched for each statement execute function plan_touched();
