-- Who is looking, and whom and what that viewer reaches today. Row-level security (R__access_policies.sql) is written
-- in these words. They run as the owner, so that a policy does not ask itself.
--
-- A transaction says who is looking with two settings that end with it:
--   holdfast.viewer  a person's id, an API token's id, or the nil id for somebody who has not signed in
--   holdfast.today   the domain's day
-- A query without them fails instead of returning nothing.
--
-- Every table of a page asks the same again. What took long to find is therefore remembered in a further setting until the
-- transaction ends, for that viewer and day; whatever changes reach makes it forgotten (see the end of this file).

create or replace function viewer_id() returns uuid language sql stable parallel safe
    return current_setting('holdfast.viewer')::uuid;

create or replace function viewer_today() returns date language sql stable parallel safe
    return current_setting('holdfast.today')::date;

-- What is asked once for every table a statement reads is written in plpgsql, which keeps its plans.

-- What was found before in this transaction, or null.
create or replace function remembered(what text) returns text language plpgsql stable as $$
declare
    value text := current_setting('holdfast.' || what, true);
    asked text := current_setting('holdfast.viewer') || ' ' || current_setting('holdfast.today') || ' ';
begin
    return case when starts_with(value, asked) then substr(value, length(asked) + 1) end;
end
$$;

create or replace function remember(what text, value text) returns void language plpgsql stable as $$
begin
    perform set_config('holdfast.' || what, current_setting('holdfast.viewer') || ' ' || current_setting('holdfast.today') || ' ' || value, true);
end
$$;

create or replace function viewer_is_system() returns boolean language plpgsql stable security definer set search_path = public as $$
declare
    answer boolean := remembered('is_system')::boolean;
begin
    if answer is null then
        answer := exists (select from api_token where id = viewer_id());
        perform remember('is_system', answer::text);
    end if;
    return answer;
end
$$;

-- A system whose token may do that: read, or bring extracts.
create or replace function viewer_has_scope(a_scope text) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
    return exists (select from api_token where id = viewer_id() and a_scope = any (scopes));
end
$$;

create or replace function viewer_is_administrator() returns boolean language plpgsql stable security definer set search_path = public as $$
declare
    answer boolean := remembered('is_administrator')::boolean;
begin
    if answer is null then
        answer := exists (select from role_held where person_id = viewer_id() and role = 'administrator'
                          and starts_on <= viewer_today() and (ends_on is null or ends_on > viewer_today()));
        perform remember('is_administrator', answer::text);
    end if;
    return answer;
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

-- Through whom this viewer reaches cases today: themselves and their supervisees with the people of their teams; their
-- teams; the centres they manage. All empty for an administrator.
create or replace function viewer_reach(out people uuid[], out teams uuid[], out centres uuid[]) language plpgsql stable security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
    administers boolean;
begin
    select bool_or(r.role = 'administrator'),
           coalesce(array_agg(r.team_id) filter (where r.role = 'team manager' and r.confirmed_at is not null), '{}'),
           coalesce(array_agg(r.centre_id) filter (where r.role = 'service centre manager' and r.confirmed_at is not null), '{}')
    into administers, teams, centres
    from role_held r join person p on p.id = r.person_id
    where r.person_id = viewer and r.starts_on <= today and (r.ends_on is null or r.ends_on > today)
      and (p.left_on is null or p.left_on >= today);
    if administers then
        people := '{}';
        teams := '{}';
        centres := '{}';
        return;
    end if;
    people := viewer || array(select l.supervisee_id from supervision_line l
                              where l.supervisor_id = viewer and l.confirmed_at is not null
                                and l.starts_on <= today and (l.ends_on is null or l.ends_on > today));
    if cardinality(teams) > 0 then
        people := people || array(select m.person_id from team_membership m
                                  where m.team_id = any (teams) and m.starts_on <= today and (m.ends_on is null or m.ends_on > today));
    end if;
