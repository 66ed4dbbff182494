-- Comparing an extract with what is held, and applying it. An administrator and a system reach no case, so these run as
-- the owner; each first makes sure that its caller started that intake. They answer with counts and verdicts only.
--
-- What intake_row holds, by table:
--   ssd_professionals   external_id the worker, text_1 name, text_2 job title, text_3 department, share full-time share
--   ssd_involvements    external_id, person_ref the child, worker_ref, starts_on, ends_on, text_1 role as written
--   ssd_c??_visits      external_id, person_ref, starts_on the day, flag_1 seen, flag_2 seen alone
--   ssd_missing         external_id, person_ref, starts_on, ends_on, text_1 missing or away, flag_1 interview offered, flag_2 accepted
--   ssd_person          external_id the child; nothing else is ever read

-- Rows that were only just written have no statistics: the planner would take them for a handful and go through a
-- large table once for each. Where both sides can be large, enable_nestloop = off keeps it from that.

create or replace function own_intake(an_intake uuid) returns intake language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    own intake;
begin
    select i.* into own from intake i where i.id = an_intake and i.started_by = viewer_id() and i.applied_at is null
      and (viewer_is_administrator() or exists (select from api_token t where t.id = viewer_id() and 'intake' = any (t.scopes)));
    if own.id is null then
        raise exception 'this viewer did not start that intake, or it is applied' using errcode = 'insufficient_privilege';
    end if;
    return own;
end
$$;

create or replace function intake_source_of(a_centre uuid, a_table text) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from intake_source where centre_id = a_centre and table_name = a_table;
$$;

create or replace function is_allocated_worker(role text) returns boolean language sql immutable parallel safe
    return lower(btrim(role)) = 'allocated worker';

create or replace function is_team_manager(job_title text) returns boolean language sql immutable parallel safe
    return coalesce(lower(btrim(job_title)) = 'team manager', false);

create or replace function is_newly_qualified(job_title text) returns boolean language sql immutable parallel safe
    return coalesce(job_title ilike '%newly qualified%', false);

create or replace function assignment_role_of(role text) returns text language sql immutable parallel safe
    return case when is_allocated_worker(role) then 'young person''s worker' else 'co-worker' end;

-- The team somebody belongs to on that day.
create or replace function team_of(someone uuid, on_day date) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
    select m.team_id from team_membership m
    where m.person_id = someone and m.starts_on <= on_day and (m.ends_on is null or m.ends_on > on_day)
    order by m.starts_on desc, m.id desc limit 1;
$$;

-- Gives every row its verdict against what is held now. Rows that could not be read stay rejected.
create or replace function check_intake(an_intake uuid, a_day date) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp set work_mem = '32MB' set jit = off set enable_nestloop = off as $$
declare
    own intake := own_intake(an_intake);
    professionals uuid := intake_source_of(own.centre_id, 'ssd_professionals');
    involvements uuid := intake_source_of(own.centre_id, 'ssd_involvements');
    episodes uuid := intake_source_of(own.centre_id, 'ssd_missing');
