-- The record of a session. While it is a draft each group of fields is one mutable row with a revision; every share,
-- request for edits, agreement and lock appends the whole record as a version, which never changes.
-- session_record.revision counts the saves of the whole record, and each group has the revision of its latest save.
-- field_revisions says with which of them each field was last saved and by whom ({"know": {"revision": 12, "by": id}}),
-- so that two people who type in different fields of one group do not stand in each other's way.

create table session_record (
    session_id       uuid primary key references session,
    held_on          date,
    started_at       time,
    minutes          integer check (minutes between 1 and 720),
    interrupted      boolean,
    place            text check (length(place) <= 200),
    present          text check (length(present) <= 500),
    lens             text check (length(lens) <= 100),
    itself           text check (length(itself) <= 20000),
    first_edit_at    timestamptz,
    saved_at         timestamptz,
    revision         integer not null default 0,
    field_revisions  jsonb not null default '{}'
);
comment on column session_record.itself is 'How supervision itself is going.';

create table function_note (
    session_id           uuid not null references session_record,
    function             text not null check (function in ('accountability', 'development', 'support', 'mediation')),
    discussed            boolean not null default false,
    notes                text check (length(notes) <= 200000),
    not_covered_because  text check (length(not_covered_because) <= 2000),
    revision             integer not null default 0,
    field_revisions      jsonb not null default '{}',
    primary key (session_id, function),
    check (function = 'support' or not_covered_because is null)
);

create table case_discussion (
    id                         uuid primary key,
    session_id                 uuid not null references session_record,
    case_id                    uuid not null references child_case,
    position                   integer not null,
    reason                     text check (length(reason) <= 2000),
    seen_and_heard             text check (length(seen_and_heard) <= 200000),
    change                     text check (change in ('better', 'same', 'worse', 'mixed')),
    what_has_changed           text check (length(what_has_changed) <= 200000),
    hypothesis                 text check (length(hypothesis) <= 200000),
    other_hypotheses           text check (length(other_hypotheses) <= 200000),
    know                       text check (length(know) <= 200000),
    infer                      text check (length(infer) <= 200000),
    do_not_know                text check (length(do_not_know) <= 200000),
    practitioner_short_term    text check (practitioner_short_term in ('low', 'medium', 'high', 'not yet clear')),
    practitioner_longer_term   text check (practitioner_longer_term in ('low', 'medium', 'high', 'not yet clear')),
    supervisor_short_term      text check (supervisor_short_term in ('low', 'medium', 'high', 'not yet clear')),
    supervisor_longer_term     text check (supervisor_longer_term in ('low', 'medium', 'high', 'not yet clear')),
    engagement_step            integer check (engagement_step between 1 and 11),
    purposes                   text[] not null default '{}' check (purposes <@ array['avoid drift', 'keep the focus on the child', 'stay objective', 'test the evidence for assessment and plan', 'attend to the emotional impact of the work']),
    gap_decision               text check (gap_decision in ('continue with a plan', 'change approach', 'escalate', 'plan an ending')),
    gap_cause                  text check (gap_cause in ('child not engaging', 'child missing', 'crisis', 'practitioner absent', 'change of practitioner', 'centre closed', 'planned break', 'waiting for another agency', 'winding down')),
    gap_reasons                text check (length(gap_reasons) <= 2000),
    gap_review_on              date,
    next_discussion_by         date,
    removed_at                 timestamptz,
    revision                   integer not null default 0,
    field_revisions            jsonb not null default '{}'
);
create unique index case_discussion_once on case_discussion (session_id, case_id) where removed_at is null;
create index case_discussion_case on case_discussion (case_id);

-- A case decision is live as soon as it is saved; agreeing the record never delays it.
create table decision (
    id                  uuid primary key,
    discussion_id       uuid not null references case_discussion,
    case_id             uuid not null references child_case,
    what                text check (length(what) <= 20000),
    why                 text check (length(why) <= 20000),
    owner_id            uuid references person,
    owner_otherwise     text check (length(owner_otherwise) <= 200),
    due_on              date,
    safety              boolean not null default false,
    entered_on          date,
    removed_at          timestamptz,
    revision            integer not null default 0,
    field_revisions     jsonb not null default '{}'
);
create index decision_discussion on decision (discussion_id);
create index decision_case on decision (case_id);
create index decision_owner on decision (owner_id);
comment on column decision.owner_otherwise is 'By whom, where it is somebody outside Holdfast: a role or an agency, never a child.';
comment on column decision.entered_on is 'The day it was entered in the case system.';

create table action (
    id               uuid primary key,
    session_id       uuid not null references session_record,
    what             text check (length(what) <= 20000),
    owner_id         uuid references person,
    due_on           date,
    for_the_service  boolean not null default false,
    removed_at       timestamptz,
    revision         integer not null default 0,
    field_revisions  jsonb not null default '{}'
);
create index action_session on action (session_id);
create index action_owner on action (owner_id);
alter table agenda_item add constraint agenda_item_action_id_fkey foreign key (action_id) references action;
create index agenda_item_action on agenda_item (action_id);