end
$$;

-- The cases this viewer reaches today with every word about them: held now by themselves, a supervisee or somebody of
-- their team; held by their team without a worker. On request also those of their centre, which they read without
-- free text.
create or replace function viewer_case(with_centre boolean) returns setof uuid language plpgsql stable rows 100 security definer set search_path = public as $$
declare
    today date := viewer_today();
    what text := case when with_centre then 'cases' else 'cases_in_full' end;
    cases uuid[] := remembered(what)::uuid[];
    reach record;
begin
    if cases is null then
        reach := viewer_reach();
        cases := array(select a.case_id from assignment a
                       where a.person_id = any (reach.people) and a.starts_on <= today and (a.ends_on is null or a.ends_on > today)
                       union all
                       select c.id from child_case c where c.team_id = any (reach.teams));
        if with_centre and cardinality(reach.centres) > 0 then
            cases := cases || array(select c.id from child_case c where c.centre_id = any (reach.centres));
        end if;
        perform remember(what, cases::text);
    end if;
    return query select unnest(cases);
end
$$;

-- The open ones among them: what nearly every row of a page is about. Policies ask this first, and for all cases only
-- where a row is not found here, because teams and centres keep every case they ever held.
create or replace function viewer_open_case() returns setof uuid language plpgsql stable rows 100 security definer set search_path = public as $$
declare
    today date := viewer_today();
    cases uuid[] := remembered('open_cases')::uuid[];
    reach record;
begin
    if cases is null then
        reach := viewer_reach();
        cases := array(select a.case_id from assignment a
                       where a.person_id = any (reach.people) and a.starts_on <= today and (a.ends_on is null or a.ends_on > today)
                       union
                       select s.case_id from case_standing s where s.team_id = any (reach.teams) and s.is_open);
        if cardinality(reach.centres) > 0 then
            cases := cases || array(select s.case_id from case_standing s where s.centre_id = any (reach.centres) and s.is_open);
        end if;
        perform remember('open_cases', cases::text);
    end if;
    return query select unnest(cases);
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

-- Whom this viewer works with: those whose work they reach, and who supervises them or is supervised by the viewer.
create or replace function viewer_works_with() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
declare
    found_people uuid[] := remembered('works_with')::uuid[];
begin
    if found_people is null then
        found_people := array(select viewer_work_of());
        found_people := array(
            select unnest(found_people)
            union select l.supervisor_id from supervision_line l where l.supervisee_id = any (found_people)
            union select l.supervisee_id from supervision_line l where l.supervisor_id = viewer_id());
        perform remember('works_with', found_people::text);
    end if;
    return query select unnest(found_people);
end
$$;

-- Whose name this viewer may read: those they work with, with whom they hold sessions, and who works or worked on the same
-- cases. Administrators and systems: everybody. Policies ask it where a name is not found among viewer_works_with.
create or replace function viewer_knows() returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
declare
    known uuid[] := remembered('known')::uuid[];
begin
    if known is not null then
        return query select unnest(known);
        return;
    end if;
    if viewer_is_administrator() or viewer_is_system() then
        return query select id from person;
        return;
    end if;
    known := array(
        select viewer_works_with()
        union select s.supervisee_id from session s where s.supervisor_id = viewer_id()
        union select s.supervisor_id from session s where s.supervisee_id = viewer_id()
        union select t.person_id from session_third_person t join session s on s.id = t.session_id where s.supervisee_id = viewer_id()
        union select t.person_id from session_third_person t join session s on s.id = t.session_id where s.supervisor_id = viewer_id()
        union select v.id from session_third_person t join session s on s.id = t.session_id
              cross join lateral (values (s.supervisee_id), (s.supervisor_id)) as v(id) where t.person_id = viewer_id()
        union select r.person_id from role_held r join person p on p.id = viewer_id()
              where r.centre_id = p.centre_id and r.role = 'service centre manager'
        union select a.person_id from assignment a where a.case_id = any (array(select viewer_case())));
    perform remember('known', known::text);
    return query select unnest(known);
