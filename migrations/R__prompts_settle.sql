-- Brings the prompts of one rule in line with the facts of the day, for some cases or (null) for all: raises what
-- fires, clears what no longer does, raises again what was decided or put off until before this day. A decision stands
-- for its gap until its review date, without a plan that covers the gap at most 31 days; it stands again where the
-- contact that seemed to end the gap is struck out. A change calls it for the cases it touched, the nightly sweep for
-- all; both give the same result because both are this function.
create or replace function settle_contact_gap(on_day date, at timestamptz, cases uuid[] default null)
    returns table (raised integer, cleared integer)
    language plpgsql volatile security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
begin
    return query
    with firing as materialized (
        select r.subject, r.person, r.since, r.facts from rule_contact_gap(on_day) r where cases is null or r.subject = any (cases)),
    known as materialized (
        select p.id, p.state, f.subject is not null as fires, f.person, f.facts, coalesce(standing.what, 'open') as standing, standing.until_on
        from prompt p
        left join firing f on f.subject = p.subject_id and f.since = p.since
        left join lateral (
            select n.what, n.until_on from (select n.what, n.until_on, n.on_day from prompt_step n
                where n.prompt_id = p.id and n.what in ('decided', 'put off') order by n.number desc limit 1) n
            where least(n.until_on, n.on_day + 31) >= settle_contact_gap.on_day) standing on f.subject is not null
        where p.rule = 'contact-gap' and (cases is null or p.case_id = any (cases)) and (p.state <> 'cleared' or f.subject is not null)),
    gone as (
        update prompt p set state = 'cleared', until_on = null from known k where p.id = k.id and not k.fires returning p.id),
    back as (
        update prompt p set state = k.standing, until_on = k.until_on, facts = k.facts, person_id = k.person
        from known k where p.id = k.id and k.fires and k.state <> k.standing returning p.id, p.facts),
    changed_hands as (
        update prompt p set person_id = k.person
        from known k where p.id = k.id and k.fires and k.state = k.standing and p.person_id is distinct from k.person),
    fresh as (
        insert into prompt (id, rule, subject_id, case_id, person_id, since, raised_on, facts, state)
        select new_id(at), 'contact-gap', f.subject, f.subject, f.person, f.since, on_day, f.facts, 'open' from firing f
        where not exists (select from prompt p where p.rule = 'contact-gap' and p.subject_id = f.subject and p.since = f.since)
        on conflict (rule, subject_id, since) do nothing
        returning id, facts),
    steps as (
        insert into prompt_step (id, prompt_id, number, what, on_day, recorded_at, facts)
        select new_id(at), t.id, 1 + coalesce((select max(n.number) from prompt_step n where n.prompt_id = t.id), 0), t.what, on_day, at, t.facts
        from (select id, 'cleared' as what, null::jsonb as facts from gone
              union all select id, 'raised again', back.facts from back
              union all select id, 'raised', fresh.facts from fresh) t
        returning what)
    select count(*) filter (where what <> 'cleared')::integer, count(*) filter (where what = 'cleared')::integer from steps;
end
$$;

-- The sweep over everything, once a day; says so. False where this day was swept already.
create or replace function sweep_all(a_day date, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
declare
    result record;
begin
    perform pg_advisory_xact_lock(hashtext('holdfast sweep'));
    if exists (select from sweep s where s.on_day = a_day) then
        return false;
    end if;
    select * into result from settle_contact_gap(a_day, at);
    insert into sweep values (a_day, at, result.raised, result.cleared);
    return true;
end
$$;

-- What somebody decided or put off shows on the prompt itself.
create or replace function prompt_stepped() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update prompt p set state = n.what, until_on = n.until_on from touched n
    where n.prompt_id = p.id and n.what in ('decided', 'put off');
    return null;
end
$$;
create or replace trigger shows_on_prompt after insert on prompt_step referencing new table as touched for each statement execute function prompt_stepped();

revoke execute on function settle_contact_gap, sweep_all from public;
grant execute on function settle_contact_gap, sweep_all to holdfast_app, holdfast_jobs;