begin
    -- so many rows have just come that what was known of the table says nothing about them; no other import is waited for
    analyze (skip_locked) intake_row;
    update intake_row set verdict = 'new', reason = null
    where intake_id = an_intake and not unreadable and (verdict <> 'new' or reason is not null);

    -- one id twice in a file: the same content counts once, different content leaves open which line is true
    with twice as materialized (
        select table_name, external_id from intake_row where intake_id = an_intake and not unreadable
        group by 1, 2 having count(*) > 1),
    twin as (
        select r.table_name, r.line, first_value(r.line) over id as first_line, lead(r.line) over id as next_line,
               max(content) over id <> min(content) over id as differ
        from (select r.*, row(person_ref, worker_ref, starts_on, ends_on, text_1, text_2, text_3, share, flag_1, flag_2)::text as content
              from intake_row r join twice using (table_name, external_id) where r.intake_id = an_intake and not r.unreadable) r
        window id as (partition by r.table_name, r.external_id order by r.line rows between unbounded preceding and unbounded following))
    update intake_row r
    set verdict = case when t.differ then 'rejected' else 'unchanged' end,
        reason = case when t.differ then 'This id also stands on line ' || case when t.line = t.first_line then t.next_line else t.first_line end || ' with different content'
                      else 'The same as line ' || t.first_line end
    from twin t
    where r.intake_id = an_intake and r.table_name = t.table_name and r.line = t.line and (t.differ or t.line > t.first_line);

    update intake_row set verdict = 'rejected', reason = case
            when starts_on > a_day or ends_on > a_day then 'A date lies after ' || to_char(a_day, 'FMDD FMMonth YYYY')
            else 'The end lies before the start' end
    where intake_id = an_intake and verdict = 'new' and (starts_on > a_day or ends_on > a_day or ends_on < starts_on);

    update intake_row r set verdict = 'rejected', reason = 'This worker stands neither in ssd_professionals nor in Holdfast'
    where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.verdict = 'new'
      and r.worker_ref not in (
          select external_id from intake_row where intake_id = an_intake and table_name = 'ssd_professionals' and verdict <> 'rejected'
          union select external_reference from person where intake_source_id = professionals and external_reference is not null);

    update intake_row r set verdict = 'rejected', reason = 'This child has no involvement, neither in ssd_involvements nor in Holdfast'
    where r.intake_id = an_intake and r.table_name not in ('ssd_professionals', 'ssd_involvements', 'ssd_person') and r.verdict = 'new'
      and r.person_ref not in (
          select person_ref from intake_row where intake_id = an_intake and table_name = 'ssd_involvements' and verdict <> 'rejected'
          union select external_reference from child_case where intake_source_id = involvements and external_reference is not null);

    -- what is held is put together first, so that each comparison is one join by id, whatever the planner believes
    with held as materialized (
        select p.external_reference as id, p.name, p.job_title, p.full_time_share, t.name as team
        from person p left join team t on t.id = team_of(p.id, a_day) where p.intake_source_id = professionals)
    update intake_row r set (verdict, reason) = (
        select case when what = '' then 'unchanged' else 'changed' end, nullif(what, '') from (select concat_ws(', ',
        case when h.name <> r.text_1 then 'name' end,
        case when h.job_title is distinct from r.text_2 then 'job title' end,
        case when h.full_time_share is distinct from r.share then 'full-time share' end,
        case when h.team is distinct from r.text_3 then 'team' end) as what) difference)
    from held h
    where r.intake_id = an_intake and r.table_name = 'ssd_professionals' and r.external_id = h.id and r.verdict = 'new';

    with held as materialized (
        select a.external_reference as id, k.external_reference as person_ref, p.external_reference as worker_ref, a.role, a.starts_on, a.ends_on
        from assignment a join child_case k on k.id = a.case_id join person p on p.id = a.person_id where a.intake_source_id = involvements)
    update intake_row r set (verdict, reason) = (
        select case when what = '' then 'unchanged' else 'changed' end, nullif(what, '') from (select concat_ws(', ',
        case when h.person_ref is distinct from r.person_ref then 'child' end,
        case when h.worker_ref is distinct from r.worker_ref then 'worker' end,
        case when h.role <> assignment_role_of(r.text_1) then 'role' end,
        case when h.starts_on <> r.starts_on then 'start' end,
        case when h.ends_on is distinct from r.ends_on then 'end' end) as what) difference)
    from held h
    where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.external_id = h.id and r.verdict = 'new';

    -- a visit somebody struck out here stays struck out until the extract says something else about it
    with latest as materialized (
        select distinct on (t.intake_source_id, t.external_reference) t.intake_source_id, t.external_reference, t.case_id, t.on_day, t.seen, t.seen_alone
        from contact t where t.intake_source_id in (select id from intake_source where centre_id = own.centre_id)
        order by t.intake_source_id, t.external_reference, t.revision desc),
    held as materialized (
        select s.table_name, t.external_reference as id, k.external_reference as person_ref, t.on_day, t.seen, t.seen_alone
        from latest t join intake_source s on s.id = t.intake_source_id join child_case k on k.id = t.case_id)
    update intake_row r set (verdict, reason) = (
        select case when what = '' then 'unchanged' else 'changed' end, nullif(what, '') from (select concat_ws(', ',
        case when h.person_ref is distinct from r.person_ref then 'child' end,
        case when h.on_day <> r.starts_on then 'day' end,
        case when h.seen <> r.flag_1 then 'seen' end,
        case when h.seen_alone is distinct from r.flag_2 then 'seen alone' end) as what) difference)
    from held h
    where r.intake_id = an_intake and r.table_name = h.table_name and r.external_id = h.id and r.verdict = 'new';

    with held as materialized (
        select e.external_reference as id, k.external_reference as person_ref, e.kind, e.starts_on, e.ends_on, e.interview_offered, e.interview_accepted
        from missing_episode e join child_case k on k.id = e.case_id where e.intake_source_id = episodes)
    update intake_row r set (verdict, reason) = (
        select case when what = '' then 'unchanged' else 'changed' end, nullif(what, '') from (select concat_ws(', ',
        case when h.person_ref is distinct from r.person_ref then 'child' end,
        case when h.kind <> r.text_1 then 'kind' end,
        case when h.starts_on <> r.starts_on then 'start' end,
        case when h.ends_on is distinct from r.ends_on then 'end' end,
        case when (h.interview_offered, h.interview_accepted) is distinct from (r.flag_1, r.flag_2) then 'return interview' end) as what) difference)
    from held h
    where r.intake_id = an_intake and r.table_name = 'ssd_missing' and r.external_id = h.id and r.verdict = 'new';

    -- ssd_person adds nothing to a case that is held, and makes no case of a child nobody is involved with
    update intake_row r set verdict = 'unchanged'
    where r.intake_id = an_intake and r.table_name = 'ssd_person' and r.verdict = 'new'
      and (r.external_id in (select external_reference from child_case where intake_source_id = involvements)
           or r.external_id not in (select person_ref from intake_row where intake_id = an_intake and table_name = 'ssd_involvements'
                                    and verdict <> 'rejected' and person_ref is not null));
