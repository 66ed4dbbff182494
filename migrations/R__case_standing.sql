-- Keeps case_standing true to the history behind it. Every statement that writes history calls refresh_case_standing
-- with the cases it touched, through the triggers below, so that no writer can forget.

-- How every case stood on a day, read from its history. For cases that were not open: the last opening until then, or none.
-- stands_from is the latest day written in the history of a case: from then on its standing does not change by itself.
create or replace function case_standing_on(on_day date) returns setof case_standing language sql stable as $$
    select c.id, o.id, o.opened_on, coalesce(o.id is not null and (o.closed_on is null or o.closed_on > $1), false), stands.from_on,
           c.centre_id, w.person_id, start.first_start, seen.last_seen_on, missing.starts_on, coalesce(stage.value, 'referred'), stage.from_on,
           coalesce(service.value, 'not stated'), coalesce(need.value, 'not yet clear'), coalesce(statutory.value, 'unknown'),
           coalesce(short_term.level, 'not yet clear'), coalesce(longer_term.level, 'not yet clear'),
           plan.id, plan.step, plan.review_on, plan.agreed_on, winding.ends_on, c.team_id
    from child_case c
    left join lateral (select o.id, o.opened_on, k.closed_on from case_opening o left join case_closure k on k.opening_id = o.id
                       where o.case_id = c.id and o.opened_on <= $1 order by o.number desc limit 1) o on true
    cross join lateral (select greatest(
                   (select max(greatest(o.opened_on, k.closed_on)) from case_opening o left join case_closure k on k.opening_id = o.id where o.case_id = c.id),
                   (select max(greatest(a.starts_on, a.ends_on)) from assignment a where a.case_id = c.id),
                   (select max(h.from_on) from case_history h where h.case_id = c.id),
                   (select max(r.judged_on) from risk_judgement r where r.case_id = c.id),
                   (select max(greatest(e.starts_on, e.ends_on)) from missing_episode e where e.case_id = c.id),
                   (select max(t.on_day) from contact t where t.case_id = c.id and t.seen),
                   (select max(g.agreed_on) from contact_plan p join contact_plan_agreement g on g.plan_id = p.id where p.case_id = c.id),
                   (select max(d.recorded_on) from winding_down d where d.case_id = c.id)) as from_on) stands
    -- of two at once the later start is the worker
    left join lateral (select a.person_id from assignment a
                       where a.case_id = c.id and a.role = 'young person''s worker' and a.starts_on <= $1 and (a.ends_on is null or a.ends_on > $1)
                       order by a.starts_on desc, a.external_reference desc nulls last, a.id desc limit 1) w on true
    left join lateral (select min(greatest(a.starts_on, o.opened_on)) as first_start from assignment a
                       where a.case_id = c.id and a.role = 'young person''s worker' and a.starts_on <= $1
                         and (a.ends_on is null or a.ends_on >= o.opened_on)) start on true
    left join lateral (select t.on_day as last_seen_on from contact t
                       where t.case_id = c.id and t.seen and t.on_day between o.opened_on and $1
                         and not exists (select from contact_strike x where x.contact_id = t.id)
                       order by t.on_day desc limit 1) seen on true
    left join lateral (select min(e.starts_on) as starts_on from missing_episode e
                       where e.case_id = c.id and e.kind = 'missing' and e.starts_on <= $1 and (e.ends_on is null or e.ends_on > $1)) missing on true
    left join lateral (select h.value, h.from_on from case_history h where h.case_id = c.id and h.what = 'stage' and h.from_on <= $1 order by h.number desc limit 1) stage on true
    left join lateral (select h.value from case_history h where h.case_id = c.id and h.what = 'service type' and h.from_on <= $1 order by h.number desc limit 1) service on true
    left join lateral (select h.value from case_history h where h.case_id = c.id and h.what = 'need' and h.from_on <= $1 order by h.number desc limit 1) need on true
    left join lateral (select h.value from case_history h where h.case_id = c.id and h.what = 'statutory plan' and h.from_on <= $1 order by h.number desc limit 1) statutory on true
    left join lateral (select r.level from risk_judgement r where r.case_id = c.id and r.horizon = 'short term' and r.judged_on <= $1 order by r.number desc limit 1) short_term on true
    left join lateral (select r.level from risk_judgement r where r.case_id = c.id and r.horizon = 'medium to long term' and r.judged_on <= $1 order by r.number desc limit 1) longer_term on true
    left join lateral (select p.id, p.step, p.review_on, g.agreed_on from contact_plan p join contact_plan_agreement g on g.plan_id = p.id
                       where p.case_id = c.id and g.agreed_on between o.opened_on and $1 order by p.number desc limit 1) plan on true
    left join lateral (select d.ends_on from winding_down d
                       where d.case_id = c.id and d.recorded_on between o.opened_on and $1 order by d.number desc limit 1) winding on true;
