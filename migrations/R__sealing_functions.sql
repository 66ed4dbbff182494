-- The key-encryption key by which a new owner's key is wrapped; the very first one that comes along where there is none
-- yet. Until the transaction ends no rotation finishes, so nothing is wrapped by a key that has just been retired.
create or replace function key_encryption_key_in_use(mine text) returns text language plpgsql volatile security definer set search_path = public as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('key encryption key', 0));
    insert into key_encryption_key (fingerprint, number, used_since)
        select mine, 1, clock_timestamp() where not exists (select from key_encryption_key) on conflict do nothing;
    return (select k.fingerprint from key_encryption_key k order by k.number desc limit 1);
end
$$;

-- All key-encryption keys without which something stays closed.
create or replace function key_encryption_keys_needed() returns setof text language sql stable security definer set search_path = public as $$
    select k.fingerprint from key_encryption_key k order by k.number desc;
$$;

-- A second kind of key a person owns: for what signing in as them needs, which administrators have too.
alter table owner_key drop constraint if exists owner_key_kind_check, drop constraint if exists owner_key_check,
    drop constraint if exists owner_key_check1, drop constraint if exists owner_key_owner_check;
alter table owner_key
    add constraint owner_key_kind_check check (kind in ('person', 'account', 'session', 'documents')),
    add constraint owner_key_owner_check check (
        case when kind in ('person', 'account') then person_id is not null and session_id is null
             else person_id is null and session_id is not null end);