end
$$;

-- Lines at which an allocated worker starts while another one's span [start, end) of the same child still runs.
create or replace function intake_overlaps(an_intake uuid) returns setof integer
    language plpgsql stable security definer set search_path = public, pg_temp set enable_nestloop = off as $$
declare
    own intake := own_intake(an_intake);
    involvements uuid := intake_source_of(own.centre_id, 'ssd_involvements');
begin
    return query
    with span as (
        select min(r.line) as line, r.external_id, r.person_ref, r.starts_on, coalesce(r.ends_on, 'infinity') as ends_on from intake_row r
        where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.verdict <> 'rejected' and is_allocated_worker(r.text_1)
        group by r.external_id, r.person_ref, r.starts_on, r.ends_on
        union all
        select null, a.external_reference, k.external_reference, a.starts_on, coalesce(a.ends_on, 'infinity')
        from assignment a join child_case k on k.id = a.case_id
        where a.intake_source_id = involvements and a.role = 'young person''s worker'
          and a.external_reference not in (select r.external_id from intake_row r where r.intake_id = an_intake
                                           and r.table_name = 'ssd_involvements' and r.verdict <> 'rejected')),
    ordered as (
        select s.line, s.starts_on, max(s.ends_on) over (partition by s.person_ref order by s.starts_on, s.external_id
                                                         rows between unbounded preceding and 1 preceding) as taken_until
        from span s where s.ends_on > s.starts_on)
    select o.line from ordered o where o.line is not null and o.taken_until > o.starts_on order by o.line;
end
$$;

-- The people of the extract and those held from earlier ones, as they will be once it is applied.
create or replace function intake_people(an_intake uuid, a_day date)
    returns table (ref text, person_id uuid, name text, job_title text, team text, touched boolean)
    language plpgsql stable security definer set search_path = public, pg_temp set enable_nestloop = off as $$
declare
    own intake := own_intake(an_intake);
    professionals uuid := intake_source_of(own.centre_id, 'ssd_professionals');
