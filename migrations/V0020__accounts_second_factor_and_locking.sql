-- The second factor, and tries to sign in counted per name and per address. Nothing here is within the service's own reach
-- except through the narrow functions of R__account_functions.sql.

-- What two user names must not share: letters with and without accents, wide and narrow, great and small are one.
create function user_name_key(a_name text) returns text language sql immutable strict as $$
    select lower(regexp_replace(normalize(a_name, nfkd), '[\u0300-\u036f]', '', 'g'));
$$;
alter table account add column user_name_key text generated always as (user_name_key(user_name)) stored;
drop index account_user_name;
create unique index account_user_name_key on account (user_name_key);

-- One confirmed second factor for each person, and at most one that is being set up. The secret is sealed.
create table second_factor (
    id            uuid primary key,
    person_id     uuid not null references account,
    wrapped_key   bytea not null check (octet_length(wrapped_key) = 60),
    secret        bytea not null,
    offered_at    timestamptz not null,
    confirmed_at  timestamptz,
    -- the newest half minute whose code was used; no code of it or of one before counts again
    last_step     bigint not null default 0
);
create unique index second_factor_confirmed on second_factor (person_id) where confirmed_at is not null;
create unique index second_factor_offered on second_factor (person_id) where confirmed_at is null;

create table recovery_code (
    id         uuid primary key,
    person_id  uuid not null references account,
    code_hash  text not null,
    made_at    timestamptz not null,
    used_at    timestamptz
);
create index recovery_code_person on recovery_code (person_id);

-- The password was right and the code is still to come. Single use, a few minutes.
create table begun_sign_in (
    id          uuid primary key,
    token_hash  bytea not null unique,
    person_id   uuid not null references account,
    begun_at    timestamptz not null,
    ended_at    timestamptz
);
create index begun_sign_in_person on begun_sign_in (person_id);

-- A session that may do nothing but set up the second factor.
alter table browser_session add column still_to_set_up boolean not null default false;

-- Names as typed may be anything, passwords typed into the wrong field too: so only keyed hashes are kept.
drop function if exists record_sign_in_attempt(uuid, text, timestamptz, boolean);
drop function if exists failed_sign_ins(text, timestamptz);
drop function if exists start_browser_session(uuid, bytea, uuid, timestamptz);
delete from sign_in_attempt;
alter table sign_in_attempt drop column user_name, drop column succeeded,
    add column name_hash bytea not null, add column address_hash bytea not null,
    add column outcome text not null check (outcome in ('failed', 'succeeded', 'unlocked', 'link asked'));
create index sign_in_attempt_name on sign_in_attempt (name_hash, at);
create index sign_in_attempt_address on sign_in_attempt (address_hash, at);
create index sign_in_attempt_at on sign_in_attempt (at);

alter table link drop constraint link_purpose_check, drop constraint link_check;
alter table link
    add constraint link_purpose_check check (purpose in ('first administrator', 'invitation', 'password reset')),
    add constraint link_check check ((purpose <> 'first administrator') = (person_id is not null));

alter table second_factor enable row level security;
alter table recovery_code enable row level security;
alter table begun_sign_in enable row level security;
