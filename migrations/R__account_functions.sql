-- The narrow doors to what must be read before a viewer is known. The service has no privilege on the tables themselves.

-- A time-ordered id (UUID version 7) for rows the database makes itself.
create or replace function new_id(at timestamptz) returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
$$;

-- Sets the viewer for this transaction: nobody has signed in.
create or replace function enter_as_nobody(on_day date) returns void language sql volatile as $$
    select set_config('holdfast.viewer', '00000000-0000-0000-0000-000000000000', true), set_config('holdfast.today', on_day::text, true);
$$;

-- Finds a token that has not expired and sets the viewer for this transaction.
create or replace function enter_with_token(a_hash bytea, at timestamptz, on_day date)
    returns table (token_id uuid, label text, scopes text[])
    language plpgsql volatile security definer set search_path = public as $$
declare
    found_token api_token;
begin
    select t.* into found_token from api_token t where t.token_hash = a_hash and t.expires_at > at;
    if found_token.id is null then
        perform enter_as_nobody(on_day);
        return;
    end if;
    perform set_config('holdfast.viewer', found_token.id::text, true), set_config('holdfast.today', on_day::text, true);
    return query select found_token.id, found_token.label, found_token.scopes;
end
$$;

create or replace function account_for_sign_in(a_name text) returns table (person_id uuid, password_hash text)
    language sql stable security definer set search_path = public as $$
    select a.person_id, a.password_hash from account a join person p on p.id = a.person_id
    where lower(a.user_name) = lower(a_name) and a.closed_at is null and (p.left_on is null or p.left_on >= viewer_today());
$$;

create or replace function record_sign_in_attempt(id uuid, a_name text, at timestamptz, succeeded boolean) returns void
    language sql volatile security definer set search_path = public as $$
    insert into sign_in_attempt values (id, left(a_name, 200), at, succeeded);
$$;

-- Failed attempts under this name since its last success, within the last 15 minutes.
create or replace function failed_sign_ins(a_name text, now_at timestamptz) returns bigint
    language sql stable security definer set search_path = public as $$
    select count(*) from sign_in_attempt f
    where lower(f.user_name) = lower(left(a_name, 200)) and not f.succeeded and f.at > now_at - interval '15 minutes'
      and f.at > coalesce((select max(s.at) from sign_in_attempt s where lower(s.user_name) = lower(left(a_name, 200)) and s.succeeded), '-infinity');
$$;

-- A link that can still be used: its purpose, and for an invitation whom it is for.
create or replace function usable_link(a_hash bytea, at timestamptz) returns table (purpose text, person_id uuid, name text)
    language sql stable security definer set search_path = public as $$
    select l.purpose, l.person_id, p.name from link l left join person p on p.id = l.person_id
    where l.token_hash = a_hash and l.used_at is null and l.expires_at > at
      and (l.purpose = 'invitation' or not exists (select from role_held where role = 'administrator'));
$$;

create or replace function user_name_is_taken(a_name text) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (select from account where lower(user_name) = lower(a_name));
$$;