begin
    return query
    select r.external_id, p.id, r.text_1, r.text_2, r.text_3, r.verdict <> 'unchanged'
    from intake_row r left join person p on p.intake_source_id = professionals and p.external_reference = r.external_id
    where r.intake_id = an_intake and r.table_name = 'ssd_professionals' and r.verdict <> 'rejected'
      and coalesce(r.reason, '') not like 'The same as line%'
    union all
    select p.external_reference, p.id, p.name, p.job_title, t.name, false
    from person p left join team t on t.id = team_of(p.id, a_day)
    where p.intake_source_id = professionals and (p.left_on is null or p.left_on >= a_day)
      and p.external_reference not in (select r.external_id from intake_row r where r.intake_id = an_intake
                                       and r.table_name = 'ssd_professionals' and r.verdict <> 'rejected');
end
$$;

-- Who is proposed as whose line supervisor: a team's manager for its practitioners who have nobody yet. With two
-- managers in a team the first by id is proposed; a confirmed line is never touched.
create or replace function intake_lines(an_intake uuid, a_day date)
    returns table (supervisee_ref text, supervisee text, supervisor_ref text, supervisor text, team text)
    language sql stable security definer set search_path = public, pg_temp set enable_nestloop = off as $$
    with people as materialized (select * from intake_people(an_intake, a_day)),
    manager as (select distinct on (team) ref, name, team, touched from people
                where is_team_manager(job_title) and team is not null order by team, ref)
    select p.ref, p.name, m.ref, m.name, m.team from people p join manager m on m.team = p.team
    where not is_team_manager(p.job_title) and (p.touched or m.touched)
      and not exists (select from supervision_line l where l.supervisee_id = p.person_id and l.kind = 'line'
                      and (l.ends_on is null or l.ends_on > a_day)
                      and (l.confirmed_at is not null
                           or l.supervisor_id = (select q.person_id from people q where q.ref = m.ref)))
    order by m.team, p.ref;
$$;

-- How the extract leaves each child's case: first allocated start, last end, whether somebody is allocated now.
create or replace function intake_spans(an_intake uuid) returns table (person_ref text, case_id uuid, starts_on date, ends_on date)
    language plpgsql stable security definer set search_path = public, pg_temp set enable_nestloop = off as $$
declare
    own intake := own_intake(an_intake);
    involvements uuid := intake_source_of(own.centre_id, 'ssd_involvements');
begin
    return query
    select r.person_ref, k.id, r.starts_on, r.ends_on from intake_row r
    left join child_case k on k.intake_source_id = involvements and k.external_reference = r.person_ref
    where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.verdict <> 'rejected' and is_allocated_worker(r.text_1)
    union all
    select k.external_reference, k.id, a.starts_on, a.ends_on from assignment a join child_case k on k.id = a.case_id
    where k.intake_source_id = involvements and a.role = 'young person''s worker'
      and not exists (select from intake_row r where r.intake_id = an_intake and r.table_name = 'ssd_involvements'
                      and r.verdict <> 'rejected' and a.intake_source_id = involvements and r.external_id = a.external_reference);
end
$$;

-- What becomes of the cases an extract touches, counted for the dry run: new ones, those that close, those that open again.
create or replace function intake_cases(an_intake uuid) returns table (made bigint, closing bigint, opening_again bigint)
    language sql stable security definer set search_path = public, pg_temp set enable_nestloop = off as $$
    with touched as (select distinct r.person_ref from intake_row r where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.verdict in ('new', 'changed')),
    after_it as (
        select t.person_ref, (array_agg(s.case_id))[1] as case_id, coalesce(bool_or(s.starts_on is not null and s.ends_on is null), false) as is_open
        from touched t left join intake_spans(an_intake) s using (person_ref) group by 1)
    select count(*) filter (where a.case_id is null), count(*) filter (where s.is_open and not a.is_open),
           count(*) filter (where s.opening_id is not null and not s.is_open and a.is_open)
    from after_it a left join case_standing s on s.case_id = a.case_id;
$$;

