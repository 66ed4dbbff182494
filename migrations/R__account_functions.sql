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
    where a.user_name_key = user_name_key(a_name) and a.closed_at is null and (p.left_on is null or p.left_on >= viewer_today());
$$;

create or replace function note_sign_in_attempt(id uuid, a_name bytea, an_address bytea, at timestamptz, what text) returns void
    language sql volatile security definer set search_path = public as $$
    insert into sign_in_attempt (id, name_hash, address_hash, at, outcome) values (id, a_name, an_address, at, what);
$$;

-- How often signing in failed: under this name since it last succeeded or was unlocked, and from this address within a
-- quarter of an hour. Whoever tries the same name at the same moment waits here, so that nobody tries more often than counted.
create or replace function sign_in_standing(a_name bytea, an_address bytea, now_at timestamptz)
    returns table (failures bigint, last_failed_at timestamptz, from_address bigint)
    language plpgsql volatile security definer set search_path = public as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(a_name, 'hex'), 0));
    return query
    with last_good as (
        select coalesce(max(s.at), '-infinity') as at from sign_in_attempt s where s.name_hash = a_name and s.outcome in ('succeeded', 'unlocked')
    ), failed as (
        select count(*) as times, max(f.at) as latest from sign_in_attempt f, last_good
        where f.name_hash = a_name and f.outcome = 'failed' and f.at > last_good.at
    )
    select failed.times, failed.latest,
           (select count(*) from sign_in_attempt f where f.address_hash = an_address and f.outcome = 'failed' and f.at > now_at - interval '15 minutes')
    from failed;
end
$$;

