-- Three layers of keys. Each sealed item has a key of its own, which stands beside it, wrapped by its owner's key. The
-- owners' keys stand here, wrapped by the installation's key-encryption key, which is never in the database. Rotating the
-- key-encryption key therefore touches this table alone, and deleting an owner's key closes everything of theirs for good.

create table key_encryption_key (
    fingerprint  text primary key check (fingerprint ~ '^[0-9a-f]{16}$'),
    number       integer not null unique check (number > 0),
    used_since   timestamptz not null
);
comment on table key_encryption_key is 'Which key-encryption keys wrap the owners'' keys: one, while a rotation runs two. New owners'' keys take the highest number.';
comment on column key_encryption_key.fingerprint is 'Recognises the key and says nothing about it.';

create table owner_key (
    id           uuid primary key,
    kind         text not null check (kind in ('person', 'session', 'documents')),
    person_id    uuid references person,
    session_id   uuid references session,
    wrapped_by   text not null references key_encryption_key,
    wrapped_key  bytea not null check (octet_length(wrapped_key) = 60),
    made_at      timestamptz not null,
    check ((kind = 'person') = (person_id is not null)),
    check ((kind <> 'person') = (session_id is not null))
);
create unique index owner_key_person on owner_key (person_id, kind);
create unique index owner_key_session on owner_key (session_id, kind);
create index owner_key_wrapped_by on owner_key (wrapped_by);
comment on column owner_key.kind is 'A person: what only they read. A session: what only the two in it read. Documents: the stored files of a session''s record.';

-- Files that were sealed when each item's key stood directly under the key-encryption key. The job that makes the files
-- seals these anew under their owner's key and empties the table.
create table stored_report_before (
    request_id   uuid primary key references report_request,
    wrapped_key  bytea not null,
    content      bytea not null
);
insert into stored_report_before (request_id, wrapped_key, content) select request_id, wrapped_key, content from stored_report;
delete from stored_report;

alter table key_encryption_key enable row level security;
alter table owner_key enable row level security;
alter table stored_report_before enable row level security;

grant select, insert on owner_key to holdfast_app, holdfast_jobs;
grant select, delete on stored_report_before to holdfast_jobs;