-- Opens, closes and opens again what the involvements of these cases say. Nothing that was recorded is rewritten: a
-- correction is a further opening that begins on the right day. A handover without a gap never restarts the clock, also
-- where the case looked closed in between.
create or replace function follow_involvements(cases uuid[], a_day date, at timestamptz) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp set enable_nestloop = on as $$
begin
    create temporary table course on commit drop as
    with latest as (
        select distinct on (o.case_id) o.case_id, o.id, o.number, o.opened_on, k.closed_on, k.opening_id is not null as is_closed
        from case_opening o left join case_closure k on k.opening_id = o.id where o.case_id = any (cases) order by o.case_id, o.number desc),
    span as (
        select c.case_id, l.id as opening_id, coalesce(l.number, 0) as number, l.opened_on, l.closed_on, coalesce(l.is_closed, false) as was_closed,
               min(a.starts_on) as first_start, max(a.ends_on) as last_end,
               coalesce(bool_or(a.id is not null and a.ends_on is null), false) as stays_open,
               min(a.starts_on) filter (where a.ends_on is null or a.ends_on > l.closed_on) as next_start,
               not exists (select from case_opening e join case_closure k on k.opening_id = e.id
                           where e.case_id = c.case_id and e.id <> l.id and k.reason is distinct from 'Corrected by import') as only_opening
        from unnest(cases) as c(case_id) left join latest l on l.case_id = c.case_id
        left join assignment a on a.case_id = c.case_id and a.role = 'young person''s worker'
        group by c.case_id, l.id, l.number, l.opened_on, l.closed_on, l.is_closed)
    select s.case_id, s.opening_id, s.number, s.was_closed, s.stays_open, f.opens_on, new_id(at) as next_id,
           f.opens_on is not null as opens, opening_id is not null and not was_closed as is_running,
           case when not s.stays_open then greatest(coalesce(s.last_end, a_day), coalesce(f.opens_on, s.opened_on)) end as closes_on
    from span s cross join lateral (select case
        when s.opening_id is null then s.first_start
        when s.was_closed and (s.stays_open or s.last_end <> s.closed_on) then case when s.next_start > s.closed_on then s.next_start else s.opened_on end
        when not s.was_closed and s.only_opening and s.first_start <> s.opened_on then s.first_start end as opens_on) f;

    insert into case_closure (opening_id, closed_on, reason, recorded_at)
    select opening_id, opened_on, 'Corrected by import', at from course join case_opening o on o.id = course.opening_id
    where is_running and opens;
    insert into case_opening (id, case_id, number, opened_on)
    select next_id, case_id, number + 1, opens_on from course where opens;
    insert into case_closure (opening_id, closed_on, reason, recorded_at)
    select case when opens then next_id else opening_id end, closes_on, 'The last allocated worker ended in the case system', at
    from course where closes_on is not null and (opens or is_running);

    insert into case_history (id, case_id, what, number, value, from_on, recorded_at)
    select new_id(at), case_id, 'stage', last + row_number() over (partition by case_id order by from_on, value = 'closed'), value, from_on, at
    from (select c.case_id, v.value, v.from_on,
                 coalesce((select max(h.number) from case_history h where h.case_id = c.case_id and h.what = 'stage'), 0) as last
          from course c
          cross join lateral (values ('allocated', case when c.opens and not c.is_running then c.opens_on end),
                                     ('closed', case when c.opens or c.is_running then c.closes_on end)) as v(value, from_on)
          where v.from_on is not null) step;
    drop table course;
end
$$;