-- The password was right; what is still to come is the code.
create or replace function begin_sign_in(id uuid, a_hash bytea, someone uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    insert into begun_sign_in (id, token_hash, person_id, begun_at) values (id, a_hash, someone, at);
$$;

create or replace function begun_sign_in_of(a_hash bytea, at timestamptz) returns table (person_id uuid, user_name text)
    language sql stable security definer set search_path = public as $$
    select a.person_id, a.user_name from begun_sign_in b join account a on a.person_id = b.person_id join person p on p.id = a.person_id
    where b.token_hash = a_hash and b.ended_at is null and b.begun_at > at - interval '5 minutes' and a.closed_at is null
      and (p.left_on is null or p.left_on >= viewer_today());
$$;

-- True for the one who ends it, so that it leads to one session only.
create or replace function end_begun_sign_in(a_hash bytea, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    update begun_sign_in set ended_at = at where token_hash = a_hash and ended_at is null;
    return found;
end
$$;

create or replace function second_factor_of(someone uuid) returns table (id uuid, wrapped_key bytea, secret bytea, last_step bigint)
    language sql stable security definer set search_path = public as $$
    select f.id, f.wrapped_key, f.secret, f.last_step from second_factor f where f.person_id = someone and f.confirmed_at is not null;
$$;

-- Uses the code of that half minute: once, whoever comes at the same moment.
create or replace function use_second_factor(a_factor uuid, a_step bigint) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    update second_factor set last_step = a_step where id = a_factor and confirmed_at is not null and last_step < a_step;
    return found;
end
$$;

-- The viewer's own second factor that is being set up; after half an hour another one is offered.
create or replace function offered_second_factor(at timestamptz) returns table (id uuid, wrapped_key bytea, secret bytea, last_step bigint)
    language sql stable security definer set search_path = public as $$
    select f.id, f.wrapped_key, f.secret, f.last_step from second_factor f
    where f.person_id = viewer_id() and f.confirmed_at is null and f.offered_at > at - interval '30 minutes';
$$;

create or replace function offer_second_factor(id uuid, a_wrapped_key bytea, a_secret bytea, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    delete from second_factor where person_id = viewer_id() and confirmed_at is null;
    insert into second_factor (id, person_id, wrapped_key, secret, offered_at) values (id, viewer_id(), a_wrapped_key, a_secret, at);
$$;

-- From here on the offered one counts, and the one before is gone.
create or replace function confirm_second_factor(a_factor uuid, a_step bigint, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    perform 1 from second_factor where id = a_factor and person_id = viewer_id() and confirmed_at is null for update;
    if not found then
        return false;
    end if;
    delete from second_factor where person_id = viewer_id() and confirmed_at is not null;
    update second_factor set confirmed_at = at, last_step = a_step where id = a_factor;
    return true;
end
$$;

create or replace function forget_recovery_codes() returns void
    language sql volatile security definer set search_path = public as $$
    delete from recovery_code where person_id = viewer_id();
$$;

create or replace function add_recovery_code(id uuid, a_hash text, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    insert into recovery_code (id, person_id, code_hash, made_at) values (id, viewer_id(), a_hash, at);
$$;

create or replace function recovery_codes_of(someone uuid) returns table (id uuid, code_hash text)
    language sql stable security definer set search_path = public as $$
    select c.id, c.code_hash from recovery_code c where c.person_id = someone and c.used_at is null order by c.made_at, c.id;
$$;

create or replace function use_recovery_code(a_code uuid, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    update recovery_code set used_at = at where id = a_code and used_at is null;
    return found;
end
$$;

-- The viewer's own account; none for a person of the demonstration.
create or replace function own_account() returns table (user_name text, password_hash text, second_factor_since timestamptz, recovery_codes bigint)
    language sql stable security definer set search_path = public as $$
    select a.user_name, a.password_hash, (select f.confirmed_at from second_factor f where f.person_id = a.person_id and f.confirmed_at is not null),
           (select count(*) from recovery_code c where c.person_id = a.person_id and c.used_at is null)
    from account a where a.person_id = viewer_id() and a.closed_at is null;
$$;

-- Every other session of theirs ends, and what was begun with the old password or a link.
create or replace function change_own_password(a_password_hash text, this_session uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    update account set password_hash = a_password_hash where person_id = viewer_id() and closed_at is null;
    update browser_session set ended_at = at where person_id = viewer_id() and id <> this_session and ended_at is null;
    update begun_sign_in set ended_at = at where person_id = viewer_id() and ended_at is null;
    update link set used_at = at where person_id = viewer_id() and used_at is null;
$$;

-- A link that can still be used: its purpose and whom it is for, with the user name where they have an account.
drop function if exists usable_link(bytea, timestamptz);
create function usable_link(a_hash bytea, at timestamptz) returns table (purpose text, person_id uuid, name text, user_name text)
    language sql stable security definer set search_path = public as $$
    select l.purpose, l.person_id, p.name, a.user_name from link l left join person p on p.id = l.person_id
    left join account a on a.person_id = l.person_id and a.closed_at is null
    where l.token_hash = a_hash and l.used_at is null and l.expires_at > at and (p.left_on is null or p.left_on >= viewer_today())
      and (l.purpose <> 'first administrator' or not exists (select from role_held where role = 'administrator'));
$$;

create or replace function user_name_is_taken(a_name text) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (select from account where user_name_key = user_name_key(a_name));
$$;

-- Uses an invitation: once. Whose account was made; null when somebody was faster. An account closed before begins anew.
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
        delete from second_factor where person_id = invited;
        delete from recovery_code where person_id = invited;
        update browser_session set ended_at = at where person_id = invited and ended_at is null;
    end if;
    return invited;
end
$$;

-- Uses a link for a new password: once. Whose it was; null when somebody was faster. The second factor stays.
create or replace function accept_password_reset(a_hash bytea, a_password_hash text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = public as $$
declare
    someone uuid;
begin
    update link set used_at = at
    where token_hash = a_hash and purpose = 'password reset' and used_at is null and expires_at > at
    returning person_id into someone;
    if someone is not null then
        update account set password_hash = a_password_hash where person_id = someone and closed_at is null;
        update browser_session set ended_at = at where person_id = someone and ended_at is null;
        update begun_sign_in set ended_at = at where person_id = someone and ended_at is null;
    end if;
    return someone;
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

-- An administrator invites somebody, or gives whoever has an account a link for a new password; an older link of theirs
-- no longer works. The purpose of the link.
drop function if exists invite(uuid, bytea, uuid, timestamptz, timestamptz);
create function invite(id uuid, a_hash bytea, someone uuid, at timestamptz, until timestamptz) returns text
    language plpgsql volatile security definer set search_path = public as $$
declare
    what text;
begin
    if not viewer_is_administrator() then
        raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
    end if;
    what := case when exists (select from account where person_id = someone and closed_at is null) then 'password reset' else 'invitation' end;
    update link set used_at = at where person_id = someone and used_at is null;
    insert into link (id, token_hash, purpose, person_id, made_by, made_at, expires_at)
    values (id, a_hash, what, someone, viewer_id(), at, until);
    return what;
end
$$;

-- The account of one person, for an administrator; none where there is none.
create or replace function account_of(someone uuid) returns table (user_name text, second_factor_since timestamptz)
    language sql stable security definer set search_path = public as $$
    select a.user_name, (select f.confirmed_at from second_factor f where f.person_id = a.person_id and f.confirmed_at is not null)
    from account a where a.person_id = someone and a.closed_at is null and viewer_is_administrator();
$$;

-- An administrator takes somebody's second factor away: their sessions end, and the next sign-in sets up another one.
create or replace function take_away_second_factor(someone uuid, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    if not viewer_is_administrator() then
        raise exception 'only an administrator takes a second factor away' using errcode = 'insufficient_privilege';
    end if;
    delete from second_factor where person_id = someone and confirmed_at is not null;
    if not found then
        return false;
    end if;
    delete from second_factor where person_id = someone;
    delete from recovery_code where person_id = someone;
    update browser_session set ended_at = at where person_id = someone and ended_at is null;
    update begun_sign_in set ended_at = at where person_id = someone and ended_at is null;
    return true;
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

revoke execute on function enter_with_token, account_for_sign_in, note_sign_in_attempt, sign_in_standing,
    begin_sign_in, begun_sign_in_of, end_begun_sign_in, second_factor_of, use_second_factor,
    offered_second_factor, offer_second_factor, confirm_second_factor, forget_recovery_codes, add_recovery_code, recovery_codes_of,
    use_recovery_code, own_account, change_own_password, usable_link, user_name_is_taken, accept_invitation, accept_password_reset,
    make_first_administrator, invite, account_states, account_of, take_away_second_factor, demonstration_people from public;
grant execute on function enter_with_token, account_for_sign_in, note_sign_in_attempt, sign_in_standing,
    begin_sign_in, begun_sign_in_of, end_begun_sign_in, second_factor_of, use_second_factor,
    offered_second_factor, offer_second_factor, confirm_second_factor, forget_recovery_codes, add_recovery_code, recovery_codes_of,
    use_recovery_code, own_account, change_own_password, usable_link, user_name_is_taken, accept_invitation, accept_password_reset,
    make_first_administrator, invite, account_states, account_of, take_away_second_factor, demonstration_people to holdfast_app;

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
