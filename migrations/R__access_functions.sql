-- Who is looking, and whom and what that viewer reaches today. Row-level security (R__access_policies.sql) is written
-- in these words. They run as the owner, so that a policy does not ask itself.
--
-- A transaction says who is looking with two settings that end with it:
--   holdfast.viewer  a person's id, an API token's id, or the nil id for somebody who has not signed in
--   holdfast.today   the domain's day
-- A query without them fails instead of returning nothing.

create or replace function viewer_id() returns uuid language sql stable parallel safe
    return current_setting('holdfast.viewer')::uuid;

create or replace function viewer_today() returns date language sql stable parallel safe
    return current_setting('holdfast.today')::date;

-- What is asked once for every table a statement reads is written in plpgsql, which keeps its plans.

create or replace function viewer_is_system() returns boolean language plpgsql stable security definer set search_path = public as $$
begin
    return exists (select from api_token where id = viewer_id());
end
$$;

create or replace function viewer_is_administrator() returns boolean language plpgsql stable security definer set search_path = public as $$
begin
    return exists (select from role_held where person_id = viewer_id() and role = 'administrator'
                   and starts_on <= viewer_today() and (ends_on is null or ends_on > viewer_today()));
end
$$;

-- Roles that count today: confirmed ones, and of an administrator only that one (an administrator reaches nothing else).
create or replace function roles_of(someone uuid, on_day date) returns setof role_held language plpgsql stable rows 2 security definer set search_path = public as $$
begin
    return query
    with current_role_held as (
        select r.* from role_held r join person p on p.id = r.person_id
        where r.person_id = someone and r.confirmed_at is not null
          and r.starts_on <= on_day and (r.ends_on is null or r.ends_on > on_day)
          and (p.left_on is null or p.left_on >= on_day))
    select * from current_role_held
    where role = 'administrator' or not exists (select from current_role_held where role = 'administrator');
end
$$;

create or replace function viewer_team() returns setof uuid language plpgsql stable rows 5 security definer set search_path = public as $$
begin
    return query select team_id from roles_of(viewer_id(), viewer_today()) where role = 'team manager';
end
$$;

create or replace function viewer_centre() returns setof uuid language plpgsql stable rows 2 security definer set search_path = public as $$
begin
    return query select centre_id from roles_of(viewer_id(), viewer_today()) where role = 'service centre manager';
end
$$;

-- The people this viewer supervises today in one of these ways; nobody for an administrator.
create or replace function viewer_supervisee(ways text[]) returns setof uuid language plpgsql stable rows 20 security definer set search_path = public as $$
begin
    return query select l.supervisee_id from supervision_line l
    where l.supervisor_id = viewer_id() and l.kind = any (ways) and l.confirmed_at is not null
      and l.starts_on <= viewer_today() and (l.ends_on is null or l.ends_on > viewer_today())
      and not viewer_is_administrator();
end
$$;

create or replace function viewer_supervisee() returns setof uuid language sql stable rows 20 parallel safe
    begin atomic select viewer_supervisee(array['line', 'practice', 'cover']); end;

create or replace function viewer_line_supervisee() returns setof uuid language sql stable rows 20 parallel safe
    begin atomic select viewer_supervisee(array['line']); end;

-- People in the teams this viewer manages, today.
create or replace function viewer_team_person() returns setof uuid language plpgsql stable rows 20 security definer set search_path = public as $$
begin
    return query select m.person_id from team_membership m
    where m.team_id = any (array(select viewer_team()))
      and m.starts_on <= viewer_today() and (m.ends_on is null or m.ends_on > viewer_today());
end
$$;

-- People in the service centres this viewer manages.
create or replace function viewer_centre_person() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
begin
    return query select id from person where centre_id = any (array(select viewer_centre()));
end
$$;

-- The people whose work this viewer may open: own, supervisees', team's, centre's.
create or replace function viewer_work_of() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
begin
    return query
    select viewer_id()
    union select viewer_supervisee()
    union select viewer_team_person()
    union select viewer_centre_person();
end
$$;

-- The cases this viewer reaches today with every word about them: held now by themselves, a supervisee or somebody of
-- their team; held by their team without a worker. On request also those of their centre, which they read without
-- free text. Written flat, because every table about cases asks it in every statement.
create or replace function viewer_case(with_centre boolean) returns setof uuid language plpgsql stable rows 100 security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
    administers boolean;
    teams uuid[];
    centres uuid[];
    people uuid[];