-- Uses an invitation: once. True when the account was made.
create or replace function accept_invitation(a_hash bytea, a_name text, a_password_hash text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = public as $$
declare
    invited uuid;
begin
    update link set used_at = at
    where token_hash = a_hash and purpose = 'invitation' and used_at is null and expires_at > at
    returning person_id into invited;
    if invited is not null then
        insert into account (person_id, user_name, password_hash, created_at) values (invited, a_name, a_password_hash, at)
        on conflict (person_id) do update set user_name = excluded.user_name, password_hash = excluded.password_hash, closed_at = null;
        update browser_session set ended_at = at where person_id = invited and ended_at is null;
    end if;
    return invited;
end
$$;

-- Uses the first administrator's link: once, and only while there is no administrator.
create or replace function make_first_administrator(a_hash bytea, someone uuid, a_role uuid, their_name text, a_name text, a_password_hash text, at timestamptz, on_day date) returns uuid
    language plpgsql volatile security definer set search_path = public as $$
begin
    perform pg_advisory_xact_lock(hashtext('holdfast first administrator'));
    update link set used_at = at
    where token_hash = a_hash and purpose = 'first administrator' and used_at is null and expires_at > at
      and not exists (select from role_held where role = 'administrator');
    if not found then
        return null;
    end if;
    insert into person (id, name, started_on) values (someone, their_name, on_day);
    insert into role_held (id, person_id, role, starts_on, confirmed_by, confirmed_at) values (a_role, someone, 'administrator', on_day, someone, at);
    insert into account (person_id, user_name, password_hash, created_at) values (someone, a_name, a_password_hash, at);
    return someone;
end
$$;

-- An administrator invites somebody; an older link of theirs no longer works.
create or replace function invite(id uuid, a_hash bytea, someone uuid, at timestamptz, until timestamptz) returns void
    language plpgsql volatile security definer set search_path = public as $$
begin
    if not viewer_is_administrator() then
        raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
    end if;
    update link set used_at = at where person_id = someone and used_at is null;
    insert into link (id, token_hash, purpose, person_id, made_by, made_at, expires_at)
    values (id, a_hash, 'invitation', someone, viewer_id(), at, until);
end
$$;

-- Which of these people can sign in, and who has an invitation still open: for the administrator's list.
create or replace function account_states(at timestamptz) returns table (person_id uuid, user_name text, invited_until timestamptz)
    language sql stable security definer set search_path = public as $$
    select p.id, a.user_name, (select max(l.expires_at) from link l where l.person_id = p.id and l.used_at is null and l.expires_at > at)
    from person p left join account a on a.person_id = p.id and a.closed_at is null
    where viewer_is_administrator();
$$;

-- The people of the demonstration, for its sign-in page; empty everywhere else.
create or replace function demonstration_people() returns table (person_id uuid, name text, job_title text, centre text, what_to_see text)
    language sql stable security definer set search_path = public as $$
    select p.id, p.name, p.job_title, c.name, d.what_to_see
    from demonstration_person d join person p on p.id = d.person_id left join centre c on c.id = p.centre_id
    order by d.position;
$$;

revoke execute on function enter_with_token, account_for_sign_in, record_sign_in_attempt, failed_sign_ins,
    usable_link, user_name_is_taken, accept_invitation, make_first_administrator, invite,
    account_states, demonstration_people from public;
grant execute on function enter_with_token, account_for_sign_in, record_sign_in_attempt, failed_sign_ins,
    usable_link, user_name_is_taken, accept_invitation, make_first_administrator, invite,
    account_states, demonstration_people to holdfast_app;

-- While there is no administrator: the one link that makes the first. Earlier ones no longer work. False where there is one.
create or replace function offer_first_administrator(id uuid, a_hash bytea, at timestamptz, until timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    if exists (select from role_held where role = 'administrator') then
        return false;
    end if;
    update link set used_at = at where purpose = 'first administrator' and used_at is null;
    insert into link (id, token_hash, purpose, made_at, expires_at) values (id, a_hash, 'first administrator', at, until);
    return true;
end
$$;
revoke execute on function offer_first_administrator from public;
grant execute on function offer_first_administrator to holdfast_app;

-- The first manager of a centre. Roles that give reach wait for a confirmation, a centre manager's for a regional lead;
-- while a centre is being set up there is neither. So whom the administrator named may take the centre up themselves,
-- as long as it has no confirmed manager, no session was ever held in it, and the installation has no regional lead.
create or replace function centre_to_take_up() returns table (role_id uuid, centre_name text)
    language sql stable security definer set search_path = public as $$
    select r.id, c.name from role_held r join centre c on c.id = r.centre_id
    where r.person_id = viewer_id() and r.role = 'service centre manager' and r.confirmed_at is null
      and r.starts_on <= viewer_today() and (r.ends_on is null or r.ends_on > viewer_today())
      and not viewer_is_administrator()
      and not exists (select from role_held other where other.centre_id = r.centre_id and other.role = 'service centre manager' and other.confirmed_at is not null)
      and not exists (select from role_held lead where lead.role = 'regional lead' and lead.confirmed_at is not null)
      and not exists (select from session s join person p on p.id = s.supervisee_id where p.centre_id = r.centre_id);
$$;

create or replace function take_up_centre(at timestamptz) returns integer
    language plpgsql volatile security definer set search_path = public as $$
declare
    taken integer;
begin
    update role_held set confirmed_by = viewer_id(), confirmed_at = at where id in (select role_id from centre_to_take_up());
    get diagnostics taken = row_count;
    return taken;
end
$$;
revoke execute on function centre_to_take_up, take_up_centre from public;
grant execute on function centre_to_take_up, take_up_centre to holdfast_app;
