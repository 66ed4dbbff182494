-- The narrow doors to the sessions of the browser. The service has no privilege on the table itself.

-- When a browser session ends if nobody uses it any more (product/access.md): after 30 idle minutes; 15 where restricted
-- material was in use within the 15 minutes before the last use; 60 once the record page of a supervision session was
-- opened, until that session's planned end and 30 minutes; never later than 10 hours after signing in.
create or replace function browser_session_ends_at(s browser_session) returns timestamptz language sql immutable as $$
    select least(
        s.started_at + interval '10 hours',
        greatest(
            s.last_seen_at + case when s.restricted_at > s.last_seen_at - interval '15 minutes' then interval '15 minutes' else interval '30 minutes' end,
            case when s.in_session_until is not null then least(s.last_seen_at + interval '60 minutes', s.in_session_until) end));
$$;

-- Finds a live browser session, sets the viewer for this transaction and says who it is. What a page asks by itself,
-- without anybody there, does not keep it alive.
drop function if exists enter_with_browser_session(bytea, timestamptz, date, boolean);
create function enter_with_browser_session(a_hash bytea, at timestamptz, on_day date, keeps_alive boolean)
    returns table (person_id uuid, name text, centre_id uuid, roles text[], session_id uuid, started_at timestamptz,
                   ends_at timestamptz, confirmed_at timestamptz, restricted_at timestamptz, is_covered boolean,
                   still_to_set_up boolean)
    language plpgsql volatile security definer set search_path = public as $$
declare
    found_session browser_session;
begin
    select s.* into found_session from browser_session s
    join account a on a.person_id = s.person_id
    join person p on p.id = s.person_id
    where s.token_hash = a_hash and s.ended_at is null and a.closed_at is null and browser_session_ends_at(s) > at
      and (p.left_on is null or p.left_on >= on_day);
    if found_session.id is null then
        perform enter_as_nobody(on_day);
        return;
    end if;
    -- written at most once a minute, so that reading pages does not write
    if keeps_alive and found_session.last_seen_at < at - interval '1 minute' then
        update browser_session s set last_seen_at = at where s.id = found_session.id returning * into found_session;
    end if;
    perform set_config('holdfast.viewer', found_session.person_id::text, true), set_config('holdfast.today', on_day::text, true);
    return query
    select p.id, p.name, p.centre_id, array(select distinct r.role from roles_of(p.id, on_day) r), found_session.id,
           found_session.started_at, browser_session_ends_at(found_session), coalesce(found_session.confirmed_at, found_session.started_at),
           found_session.restricted_at, found_session.covered_at is not null, found_session.still_to_set_up
    from person p where p.id = found_session.person_id;
end
$$;

drop function if exists start_browser_session(uuid, bytea, uuid, timestamptz, text);
-- One that is to set up a second factor opens nothing else.
create or replace function start_browser_session(id uuid, a_hash bytea, someone uuid, at timestamptz, a_browser text, to_set_up boolean) returns void
    language sql volatile security definer set search_path = public as $$
    insert into browser_session (id, token_hash, person_id, started_at, last_seen_at, browser, still_to_set_up)
    values (id, a_hash, someone, at, at, a_browser, to_set_up);
$$;

-- One of the viewer's own; whether there was such a one.
create or replace function end_browser_session(a_session uuid, at timestamptz) returns boolean
    language sql volatile security definer set search_path = public as $$
    with ended as (update browser_session set ended_at = at where id = a_session and person_id = viewer_id() and ended_at is null returning 1)
    select exists (select from ended);
$$;

-- The viewer has said again who they are: the token changes, and what was covered is open.
create or replace function confirm_browser_session(a_session uuid, a_hash bytea, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    update browser_session set token_hash = a_hash, confirmed_at = at, last_seen_at = at, covered_at = null
    where id = a_session and person_id = viewer_id() and ended_at is null;
$$;

-- Restricted material is in use; when the browser session ends now.
create or replace function use_restricted_material(a_session uuid, at timestamptz) returns timestamptz
    language sql volatile security definer set search_path = public as $$
    update browser_session s set restricted_at = at, last_seen_at = at where s.id = a_session and s.person_id = viewer_id()
    returning browser_session_ends_at(s);
$$;

drop function if exists own_credentials();

-- The viewer covers the screen: nothing is shown until they have confirmed.
create or replace function cover_browser_session(a_session uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    update browser_session set covered_at = at where id = a_session and person_id = viewer_id() and ended_at is null and covered_at is null;
$$;

-- The record page of a supervision session is open, and the browser session may lie idle longer until then. When it ends
-- now; nothing where that was known.
create or replace function open_record_page(a_session uuid, until timestamptz) returns timestamptz
    language sql volatile security definer set search_path = public as $$
    update browser_session s set in_session_until = until
    where s.id = a_session and s.person_id = viewer_id() and (s.in_session_until is null or s.in_session_until < until)
    returning browser_session_ends_at(s);
$$;

-- Where the viewer is signed in now, the latest used first.
create or replace function own_browser_sessions(at timestamptz) returns table (session_id uuid, started_at timestamptz, last_seen_at timestamptz, browser text)
    language sql stable security definer set search_path = public as $$
    select s.id, s.started_at, s.last_seen_at, s.browser from browser_session s
    where s.person_id = viewer_id() and s.ended_at is null and browser_session_ends_at(s) > at
    order by s.last_seen_at desc, s.id desc;
$$;

-- The viewer is signed out everywhere; how many browser sessions that ended.
create or replace function end_own_browser_sessions(at timestamptz) returns bigint
    language sql volatile security definer set search_path = public as $$
    with ended as (update browser_session s set ended_at = at
                   where s.person_id = viewer_id() and s.ended_at is null and browser_session_ends_at(s) > at returning 1)
    select count(*) from ended;
$$;

-- Whose a browser session was that has ended, so that what they had typed is not sent in somebody else's name.
create or replace function whose_browser_session(a_hash bytea) returns uuid
    language sql stable security definer set search_path = public as $$
    select s.person_id from browser_session s where s.token_hash = a_hash;
$$;

revoke execute on function browser_session_ends_at, enter_with_browser_session, start_browser_session, end_browser_session,
    confirm_browser_session, use_restricted_material, cover_browser_session, open_record_page, own_browser_sessions,
    end_own_browser_sessions, whose_browser_session from public;
grant execute on function enter_with_browser_session, start_browser_session, end_browser_session, confirm_browser_session,
    use_restricted_material, cover_browser_session, open_record_page, own_browser_sessions,
    end_own_browser_sessions, whose_browser_session to holdfast_app;