begin
    select bool_or(r.role = 'administrator'),
           array_agg(r.team_id) filter (where r.role = 'team manager' and r.confirmed_at is not null),
           array_agg(r.centre_id) filter (where r.role = 'service centre manager' and r.confirmed_at is not null and with_centre)
    into administers, teams, centres
    from role_held r join person p on p.id = r.person_id
    where r.person_id = viewer and r.starts_on <= today and (r.ends_on is null or r.ends_on > today)
      and (p.left_on is null or p.left_on >= today);
    if administers then
        return;
    end if;
    people := viewer || array(select l.supervisee_id from supervision_line l
                              where l.supervisor_id = viewer and l.confirmed_at is not null
                                and l.starts_on <= today and (l.ends_on is null or l.ends_on > today));
    if teams is not null then
        people := people || array(select m.person_id from team_membership m
                                  where m.team_id = any (teams) and m.starts_on <= today and (m.ends_on is null or m.ends_on > today));
    end if;
    return query
    select a.case_id from assignment a
    where a.person_id = any (people) and a.starts_on <= today and (a.ends_on is null or a.ends_on > today);
    if teams is not null then
        return query select c.id from child_case c where c.team_id = any (teams);
    end if;
    if centres is not null then
        return query select c.id from child_case c where c.centre_id = any (centres);
    end if;
end
$$;

create or replace function viewer_case_in_full() returns setof uuid language plpgsql stable rows 100 as $$
begin
    return query select viewer_case(false);
end
$$;

create or replace function viewer_case() returns setof uuid language plpgsql stable rows 100 as $$
begin
    return query select viewer_case(true);
end
$$;

-- Whose name this viewer may read: those whose work they reach, who supervises or is supervised by them, with whom
-- they hold sessions, and who works on the same cases. Administrators and systems: everybody.
-- A page asks it for every name it joins, so what was found stands in a setting until the transaction ends, for that
-- viewer and day; a name that a change made readable is then readable from the next transaction on.
create or replace function viewer_knows() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
declare
    asked text := viewer_id() || ' ' || viewer_today();
    found_before text := current_setting('holdfast.known', true);
    work_of uuid[];
    known uuid[];
begin
    if viewer_is_administrator() or viewer_is_system() then
        return query select id from person;
        return;
    end if;
    if starts_with(found_before, asked) then
        return query select unnest(substr(found_before, length(asked) + 1)::uuid[]);
        return;
    end if;
    work_of := array(select viewer_work_of());
    known := array(
        select unnest(work_of)
        union select l.supervisor_id from supervision_line l where l.supervisee_id = any (work_of)
        union select l.supervisee_id from supervision_line l where l.supervisor_id = viewer_id()
        union select s.supervisee_id from session s where s.supervisor_id = viewer_id()
        union select s.supervisor_id from session s where s.supervisee_id = viewer_id()
        union select t.person_id from session_third_person t join session s on s.id = t.session_id where s.supervisee_id = viewer_id()
        union select t.person_id from session_third_person t join session s on s.id = t.session_id where s.supervisor_id = viewer_id()
        union select v.id from session_third_person t join session s on s.id = t.session_id
              cross join lateral (values (s.supervisee_id), (s.supervisor_id)) as v(id) where t.person_id = viewer_id()
        union select r.person_id from role_held r join person p on p.id = viewer_id()
              where r.centre_id = p.centre_id and r.role = 'service centre manager'
        union select a.person_id from assignment a where a.case_id = any (array(select viewer_case())));
    perform set_config('holdfast.known', asked || known::text, true);
    return query select unnest(known);
end
$$;

create or replace function is_in_session(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from session s where s.id = $1 and viewer_id() in (s.supervisee_id, s.supervisor_id)) and not viewer_is_administrator();
$$;

-- The newest state of a session.
create or replace function session_state(session_id uuid) returns text language sql stable security definer set search_path = public as $$
    select e.state from session_event e where e.session_id = $1 order by e.number desc limit 1;
$$;

-- The disputed sessions in which this viewer is the third person; where they ended the dispute themselves, until the end
-- of that day, so that they can read what they wrote.
create or replace function viewer_settles() returns setof uuid language plpgsql stable rows 2 security definer set search_path = public as $$
begin
    return query
    select t.session_id from session_third_person t
    cross join lateral (select e.state, e.by_id, e.on_day from session_event e where e.session_id = t.session_id order by e.number desc limit 1) e
    where t.person_id = viewer_id()
      and (e.state = 'disputed' or (e.state = 'locked' and e.by_id = viewer_id() and e.on_day = viewer_today()));
end
$$;

