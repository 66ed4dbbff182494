-- Sign-in. The service has no privilege on these tables: it reaches them before a viewer is known, and therefore only
-- through the narrow functions of R__account_functions.sql.

create table account (
    person_id      uuid primary key references person,
    user_name      text not null check (length(user_name) between 3 and 200),
    password_hash  text not null,
    created_at     timestamptz not null,
    closed_at      timestamptz
);
create unique index account_user_name on account (lower(user_name));

create table browser_session (
    id            uuid primary key,
    token_hash    bytea not null unique,
    person_id     uuid not null references person,
    started_at    timestamptz not null,
    last_seen_at  timestamptz not null,
    ended_at      timestamptz
);
create index browser_session_person on browser_session (person_id);

create table link (
    id          uuid primary key,
    token_hash  bytea not null unique,
    purpose     text not null check (purpose in ('first administrator', 'invitation')),
    person_id   uuid references person,
    made_by     uuid references person,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    check ((purpose = 'invitation') = (person_id is not null))
);
create index link_person on link (person_id);
create index link_made_by on link (made_by);

create table api_token (
    id          uuid primary key,
    token_hash  bytea not null unique,
    label       text not null check (length(label) between 1 and 200),
    scopes      text[] not null check (scopes <@ array['intake', 'read'] and cardinality(scopes) > 0),
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

create table sign_in_attempt (
    id         uuid primary key,
    user_name  text not null check (length(user_name) <= 200),
    at         timestamptz not null,
    succeeded  boolean not null
);
create index sign_in_attempt_user_name on sign_in_attempt (lower(user_name), at);

alter table account enable row level security;
alter table browser_session enable row level security;
alter table link enable row level security;
alter table api_token enable row level security;
alter table sign_in_attempt enable row level security;
