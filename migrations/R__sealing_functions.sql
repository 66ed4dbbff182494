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