$$;

-- The same for one case, planned apart: a statement that only rarely asks about the past stays quick to plan.
create or replace function case_standing_on(on_day date, a_case uuid) returns setof case_standing language plpgsql stable rows 1
    set plan_cache_mode = force_generic_plan as $$
begin
    return query select s.* from case_standing_on(on_day) s where s.case_id = a_case;
end
$$;

-- How the cases that are open on a day stand: as written in case_standing, which says how things are from stands_from on;
-- an earlier day is read from the history.
create or replace function standing_on(on_day date) returns setof case_standing language sql stable as $$
    -- case and team are those of the row itself, so that asking for a few of them finds them by index
    select present.case_id, t.opening_id, t.opened_on, t.is_open, t.stands_from, t.centre_id, t.worker_id, t.clock_starts_on,
           t.last_seen_on, t.missing_since, t.stage, t.stage_since, t.service_type, t.need, t.statutory_plan, t.short_term_risk,
           t.medium_to_long_risk, t.plan_id, t.plan_step, t.plan_review_on, t.plan_agreed_on, t.winding_down_until, present.team_id
    from case_standing present
    cross join lateral (
        select present.* where present.stands_from <= $1
        union all
        select past.* from case_standing_on($1, present.case_id) past where present.stands_from > $1) t
    where t.is_open;
$$;

create or replace function refresh_case_standing(cases uuid[]) returns void language sql volatile security definer set search_path = public as $$
    -- of two writers at once the second waits here, and then reads what the first wrote
    select from case_standing where case_id = any (cases) order by case_id for update;
    insert into case_standing
    select * from case_standing_on('infinity') s where s.case_id = any (cases) order by s.case_id
    on conflict (case_id) do update set
        opening_id = excluded.opening_id, opened_on = excluded.opened_on, is_open = excluded.is_open, stands_from = excluded.stands_from,
        centre_id = excluded.centre_id, worker_id = excluded.worker_id, clock_starts_on = excluded.clock_starts_on,
        last_seen_on = excluded.last_seen_on, missing_since = excluded.missing_since, stage = excluded.stage, stage_since = excluded.stage_since,
        service_type = excluded.service_type, need = excluded.need, statutory_plan = excluded.statutory_plan,
        short_term_risk = excluded.short_term_risk, medium_to_long_risk = excluded.medium_to_long_risk,
        plan_id = excluded.plan_id, plan_step = excluded.plan_step, plan_review_on = excluded.plan_review_on,
        plan_agreed_on = excluded.plan_agreed_on, winding_down_until = excluded.winding_down_until,
        team_id = excluded.team_id
    where case_standing is distinct from excluded;
$$;
revoke execute on function refresh_case_standing from public;

-- An intake writes the whole history of thousands of cases in a few statements and refreshes them once at its end.
create or replace function standing_waits() returns boolean language sql stable
    return coalesce(current_setting('holdfast.standing_waits', true), '') = 'on';

create or replace function case_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if not standing_waits() then
        perform refresh_case_standing(array(select distinct case_id from touched));
    end if;
    return null;
end
$$;

create or replace function opening_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if not standing_waits() then
        perform refresh_case_standing(array(select distinct o.case_id from touched t join case_opening o on o.id = t.opening_id));
    end if;
    return null;
end
$$;

create or replace function contact_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if not standing_waits() then
        perform refresh_case_standing(array(select distinct c.case_id from touched t join contact c on c.id = t.contact_id));
    end if;
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

create or replace function team_touched() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update case_standing s set team_id = t.team_id from touched t where s.case_id = t.id and s.team_id is distinct from t.team_id;
    return null;
end
$$;
create or replace trigger keeps_standing after update on child_case referencing new table as touched for each statement execute function team_touched();