-- Takes the checked rows in. The caller holds the centre's lock and answers with the counts that check_intake left.
create or replace function apply_intake(an_intake uuid, a_day date, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = public, pg_temp set work_mem = '32MB' set jit = off as $$
declare
    own intake := own_intake(an_intake);
    centre uuid := own.centre_id;
    proposer uuid := case when own.started_kind = 'person' then own.started_by end;
    professionals uuid;
    involvements uuid;
    episodes uuid;
    touched uuid[];
begin
    if centre is null then
        centre := new_id(at);
        insert into centre (id, name) values (centre, 'Imported service');
        update intake set centre_id = centre where id = an_intake;
    end if;
    insert into intake_source (id, centre_id, table_name)
    select new_id(at), centre, t from unnest(array['ssd_professionals', 'ssd_involvements', 'ssd_cin_visits', 'ssd_cp_visits', 'ssd_cla_visits', 'ssd_missing']) t
    on conflict do nothing;
    professionals := intake_source_of(centre, 'ssd_professionals');
    involvements := intake_source_of(centre, 'ssd_involvements');
    episodes := intake_source_of(centre, 'ssd_missing');
    perform take_in_people(an_intake, centre, professionals, proposer, a_day, at);
    perform set_config('holdfast.standing_waits', 'on', true);
    touched := take_in_involvements(an_intake, centre, professionals, involvements, a_day, at)
            || take_in_visits(an_intake, centre, involvements, at)
            || take_in_episodes(an_intake, involvements, episodes, at);
    perform set_config('holdfast.standing_waits', 'off', true);
    perform refresh_case_standing(array(select distinct unnest(touched)));
    update intake set applied_at = at where id = an_intake;
    delete from intake_row where intake_id = an_intake;
    analyze (skip_locked) person, child_case, case_opening, assignment, contact, missing_episode, case_standing;
    perform settle_contact_gap(a_day, at);
    return centre;
end
$$;

create or replace function take_in_people(an_intake uuid, centre uuid, professionals uuid, proposer uuid, a_day date, at timestamptz) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp set enable_nestloop = off as $$
begin
    insert into team (id, centre_id, name)
    select new_id(at), centre, t.name from (select distinct text_3 as name from intake_row where intake_id = an_intake
        and table_name = 'ssd_professionals' and verdict in ('new', 'changed') and text_3 is not null order by 1) t
    on conflict do nothing;

    insert into person (id, centre_id, name, job_title, full_time_share, newly_qualified, intake_source_id, external_reference)
    select new_id(at), centre, r.text_1, r.text_2, r.share, is_newly_qualified(r.text_2), professionals, r.external_id
    from intake_row r where r.intake_id = an_intake and r.table_name = 'ssd_professionals' and r.verdict = 'new';
    update person p set name = r.text_1, job_title = r.text_2, full_time_share = r.share,
           newly_qualified = case when p.job_title is distinct from r.text_2 then is_newly_qualified(r.text_2) else p.newly_qualified end
    from intake_row r where r.intake_id = an_intake and r.table_name = 'ssd_professionals' and r.verdict = 'changed'
      and p.intake_source_id = professionals and p.external_reference = r.external_id;

    create temporary table staff on commit drop as
    select p.id as person_id, t.id as team_id, team_of(p.id, a_day) as team_before,
           is_team_manager(r.text_2) and t.id is not null as manages,
           coalesce(i.first_start, a_day) as since
    from intake_row r join person p on p.intake_source_id = professionals and p.external_reference = r.external_id
    left join team t on t.centre_id = centre and t.name = r.text_3
    left join (select worker_ref, min(starts_on) as first_start from intake_row
               where intake_id = an_intake and table_name = 'ssd_involvements' and verdict <> 'rejected' group by 1) i on i.worker_ref = r.external_id
    where r.intake_id = an_intake and r.table_name = 'ssd_professionals' and r.verdict in ('new', 'changed');

    update team_membership m set ends_on = a_day from staff s
    where m.person_id = s.person_id and m.team_id = s.team_before and m.ends_on is null and s.team_id is distinct from s.team_before;
    insert into team_membership (id, team_id, person_id, starts_on)
    select new_id(at), team_id, person_id, case when team_before is null then since else a_day end from staff
    where team_id is not null and team_id is distinct from team_before;

    -- what gives reach waits for the centre manager; being a practitioner does not
    update role_held r set ends_on = greatest(a_day, r.starts_on) from staff s
    where r.person_id = s.person_id and r.role = 'team manager' and (r.ends_on is null or r.ends_on > a_day)
      and not (s.manages and r.team_id = s.team_id);
    insert into role_held (id, person_id, role, centre_id, team_id, starts_on, proposed_by, confirmed_at)
    select new_id(at), s.person_id, case when s.manages then 'team manager' else 'practitioner' end, centre,
           case when s.manages then s.team_id end, case when s.manages then a_day else s.since end, proposer, case when not s.manages then at end
    from staff s
    where not exists (select from role_held r where r.person_id = s.person_id and (r.ends_on is null or r.ends_on > a_day)
                      and r.role = case when s.manages then 'team manager' else 'practitioner' end);
    drop table staff;

    create temporary table line on commit drop as
    select e.id as supervisee_id, r.id as supervisor_id from intake_lines(an_intake, a_day) l
    join person e on e.intake_source_id = professionals and e.external_reference = l.supervisee_ref
    join person r on r.intake_source_id = professionals and r.external_reference = l.supervisor_ref;
    update supervision_line s set ends_on = greatest(a_day, s.starts_on) from line l
    where s.supervisee_id = l.supervisee_id and s.kind = 'line' and s.confirmed_at is null and (s.ends_on is null or s.ends_on > a_day);
    insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, proposed_by)
    select new_id(at), supervisee_id, supervisor_id, 'line', a_day, proposer from line;
    drop table line;
