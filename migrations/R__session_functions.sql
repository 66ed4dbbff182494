-- Narrow looks across what a viewer cannot open: whether somebody is free, when a case was last talked about, and who
-- can be named as a third person. Each says as little as planning and preparing a session need.

-- Those this viewer may plan a session with today.
create or replace function viewer_partner() returns setof uuid language sql stable security definer set search_path = public as $$
    select l.supervisee_id from supervision_line l
    where l.supervisor_id = viewer_id() and l.confirmed_at is not null
      and l.starts_on <= viewer_today() and (l.ends_on is null or l.ends_on > viewer_today())
    union
    select l.supervisor_id from supervision_line l
    where l.supervisee_id = viewer_id() and l.confirmed_at is not null
      and l.starts_on <= viewer_today() and (l.ends_on is null or l.ends_on > viewer_today());
$$;

-- Planned sessions of two people that overlap a time: when, whose, and nothing about the others in them.
create or replace function planned_then(people uuid[], from_at timestamptz, to_at timestamptz, except_session uuid)
    returns table (person_id uuid, starts_at timestamptz, minutes integer)
    language sql stable security definer set search_path = public as $$
    select p.id, d.starts_at, d.minutes
    from session s
    cross join lateral (select x.starts_at, x.minutes from session_date x where x.session_id = s.id order by x.number desc limit 1) d
    cross join lateral (select unnest(array[s.supervisee_id, s.supervisor_id]) as id) p
    where (s.supervisee_id = any (people) or s.supervisor_id = any (people))
      and p.id = any (people)
      and (p.id = viewer_id() or p.id in (select viewer_partner()))
      and s.id is distinct from except_session
      and session_state(s.id) = 'planned'
      and d.starts_at < to_at and d.starts_at + d.minutes * interval '1 minute' > from_at
    order by d.starts_at, p.id;
$$;

-- Which of two people is away on a day; not why.
create or replace function away_on(people uuid[], a_day date) returns setof uuid
    language sql stable security definer set search_path = public as $$
    select distinct b.person_id from absence b
    where b.person_id = any (people) and (b.person_id = viewer_id() or b.person_id in (select viewer_partner()))
      and b.starts_on <= a_day and (b.ends_on is null or b.ends_on >= a_day);
$$;

-- The day each case this viewer reaches was last talked about in a session of any kind.
create or replace function last_discussed(cases uuid[], until_day date) returns table (case_id uuid, discussed_on date)
    language sql stable security definer set search_path = public as $$
    select c.case_id, max(coalesce(r.held_on, cast(x.starts_at at time zone 'Europe/London' as date)))
    from case_discussion c
    join session_record r on r.session_id = c.session_id
    cross join lateral (select x.starts_at from session_date x where x.session_id = c.session_id order by x.number desc limit 1) x
    where c.case_id = any (cases) and c.removed_at is null and c.case_id in (select viewer_case())
      and coalesce(r.held_on, cast(x.starts_at at time zone 'Europe/London' as date)) <= until_day
    group by c.case_id;
$$;

-- Who can be asked where the two in a session do not agree: those who manage in the supervisee's centre, and regional
-- leads; neither of the two themselves.
create or replace function third_person_candidate(a_session uuid) returns table (person_id uuid, name text, role text)
    language sql stable security definer set search_path = public as $$
    select distinct on (p.name, p.id) p.id, p.name, h.role
    from session s
    join person supervisee on supervisee.id = s.supervisee_id
    join role_held h on (h.centre_id = supervisee.centre_id and h.role in ('team manager', 'service centre manager'))
                     or (h.team_id in (select t.id from team t where t.centre_id = supervisee.centre_id) and h.role = 'team manager')
                     or h.role = 'regional lead'
    join person p on p.id = h.person_id
    where s.id = a_session and is_in_session(s.id) and p.id not in (s.supervisee_id, s.supervisor_id)
      and exists (select from roles_of(p.id, viewer_today()) r where r.id = h.id)
    order by p.name, p.id, h.role desc;
$$;