end
$$;

create or replace function is_in_session(session_id uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
    return exists (select from session s where s.id = session_id and viewer_id() in (s.supervisee_id, s.supervisor_id)) and not viewer_is_administrator();
end
$$;

-- What several people hear together has no part for two of them, and a debrief is no retelling.
create or replace function has_restricted_part(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from session s where s.id = $1 and s.kind not in ('debrief', 'group supervision', 'paired'));
$$;

-- The newest state of a session.
create or replace function session_state(session_id uuid) returns text language plpgsql stable security definer set search_path = public as $$
begin
    return (select e.state from session_event e where e.session_id = session_state.session_id order by e.number desc limit 1);
end
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
create or replace function may_read_record(session_id uuid) returns boolean language plpgsql stable security definer set search_path = public as $$
declare
    asked session;
begin
    if viewer_is_administrator() then
        return false;
    end if;
    select * into asked from session s where s.id = session_id;
    if not found then
        return false;
    end if;
    return viewer_id() in (asked.supervisee_id, asked.supervisor_id)
        or (asked.kind = 'one-to-one' and asked.supervisee_id in (select viewer_line_supervisee())
            and exists (select from session_event e where e.session_id = asked.id and e.state = 'locked'
                        and e.on_day > viewer_today() - interval '12 months'))
        or asked.id in (select viewer_settles());
end
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

-- What somebody said with a step of a session, for whoever may read its record; who sees only dates gets nothing.
create or replace function session_event_words(event_id uuid) returns text language sql stable security definer set search_path = public as $$
    select e.words from session_event e where e.id = $1 and e.words is not null and may_read_record(e.session_id);
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

-- The same seen from the viewer: about whose contact gap, among these cases, this viewer decides today.
do $$
begin
    if to_regprocedure('viewer_decides_about_gap()') is not null then
        drop function viewer_decides_about_gap();
    end if;
end
$$;
create or replace function viewer_decides_about_gap(cases uuid[]) returns setof uuid language plpgsql stable rows 50 security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
    teams uuid[];
    supervised uuid[];
begin
    teams := array(select r.team_id from role_held r where r.person_id = viewer and r.role = 'team manager' and r.confirmed_at is not null
                   and r.starts_on <= today and (r.ends_on is null or r.ends_on > today));
    supervised := array(select l.supervisee_id from supervision_line l
                        where l.supervisor_id = viewer and l.kind in ('line', 'cover') and l.confirmed_at is not null
                          and l.starts_on <= today and (l.ends_on is null or l.ends_on > today));
    if cardinality(teams) + cardinality(supervised) = 0 then
        return;
    end if;
    return query
    select s.case_id from standing_on(today) s join child_case c on c.id = s.case_id
    where s.case_id = any (cases) and c.id = any (cases) and s.worker_id is distinct from viewer and (
        s.worker_id = any (supervised)
        or (c.team_id = any (teams) and (
            is_away(s.worker_id, today)
            or not exists (select from supervision_line l where l.supervisee_id = s.worker_id and l.kind in ('line', 'cover')
                           and l.confirmed_at is not null and l.starts_on <= today and (l.ends_on is null or l.ends_on > today)))));
end
$$;

-- Whoever changes who reaches what makes the transaction forget what it found before.
create or replace function forget_reach() returns trigger language plpgsql as $$
begin
    perform set_config('holdfast.' || what, '', true)
    from unnest(array['is_system', 'is_administrator', 'open_cases', 'cases', 'cases_in_full', 'works_with', 'known']) as what;
    return null;
end
$$;

do $$
declare t text;
begin
    foreach t in array array['api_token', 'role_held', 'person', 'team_membership', 'supervision_line', 'assignment', 'child_case',
                             'session', 'session_third_person'] loop
        execute format('create or replace trigger changes_reach after insert or update or delete on %I for each statement execute function forget_reach()', t);
    end loop;
end $$;

-- ---------------------------------------------------------------- confirming
-- What gives reach counts once somebody else has confirmed it: a centre manager what stays within their centre, a regional
-- lead what concerns a centre manager or the organisation. While there is no regional lead a centre manager stands in, so
-- that an installation can begin. Nobody confirms their own role, or what they proposed themselves.

create or replace function there_is_a_regional_lead() returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from role_held r cross join lateral roles_of(r.person_id, viewer_today()) held
                   where r.role = 'regional lead' and held.role = 'regional lead');
