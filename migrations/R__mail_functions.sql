-- The narrow doors to mail. Neither the service nor its jobs have a privilege on the tables themselves.

create or replace function tell_by_mail(id uuid, what text, someone uuid, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    insert into mail (id, kind, person_id, asked_at, next_try_at) values (id, what, someone, at, at);
$$;

-- Whoever asks gets the same answer in the same time: whether anybody has that name or address is looked up when it is sent.
create or replace function ask_for_link(id uuid, a_name text, at timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    insert into mail (id, kind, asked_under, asked_at, next_try_at) values (id, 'link asked', a_name, at, at);
$$;

create or replace function links_asked_from(an_address bytea, at timestamptz) returns bigint
    language sql stable security definer set search_path = public as $$
    select count(*) from sign_in_attempt a where a.address_hash = an_address and a.outcome = 'link asked' and a.at > links_asked_from.at - interval '15 minutes';
$$;

create or replace function send_link(id uuid, someone uuid, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    if not viewer_is_administrator() then
        raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
    end if;
    insert into mail (id, kind, person_id, asked_by, asked_at, next_try_at)
    select id, 'link', a.person_id, viewer_id(), at, at from mail_address a where a.person_id = someone;
    return found;
end
$$;

-- For an administrator, and for oneself.
create or replace function mail_address_of(someone uuid) returns text
    language sql stable security definer set search_path = public as $$
    select a.address from mail_address a where a.person_id = someone and (someone = viewer_id() or viewer_is_administrator());
$$;

-- False where somebody else has that address. Whoever has an account is told at the address they had.
create or replace function set_mail_address(a_mail uuid, someone uuid, an_address text, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
declare
    before text;
begin
    if not viewer_is_administrator() then
        raise exception 'only an administrator sets a mail address' using errcode = 'insufficient_privilege';
    end if;
    select m.address into before from mail_address m where m.person_id = someone for update;
    if before = an_address then
        return true;
    end if;
    begin
        insert into mail_address (person_id, address, set_by, set_at) values (someone, an_address, viewer_id(), at)
        on conflict (person_id) do update set address = excluded.address, set_by = excluded.set_by, set_at = excluded.set_at;
    exception when unique_violation then
        return false;
    end;
    -- a link that is on its way to the address before must not open the account any more
    update link set used_at = at where person_id = someone and used_at is null;
    if before is not null and a_mail is not null then
        insert into mail (id, kind, person_id, to_address, asked_at, next_try_at)
        select a_mail, 'mail address changed', a.person_id, before, at, at from account a where a.person_id = someone and a.closed_at is null;
    end if;
    return true;
end
$$;

revoke execute on function tell_by_mail, ask_for_link, links_asked_from, send_link, mail_address_of, set_mail_address from public;
grant execute on function tell_by_mail, ask_for_link, links_asked_from, send_link, mail_address_of, set_mail_address to holdfast_app;

-- ---------------------------------------------------------------- the job

create or replace function due_mail(now_at timestamptz) returns table (id uuid, kind text, tries integer, asked_at timestamptz)
    language sql stable security definer set search_path = public as $$
    select m.id, m.kind, m.tries, m.asked_at from mail m where m.next_try_at <= now_at order by m.next_try_at, m.id limit 50;
$$;

-- Takes one mail in hand: true for one run only. If it comes to nothing, it is due again then.
create or replace function take_mail(a_mail uuid, seen_tries integer, later_at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = public as $$
begin
    update mail set tries = tries + 1, next_try_at = later_at where id = a_mail and tries = seen_tries and next_try_at is not null;
    return found;
end
$$;

-- Where a mail goes; no row where it goes nowhere: nobody has that name, they have left, or they have no address.
create or replace function receiver_of_mail(a_mail uuid, on_day date) returns table (person_id uuid, address text, has_account boolean)
    language sql stable security definer set search_path = public as $$
    with found as (
        select m.person_id, m.to_address from mail m where m.id = a_mail and m.person_id is not null
        union
        select a.person_id, null from mail m join account a on a.user_name_key = user_name_key(m.asked_under) and a.closed_at is null
        where m.id = a_mail
        union
        select d.person_id, null from mail m join mail_address d on lower(d.address) = lower(m.asked_under)
        where m.id = a_mail
          and exists (select from account a where a.person_id = d.person_id and a.closed_at is null
                      union all select from link l where l.person_id = d.person_id and l.purpose = 'invitation')
    )
    select f.person_id, coalesce(f.to_address, d.address), exists (select from account a where a.person_id = f.person_id and a.closed_at is null)
    from found f join person p on p.id = f.person_id left join mail_address d on d.person_id = f.person_id
    where coalesce(f.to_address, d.address) is not null and (p.left_on is null or p.left_on >= on_day)
    limit 1;
$$;

-- The link that a mail carries; one that went by mail before stops working. Its purpose; null where they have asked for
-- three within half an hour.
create or replace function link_of_mail(a_mail uuid, someone uuid, a_link uuid, a_hash bytea, now_at timestamptz, until timestamptz) returns text
    language plpgsql volatile security definer set search_path = public as $$
declare
    what text;
begin
    perform 1 from person where id = someone for update;
    if exists (select from mail where id = a_mail and asked_by is null)
        and (select count(*) from link where person_id = someone and made_by is null and made_at > now_at - interval '30 minutes') >= 3 then
        return null;
    end if;
    what := case when exists (select from account where person_id = someone and closed_at is null) then 'password reset' else 'invitation' end;
    update link set used_at = now_at where person_id = someone and used_at is null and expires_at <= now_at + interval '1 hour';
    insert into link (id, token_hash, purpose, person_id, made_by, made_at, expires_at)
    select a_link, a_hash, what, someone, m.asked_by, now_at, until from mail m where m.id = a_mail;
    return what;
end
$$;

create or replace function end_mail(a_mail uuid, sent timestamptz) returns void
    language sql volatile security definer set search_path = public as $$
    update mail set next_try_at = null, sent_at = sent, asked_under = null, to_address = null where id = a_mail;
$$;

-- Tries to sign in are kept as long as a lock may last, half signed-in ones for a day, mails dealt with for 90 days.
create or replace function forget_old_sign_ins(now_at timestamptz) returns bigint
    language plpgsql volatile security definer set search_path = public as $$
declare
    forgotten bigint;
    more bigint;
begin
    delete from sign_in_attempt where at < now_at - interval '90 days';
    get diagnostics forgotten = row_count;
    delete from begun_sign_in where begun_at < now_at - interval '1 day';
    get diagnostics more = row_count;
    forgotten := forgotten + more;
    delete from mail where next_try_at is null and asked_at < now_at - interval '90 days';
    get diagnostics more = row_count;
    return forgotten + more;
end
$$;

revoke execute on function due_mail, take_mail, receiver_of_mail, link_of_mail, end_mail, forget_old_sign_ins from public;
grant execute on function due_mail, take_mail, receiver_of_mail, link_of_mail, end_mail, forget_old_sign_ins to holdfast_jobs;