-- The record of a session: the two people in it; the line supervisor for a supervisee's locked line records of the
-- last twelve months; the third person of a dispute.
create or replace function may_read_record(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select exists (
        select from session s where s.id = $1 and (
            viewer_id() in (s.supervisee_id, s.supervisor_id)
            or (s.kind = 'one-to-one' and s.supervisee_id in (select viewer_line_supervisee())
                and exists (select from session_event e where e.session_id = s.id and e.state = 'locked'
                            and e.on_day > viewer_today() - interval '12 months'))
            or s.id in (select viewer_settles())))
        and not viewer_is_administrator();
$$;

-- Dates, moves and reasons of a session: the two, who supervises or manages the supervisee, and the third person.
create or replace function may_see_session(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select not viewer_is_administrator() and (exists (
        select from session s where s.id = $1 and (
            viewer_id() in (s.supervisee_id, s.supervisor_id)
            or s.supervisee_id in (select viewer_line_supervisee())
            or s.supervisee_id in (select viewer_team_person())
            or s.supervisee_id in (select viewer_centre_person())))
        or $1 in (select viewer_settles()));
$$;

-- The people whose sessions' dates this viewer follows without being in them.
create or replace function viewer_dates_of() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
begin
    return query
    select viewer_line_supervisee() union select viewer_team_person() union select viewer_centre_person();
end
$$;

-- The supervisor of a case: the line supervisor of its young person's worker today; without one, the managers of the
-- team that holds it. Nobody is the supervisor of their own case.
create or replace function supervisor_of_case(a_case uuid, on_day date) returns setof uuid language sql stable security definer set search_path = public as $$
    with worker as (
        select a.person_id from assignment a
        where a.case_id = a_case and a.role = 'young person''s worker'
          and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
        order by a.starts_on desc, a.external_reference desc nulls last, a.id desc limit 1),
    line as (
        select l.supervisor_id from supervision_line l join worker w on w.person_id = l.supervisee_id
        where l.kind in ('line', 'cover') and l.confirmed_at is not null
          and l.starts_on <= on_day and (l.ends_on is null or l.ends_on > on_day))
    select supervisor_id from line
    union
    select r.person_id from role_held r join child_case c on c.team_id = r.team_id
    where c.id = a_case and r.role = 'team manager' and r.confirmed_at is not null
      and r.starts_on <= on_day and (r.ends_on is null or r.ends_on > on_day)
      and not exists (select from line)
      and r.person_id not in (select person_id from worker);
$$;

-- The reference of a case that a session discussed, for whoever may read that record, also after the case has moved on.
create or replace function discussed_case_reference(discussion_id uuid) returns text language sql stable security definer set search_path = public as $$
    select c.reference from case_discussion d join child_case c on c.id = d.case_id where d.id = $1 and may_read_record(d.session_id);
$$;

create or replace function is_away(someone uuid, on_day date) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
    return exists (select from absence b where b.person_id = someone and b.starts_on <= on_day and (b.ends_on is null or b.ends_on >= on_day));
end
$$;

-- Who decides about a case's contact gap: its supervisor; while its worker is away also the managers of its team,
-- because somebody has to see the child meanwhile. Nobody decides about their own case.
create or replace function decides_about_gap(a_case uuid, on_day date) returns setof uuid language sql stable security definer set search_path = public as $$
    with worker as (
        select a.person_id from assignment a
        where a.case_id = a_case and a.role = 'young person''s worker'
          and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
        order by a.starts_on desc, a.external_reference desc nulls last, a.id desc limit 1)
    select supervisor_of_case(a_case, on_day)
    union
    select r.person_id from role_held r join child_case c on c.team_id = r.team_id join worker w on w.person_id <> r.person_id
    where c.id = a_case and r.role = 'team manager' and r.confirmed_at is not null
      and r.starts_on <= on_day and (r.ends_on is null or r.ends_on > on_day)
      and is_away(w.person_id, on_day);
$$;

-- The same seen from the viewer: the open cases about whose contact gap this viewer decides today.
create or replace function viewer_decides_about_gap() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
    teams uuid[];
    supervised uuid[];
    of_teams uuid[];
    cases uuid[];
begin
    teams := array(select r.team_id from role_held r where r.person_id = viewer and r.role = 'team manager' and r.confirmed_at is not null
                   and r.starts_on <= today and (r.ends_on is null or r.ends_on > today));
    supervised := array(select l.supervisee_id from supervision_line l
                        where l.supervisor_id = viewer and l.kind in ('line', 'cover') and l.confirmed_at is not null
                          and l.starts_on <= today and (l.ends_on is null or l.ends_on > today));
    if cardinality(teams) + cardinality(supervised) = 0 then
        return;
    end if;
    of_teams := array(select c.id from child_case c where c.team_id = any (teams));
    cases := of_teams || array(select a.case_id from assignment a where a.person_id = any (supervised) and a.role = 'young person''s worker'
                               and a.starts_on <= today and (a.ends_on is null or a.ends_on > today));
    return query
    select g.case_id from contact_gap(today) g
    where g.case_id = any (cases) and g.worker_id is distinct from viewer and (
        g.worker_id = any (supervised)
        or (g.case_id = any (of_teams) and (
            is_away(g.worker_id, today)
            or not exists (select from supervision_line l where l.supervisee_id = g.worker_id and l.kind in ('line', 'cover')
                           and l.confirmed_at is not null and l.starts_on <= today and (l.ends_on is null or l.ends_on > today)))));
end
$$;