end
$$;

-- These three answer which cases they touched.
create or replace function take_in_involvements(an_intake uuid, centre uuid, professionals uuid, involvements uuid, a_day date, at timestamptz) returns uuid[]
    language plpgsql volatile security definer set search_path = public, pg_temp set enable_nestloop = off as $$
declare
    first_number integer;
    left_behind uuid[];
    touched uuid[];
begin
    create temporary table stranger on commit drop as
    select person_ref, (row_number() over (order by min(line)) - 1)::integer as place from intake_row r
    where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.verdict in ('new', 'changed')
      and not exists (select from child_case k where k.intake_source_id = involvements and k.external_reference = r.person_ref)
    group by person_ref;
    update centre c set next_case_number = next_case_number + (select count(*) from stranger) where c.id = centre
    returning next_case_number - (select count(*) from stranger) into first_number;
    insert into child_case (id, centre_id, reference, intake_source_id, external_reference)
    select new_id(at), centre, 'YP-' || case when first_number + place > 9999 then (first_number + place)::text else to_char(first_number + place, 'FM0000') end,
           involvements, person_ref from stranger;
    drop table stranger;

    create temporary table involvement on commit drop as
    select r.verdict, r.external_id, k.id as case_id, p.id as person_id, assignment_role_of(r.text_1) as role, r.starts_on, r.ends_on
    from intake_row r
    join child_case k on k.intake_source_id = involvements and k.external_reference = r.person_ref
    join person p on p.intake_source_id = professionals and p.external_reference = r.worker_ref
    where r.intake_id = an_intake and r.table_name = 'ssd_involvements' and r.verdict in ('new', 'changed');
    left_behind := array(select distinct a.case_id from assignment a join involvement i on i.external_id = a.external_reference
                         where i.verdict = 'changed' and a.intake_source_id = involvements and a.case_id <> i.case_id);
    update assignment a set case_id = i.case_id, person_id = i.person_id, role = i.role, starts_on = i.starts_on, ends_on = i.ends_on
    from involvement i where i.verdict = 'changed' and a.intake_source_id = involvements and a.external_reference = i.external_id;
    insert into assignment (id, case_id, person_id, role, starts_on, ends_on, intake_source_id, external_reference)
    select new_id(at), case_id, person_id, role, starts_on, ends_on, involvements, external_id from involvement where verdict = 'new';

    touched := array(select case_id from involvement union select unnest(left_behind));
    perform follow_involvements(touched, a_day, at);
    -- a case belongs to the team of its worker, while nobody is allocated to that of the last one
    update child_case k set team_id = w.team_id
    from (select distinct on (a.case_id) a.case_id, m.team_id from assignment a
          left join team_membership m on m.person_id = a.person_id and m.starts_on <= a_day and (m.ends_on is null or m.ends_on > a_day)
          where a.case_id = any (touched) and a.role = 'young person''s worker'
          order by a.case_id, a.ends_on is null desc, a.starts_on desc, a.external_reference desc nulls last, m.starts_on desc) w
    where k.id = w.case_id and w.team_id is not null and k.team_id is distinct from w.team_id;
    drop table involvement;
    return touched;
end
$$;

-- A visit that reads differently now strikes out the earlier reading and stands beside it.
create or replace function take_in_visits(an_intake uuid, centre uuid, involvements uuid, at timestamptz) returns uuid[]
    language plpgsql volatile security definer set search_path = public, pg_temp set enable_nestloop = off as $$
declare
    touched uuid[];
