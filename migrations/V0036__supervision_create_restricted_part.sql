-- The restricted part of a record: how the work affects the worker. Only the two who were present read it, and it is in no
-- PDF, report or export. It is saved field by field as the rest of the record is, and everything that holds a word of it
-- is sealed by the session's key: the fields, both sides of a conflict, the versions, the first answer to a save.

create table restricted_text (
    session_id   uuid not null references session,
    part         text not null check (part in ('restricted', 'impact')),
    part_id      uuid not null,
    wrapped_key  bytea not null check (octet_length(wrapped_key) = 60),
    sealed       bytea not null,
    revision     integer not null,
    saved_by     uuid not null references person,
    saved_at     timestamptz not null,
    primary key (session_id, part, part_id)
);
create index restricted_text_saved_by on restricted_text (saved_by);
comment on column restricted_text.part_id is 'The session, or for the emotional impact of one case on the worker the case discussion.';

create table restricted_version (
    session_id   uuid not null,
    number       integer not null,
    wrapped_key  bytea not null check (octet_length(wrapped_key) = 60),
    sealed       bytea not null,
    primary key (session_id, number),
    foreign key (session_id, number) references record_version (session_id, number)
);
comment on table restricted_version is 'The restricted part as it was with that version of the record. A version without a row of its own has that of the version before it.';

alter table field_conflict
    add column wrapped_key bytea check (octet_length(wrapped_key) = 60),
    add column sealed bytea,
    drop constraint field_conflict_part_check,
    add constraint field_conflict_part_check check (part in ('record', 'function', 'discussion', 'decision', 'action', 'restricted', 'impact')),
    add constraint field_conflict_sealed_check check (
        case when part in ('restricted', 'impact')
             then sealed is not null and wrapped_key is not null and standing_text is null and other_text is null
             else sealed is null and wrapped_key is null end);

alter table saved_once
    add column wrapped_key bytea check (octet_length(wrapped_key) = 60),
    add column sealed bytea,
    alter column answer drop not null,
    add constraint saved_once_sealed_check check ((answer is null) = (sealed is not null) and (sealed is null) = (wrapped_key is null));
comment on column saved_once.sealed is 'The answer, where it may hold words of the restricted part.';

-- What a supervisee writes for themselves before a session, sealed by their own key. Nobody else reads it.
create table private_preparation (
    session_id   uuid primary key references session,
    person_id    uuid not null references person,
    wrapped_key  bytea not null check (octet_length(wrapped_key) = 60),
    sealed       bytea not null,
    revision     integer not null check (revision > 0),
    saved_at     timestamptz not null
);
create index private_preparation_person on private_preparation (person_id);

alter table restricted_text enable row level security;
alter table restricted_version enable row level security;
alter table private_preparation enable row level security;

grant select, insert, update (wrapped_key, sealed, revision, saved_by, saved_at) on restricted_text to holdfast_app;
grant select, insert on restricted_version to holdfast_app;
grant select, insert, update (wrapped_key, sealed, revision, saved_at), delete on private_preparation to holdfast_app;
