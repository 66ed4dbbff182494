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

create or replace function viewer_is_system() returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from api_token where id = viewer_id());
$$;

create or replace function viewer_is_administrator() returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from role_held where person_id = viewer_id() and role = 'administrator'
                   and starts_on <= viewer_today() and (ends_on is null or ends_on > viewer_today()));
$$;

-- Roles that count today: confirmed ones, and of an administrator only that one (an administrator reaches nothing else).
create or replace function roles_of(someone uuid, on_day date) returns setof role_held language sql stable security definer set search_path = public as $$
    with current_role_held as (
        select r.* from role_held r join person p on p.id = r.person_id
        where r.person_id = someone and r.confirmed_at is not null
          and r.starts_on <= on_day and (r.ends_on is null or r.ends_on > on_day)
          and (p.left_on is null or p.left_on >= on_day))
    select * from current_role_held
    where role = 'administrator' or not exists (select from current_role_held where role = 'administrator');
$$;

create or replace function viewer_team() returns setof uuid language sql stable security definer set search_path = public as $$
    select team_id from roles_of(viewer_id(), viewer_today()) where role = 'team manager';
$$;

create or replace function viewer_centre() returns setof uuid language sql stable security definer set search_path = public as $$
    select centre_id from roles_of(viewer_id(), viewer_today()) where role = 'service centre manager';
$$;

-- The people this viewer supervises today, in whatever way; nobody for an administrator.
create or replace function viewer_supervisee() returns setof uuid language sql stable security definer set search_path = public as $$
    select l.supervisee_id from supervision_line l
    where l.supervisor_id = viewer_id() and l.confirmed_at is not null
      and l.starts_on <= viewer_today() and (l.ends_on is null or l.ends_on > viewer_today())
      and not viewer_is_administrator();
$$;

create or replace function viewer_line_supervisee() returns setof uuid language sql stable security definer set search_path = public as $$
    select l.supervisee_id from supervision_line l
    where l.supervisor_id = viewer_id() and l.kind = 'line' and l.confirmed_at is not null
      and l.starts_on <= viewer_today() and (l.ends_on is null or l.ends_on > viewer_today())
      and not viewer_is_administrator();
$$;

-- People in the teams this viewer manages, today.
create or replace function viewer_team_person() returns setof uuid language sql stable security definer set search_path = public as $$
    select m.person_id from team_membership m
    where m.team_id in (select viewer_team())
      and m.starts_on <= viewer_today() and (m.ends_on is null or m.ends_on > viewer_today());
$$;

-- People in the service centres this viewer manages.
create or replace function viewer_centre_person() returns setof uuid language sql stable security definer set search_path = public as $$
    select id from person where centre_id in (select viewer_centre());
$$;

-- The people whose work this viewer may open: own, supervisees', team's, centre's.
create or replace function viewer_work_of() returns setof uuid language sql stable security definer set search_path = public as $$
    select viewer_id()
    union select viewer_supervisee()
    union select viewer_team_person()
    union select viewer_centre_person();
$$;

-- The cases this viewer reaches today: held now by themselves, a supervisee or somebody of their team; held by their
-- team without a worker; of their centre.
create or replace function viewer_case() returns setof uuid language plpgsql stable security definer set search_path = public as $$
begin
    if viewer_is_administrator() then
        return;
    end if;
    return query
    select a.case_id from assignment a
    where a.person_id in (select viewer_id() union select viewer_supervisee() union select viewer_team_person())
      and a.starts_on <= viewer_today() and (a.ends_on is null or a.ends_on > viewer_today())
    union
    select c.id from child_case c where c.team_id in (select viewer_team())
    union
    select c.id from child_case c where c.centre_id in (select viewer_centre());
end
$$;

-- Whose name this viewer may read: those whose work they reach, who supervises or is supervised by them, with whom
-- they hold sessions, and who works on the same cases. Administrators and systems: everybody.
create or replace function viewer_knows() returns setof uuid language plpgsql stable security definer set search_path = public as $$
begin
    if viewer_is_administrator() or viewer_is_system() then
        return query select id from person;
        return;
    end if;
    return query
    select viewer_work_of()
    union select l.supervisor_id from supervision_line l where l.supervisee_id = viewer_id()
    union select l.supervisee_id from supervision_line l where l.supervisor_id = viewer_id()
    union select l.supervisor_id from supervision_line l where l.supervisee_id in (select viewer_work_of())
    union select s.supervisee_id from session s where s.supervisor_id = viewer_id()
    union select s.supervisor_id from session s where s.supervisee_id = viewer_id()
    union select t.person_id from session_third_person t join session s on s.id = t.session_id
          where viewer_id() in (s.supervisee_id, s.supervisor_id)
    union select v.id from session_third_person t join session s on s.id = t.session_id
          cross join lateral (values (s.supervisee_id), (s.supervisor_id)) as v(id) where t.person_id = viewer_id()
    union select r.person_id from role_held r join person p on p.id = viewer_id()
          where r.centre_id = p.centre_id and r.role = 'service centre manager'
    union select a.person_id from assignment a where a.case_id in (select viewer_case());
end
$$;

create or replace function is_in_session(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select exists (select from session s where s.id = $1 and viewer_id() in (s.supervisee_id, s.supervisor_id));
$$;

-- The newest state of a session.
create or replace function session_state(session_id uuid) returns text language sql stable security definer set search_path = public as $$
    select e.state from session_event e where e.session_id = $1 order by e.number desc limit 1;
$$;

-- The record of a session: the two people in it; the line supervisor for a supervisee's locked line records of the
-- last twelve months; the third person once there is a dispute.
create or replace function may_read_record(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select exists (
        select from session s where s.id = $1 and (
            viewer_id() in (s.supervisee_id, s.supervisor_id)
            or (s.kind = 'one-to-one' and s.supervisee_id in (select viewer_line_supervisee())
                and exists (select from session_event e where e.session_id = s.id and e.state = 'locked'
                            and e.on_day > viewer_today() - interval '12 months'))
            or (exists (select from session_third_person t where t.session_id = s.id and t.person_id = viewer_id())
                and exists (select from session_event e where e.session_id = s.id and e.state = 'disputed'))));
$$;

-- Dates, moves and reasons of a session: the two, who supervises or manages the supervisee, and the third person.
create or replace function may_see_session(session_id uuid) returns boolean language sql stable security definer set search_path = public as $$
    select exists (
        select from session s where s.id = $1 and (
            viewer_id() in (s.supervisee_id, s.supervisor_id)
            or s.supervisee_id in (select viewer_line_supervisee())
            or s.supervisee_id in (select viewer_team_person())
            or s.supervisee_id in (select viewer_centre_person())))
        or (exists (select from session_third_person t where t.session_id = $1 and t.person_id = viewer_id())
            and exists (select from session_event e where e.session_id = $1 and e.state = 'disputed'));
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