begin
    create temporary table visit on commit drop as
    select r.verdict, r.external_id, s.id as source_id, k.id as case_id, r.starts_on as on_day, r.flag_1 as seen, r.flag_2 as seen_alone,
           null::uuid as earlier_id, 1 as revision
    from intake_row r
    join intake_source s on s.centre_id = centre and s.table_name = r.table_name
    join child_case k on k.intake_source_id = involvements and k.external_reference = r.person_ref
    where r.intake_id = an_intake and r.table_name like '%visits' and r.verdict in ('new', 'changed');
    update visit v set earlier_id = t.id, revision = t.revision + 1
    from (select distinct on (t.intake_source_id, t.external_reference) t.id, t.intake_source_id, t.external_reference, t.revision
          from contact t join visit v on v.source_id = t.intake_source_id and v.external_id = t.external_reference and v.verdict = 'changed'
          order by t.intake_source_id, t.external_reference, t.revision desc) t
    where v.source_id = t.intake_source_id and v.external_id = t.external_reference;
    insert into contact (id, case_id, on_day, with_whom, mode, seen, seen_alone, recorded_at, intake_source_id, external_reference, revision)
    select new_id(at), case_id, on_day, 'child', 'visit', seen, seen_alone, at, source_id, external_id, revision from visit order by case_id, on_day;
    insert into contact_strike (contact_id, reason, struck_at)
    select earlier_id, 'Replaced by import', at from visit where earlier_id is not null
    on conflict (contact_id) do nothing;
    touched := array(select case_id from visit union select t.case_id from contact t join visit v on v.earlier_id = t.id);
    drop table visit;
    return touched;
end
$$;

create or replace function take_in_episodes(an_intake uuid, involvements uuid, episodes uuid, at timestamptz) returns uuid[]
    language plpgsql volatile security definer set search_path = public, pg_temp set enable_nestloop = off as $$
declare
    left_behind uuid[];
    touched uuid[];
begin
    create temporary table episode on commit drop as
    select r.verdict, r.external_id, k.id as case_id, r.text_1 as kind, r.starts_on, r.ends_on, r.flag_1 as offered, r.flag_2 as accepted
    from intake_row r join child_case k on k.intake_source_id = involvements and k.external_reference = r.person_ref
    where r.intake_id = an_intake and r.table_name = 'ssd_missing' and r.verdict in ('new', 'changed');
    left_behind := array(select distinct e.case_id from missing_episode e join episode n on n.external_id = e.external_reference
                         where n.verdict = 'changed' and e.intake_source_id = episodes and e.case_id <> n.case_id);
    update missing_episode e set case_id = n.case_id, kind = n.kind, starts_on = n.starts_on, ends_on = n.ends_on,
           interview_offered = n.offered, interview_accepted = n.accepted
    from episode n where n.verdict = 'changed' and e.intake_source_id = episodes and e.external_reference = n.external_id;
    insert into missing_episode (id, case_id, kind, starts_on, ends_on, interview_offered, interview_accepted, intake_source_id, external_reference)
    select new_id(at), case_id, kind, starts_on, ends_on, offered, accepted, episodes, external_id from episode where verdict = 'new';
    touched := array(select case_id from episode union select unnest(left_behind));
    drop table episode;
    return touched;
end
$$;

-- Removes what dry runs left behind after 24 hours, whoever started them; how many.
create or replace function forget_old_intakes(at timestamptz) returns bigint language sql volatile security definer set search_path = public, pg_temp as $$
    with gone as (delete from intake where applied_at is null and started_at < at - interval '24 hours' returning 1) select count(*) from gone;
$$;

do $$
declare f regprocedure;
begin
    for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
             and p.proname in ('own_intake', 'intake_source_of', 'team_of', 'check_intake', 'intake_overlaps', 'intake_people', 'intake_lines',
                               'intake_spans', 'intake_cases', 'follow_involvements', 'apply_intake', 'take_in_people', 'take_in_involvements',
                               'take_in_visits', 'take_in_episodes', 'forget_old_intakes') loop
        execute format('revoke execute on function %s from public', f);
    end loop;
end $$;
grant execute on function own_intake, check_intake, intake_overlaps, intake_people, intake_lines, intake_cases, apply_intake, forget_old_intakes to holdfast_app;
grant execute on function forget_old_intakes to holdfast_jobs;