$$;

create or replace function viewer_is_regional_lead() returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from roles_of(viewer_id(), viewer_today()) held where held.role = 'regional lead');
$$;

-- The proposed roles this viewer confirms today. For a team it is the manager of the team's own centre who does, wherever
-- the person works.
create or replace function viewer_confirms_role() returns setof uuid language plpgsql stable rows 5 security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
    centres uuid[] := array(select viewer_centre());
    regional boolean := viewer_is_regional_lead();
    organisation boolean := regional or (cardinality(centres) > 0 and not there_is_a_regional_lead());
begin
    if not organisation and cardinality(centres) = 0 then
        return;
    end if;
    return query
    select r.id from role_held r left join team t on t.id = r.team_id
    where r.confirmed_at is null and (r.ends_on is null or r.ends_on > today)
      and r.person_id <> viewer and r.proposed_by is distinct from viewer
      and case r.role
          when 'team manager' then t.centre_id = any (centres)
              or (regional and exists (select from roles_of(r.person_id, today) held where held.role = 'service centre manager'))
          when 'service centre manager' then regional
          else organisation end;
end
$$;

-- The proposed supervision lines this viewer confirms today. A line that a centre manager stands in, on either side, is a
-- regional lead's to confirm once sessions are held in the centre.
create or replace function viewer_confirms_line() returns setof uuid language plpgsql stable rows 20 security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
    centres uuid[] := array(select viewer_centre());
    regional boolean := viewer_is_regional_lead();
    led boolean;
begin
    if not regional and cardinality(centres) = 0 then
        return;
    end if;
    led := there_is_a_regional_lead();
    return query
    select l.id from supervision_line l join person e on e.id = l.supervisee_id
    cross join lateral (
        select e.centre_id is null
               or exists (select from roles_of(l.supervisee_id, today) held where held.role in ('service centre manager', 'regional lead'))
               or exists (select from roles_of(l.supervisor_id, today) held where held.role = 'service centre manager') as above_the_centre,
               exists (select from session s join person p on p.id = s.supervisee_id where p.centre_id = e.centre_id) as running) k
    where l.confirmed_at is null and (l.ends_on is null or l.ends_on > today) and l.proposed_by is distinct from viewer
      and ((regional and k.above_the_centre)
           or (e.centre_id = any (centres) and (not k.above_the_centre or not led or not k.running))
           or (e.centre_id is null and not led));
end
$$;

-- What waits for this viewer, with the names it takes to decide: they may work where the viewer reaches nobody.
create or replace function roles_to_confirm() returns table (
        id uuid, person_id uuid, person_name text, role text, place text, starts_on date, ends_on date, confirmed_at timestamptz)
    language sql stable security definer set search_path = public as $$
    select r.id, r.person_id, p.name, r.role, coalesce(r.purpose, t.name, c.name), r.starts_on, r.ends_on, r.confirmed_at
    from role_held r join person p on p.id = r.person_id left join team t on t.id = r.team_id left join centre c on c.id = r.centre_id
    where r.id in (select viewer_confirms_role()) order by p.name, r.id;
$$;