create table action_end (
    action_id    uuid primary key references action,
    how          text not null check (how in ('done', 'no longer needed')),
    ended_on     date not null,
    ended_by     uuid not null references person,
    recorded_at  timestamptz not null
);
create index action_end_ended_by on action_end (ended_by);

create table action_carried (
    action_id    uuid not null references action,
    session_id   uuid not null references session,
    recorded_at  timestamptz not null,
    primary key (action_id, session_id)
);
create index action_carried_session on action_carried (session_id);
comment on table action_carried is 'The sessions held while the action was still open: how many times it was carried.';

create table saved_once (
    key         uuid primary key,
    session_id  uuid not null references session,
    saved_by    uuid not null references person,
    answer      jsonb not null,
    saved_at    timestamptz not null
);
create index saved_once_session on saved_once (session_id);
create index saved_once_saved_by on saved_once (saved_by);
comment on table saved_once is 'The first answer to each once-only key of a save; the same key again gets it again.';

create table field_conflict (
    id            uuid primary key,
    session_id    uuid not null references session,
    part          text not null check (part in ('record', 'function', 'discussion', 'decision', 'action')),
    part_id       text not null check (length(part_id) <= 60),
    field         text not null check (length(field) <= 60),
    base_revision integer not null,
    standing_text text,
    other_text    text,
    other_by      uuid not null references person,
    noticed_at    timestamptz not null
);
create index field_conflict_session on field_conflict (session_id);
create index field_conflict_other_by on field_conflict (other_by);
comment on table field_conflict is 'Both sides of a conflict, word for word, until somebody chooses.';

create table field_conflict_choice (
    conflict_id  uuid primary key references field_conflict,
    chosen_by    uuid not null references person,
    chosen_at    timestamptz not null
);
create index field_conflict_choice_chosen_by on field_conflict_choice (chosen_by);

create table record_version (
    id           uuid primary key,
    session_id   uuid not null references session,
    number       integer not null check (number > 0),
    cause        text not null check (cause in ('shared', 'edits requested', 'withdrawn', 'locked')),
    content      jsonb not null,
    made_by      uuid references person,
    made_at      timestamptz not null,
    unique (session_id, number)
);
create index record_version_made_by on record_version (made_by);

create table addendum (
    id         uuid primary key,
    session_id uuid not null references session,
    number     integer not null check (number > 0),
    words      text not null check (length(btrim(words)) between 1 and 20000),
    added_by   uuid not null references person,
    added_on   date not null,
    added_at   timestamptz not null,
    unique (session_id, number)
);
create index addendum_added_by on addendum (added_by);

-- A PDF somebody asked for, by locking a record or by a button, and the one result that is stored for it.
create table report_request (
    id            uuid primary key,
    kind          text not null check (kind in ('supervision record')),
    subject_id    uuid not null,
    version       integer not null check (version > 0),
    requested_by  uuid references person,
    requested_at  timestamptz not null,
    unique (kind, subject_id, version)
);
create index report_request_requested_by on report_request (requested_by);

create table stored_report (
    request_id   uuid primary key references report_request,
    wrapped_key  bytea not null,
    content      bytea not null,
    pages        integer not null check (pages > 0),
    made_at      timestamptz not null
);

create table report_attempt (
    id          uuid primary key,
    request_id  uuid not null references report_request,
    failed_at   timestamptz not null,
    why         text not null check (length(why) <= 200)
);
create index report_attempt_request on report_attempt (request_id);
comment on column report_attempt.why is 'The kind of fault, never a text from the record.';

alter table session_record enable row level security;
alter table function_note enable row level security;
alter table case_discussion enable row level security;
alter table decision enable row level security;
alter table action enable row level security;
alter table action_end enable row level security;
alter table action_carried enable row level security;
alter table saved_once enable row level security;
alter table field_conflict enable row level security;
alter table field_conflict_choice enable row level security;
alter table record_version enable row level security;
alter table addendum enable row level security;
alter table report_request enable row level security;
alter table stored_report enable row level security;
alter table report_attempt enable row level security;

grant select, insert, update on session_record, function_note, case_discussion, decision, action to holdfast_app;
grant select, insert on action_end, action_carried, saved_once, field_conflict, field_conflict_choice, record_version, addendum, report_request to holdfast_app;
grant select on stored_report, report_attempt to holdfast_app;
grant select on report_request, record_version, addendum, session_third_person to holdfast_jobs;
grant select (request_id, made_at, pages), insert on stored_report to holdfast_jobs;
grant select, insert on report_attempt to holdfast_jobs;