create or replace function lines_to_confirm() returns table (
        id uuid, supervisee_id uuid, supervisee text, supervisor_id uuid, supervisor text, kind text, starts_on date, ends_on date, confirmed_at timestamptz)
    language sql stable security definer set search_path = public as $$
    select l.id, l.supervisee_id, e.name, l.supervisor_id, s.name, l.kind, l.starts_on, l.ends_on, l.confirmed_at
    from supervision_line l join person e on e.id = l.supervisee_id join person s on s.id = l.supervisor_id
    where l.id in (select viewer_confirms_line()) order by s.name, e.name, l.id;
$$;

-- Confirms those of them that are this viewer's to confirm; which, and whom each concerns.
create or replace function confirm_roles(ids uuid[], at timestamptz) returns table (id uuid, concerns_id uuid)
    language plpgsql volatile security definer set search_path = public as $$
begin
    return query
    update role_held r set confirmed_by = viewer_id(), confirmed_at = at
    where r.id = any (ids) and r.id in (select viewer_confirms_role()) returning r.id, r.person_id;
end
$$;

-- The same for lines. There is one line supervisor at a time: the one before ends as the new one begins.
create or replace function confirm_lines(ids uuid[], at timestamptz) returns table (id uuid, concerns_id uuid)
    language plpgsql volatile security definer set search_path = public as $$
declare
    line supervision_line;
begin
    for line in select l.* from supervision_line l where l.id = any (ids) and l.id in (select viewer_confirms_line()) order by l.starts_on, l.id loop
        if line.kind = 'line' then
            update supervision_line b set ends_on = greatest(b.starts_on, line.starts_on, viewer_today())
            where b.supervisee_id = line.supervisee_id and b.kind = 'line' and b.confirmed_at is not null
              and b.starts_on <= greatest(line.starts_on, viewer_today())
              and (b.ends_on is null or b.ends_on > greatest(line.starts_on, viewer_today()));
        end if;
        update supervision_line l set confirmed_by = viewer_id(), confirmed_at = at where l.id = line.id;
        id := line.id;
        concerns_id := line.supervisee_id;
        return next;
    end loop;
end
$$;

-- Whether this viewer arranges cover for somebody: a centre manager for the people of the centre, except for managers of it.
create or replace function viewer_covers_for(supervisee uuid) returns boolean language sql stable security definer set search_path = public as $$
    select supervisee <> viewer_id() and supervisee in (select viewer_centre_person())
       and not exists (select from roles_of(supervisee, viewer_today()) held where held.role = 'service centre manager');
$$;

-- Somebody else of the centre covers from today until a day; true where it was arranged just now. It is confirmed as it is
-- arranged: the manager who would confirm it is the one who does it, and gives nothing to themselves.
create or replace function arrange_cover(a_line uuid, supervisee uuid, supervisor uuid, until date, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    if not viewer_covers_for(supervisee) or supervisor in (viewer_id(), supervisee) or supervisor not in (select viewer_centre_person()) then
        raise exception 'this cover is not for this viewer to arrange' using errcode = 'insufficient_privilege';
    end if;
    insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, ends_on, proposed_by)
    values (a_line, supervisee, supervisor, 'cover', viewer_today(), until, viewer_id()) on conflict (id) do nothing;
    if not found then
        return false;
    end if;
    update supervision_line set confirmed_by = viewer_id(), confirmed_at = at where id = a_line;
    return true;
end
$$;

-- How many people are appointed to that, or proposed for it.
create or replace function appointed(a_role text, on_day date) returns integer language sql stable security definer set search_path = public as $$
    select cast(count(*) as integer) from role_held r where r.role = a_role and (r.ends_on is null or r.ends_on > on_day);
$$;

revoke execute on function confirm_roles, confirm_lines, arrange_cover, roles_to_confirm, lines_to_confirm from public;
grant execute on function confirm_roles, confirm_lines, arrange_cover, roles_to_confirm, lines_to_confirm to holdfast_app;
