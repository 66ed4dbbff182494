-- One planned or unplanned meeting between a supervisor and a supervisee, and how far its record has come.

create table session (
    id             uuid primary key,
    kind           text not null check (kind in ('one-to-one', 'practice supervision', 'extra', 'case consultation', 'debrief', 'informal supervision', 'management oversight', 'group supervision', 'paired', 'mentoring')),
    supervisee_id  uuid not null references person,
    supervisor_id  uuid not null references person,
    created_by     uuid not null references person,
    created_at     timestamptz not null,
    check (supervisee_id <> supervisor_id)
);
create index session_supervisee on session (supervisee_id);
create index session_supervisor on session (supervisor_id);
create index session_created_by on session (created_by);
alter table gap_decision add constraint gap_decision_session_id_fkey foreign key (session_id) references session;

create table session_date (
    id          uuid primary key,
    session_id  uuid not null references session,
    number      integer not null check (number > 0),
    starts_at   timestamptz not null,
    minutes     integer not null check (minutes between 5 and 480),
    place       text check (length(place) <= 200),
    cause       text check (cause in ('manager unavailable', 'practitioner unavailable', 'crisis', 'sickness', 'leave', 'building or technology', 'other')),
    set_by      uuid not null references person,
    set_at      timestamptz not null,
    unique (session_id, number)
);
create index session_date_set_by on session_date (set_by);
create index session_date_starts on session_date (starts_at);
comment on table session_date is 'When the session is planned. A move is a further row, with its cause; the newest counts.';

create table session_event (
    id           uuid primary key,
    session_id   uuid not null references session,
    number       integer not null check (number > 0),
    state        text not null check (state in ('planned', 'held', 'drafted', 'shared', 'agreed', 'agreed with comment', 'disputed', 'locked', 'cancelled', 'missed')),
    version      integer check (version > 0),
    cause        text check (length(cause) <= 200),
    words        text check (length(words) <= 20000),
    by_id        uuid references person,
    on_day       date not null,
    recorded_at  timestamptz not null,
    unique (session_id, number)
);
create index session_event_by on session_event (by_id);
comment on table session_event is 'The life of a session; its state is the newest row''s. Two writers of one number: the second is told, nothing is lost.';
comment on column session_event.words is 'A comment with an agreement, the edits asked for, a dispute''s own text, or how a dispute ended.';

create table session_third_person (
    session_id  uuid primary key references session,
    person_id   uuid not null references person,
    named_by    uuid not null references person,
    named_at    timestamptz not null
);
create index session_third_person_person on session_third_person (person_id);
create index session_third_person_named_by on session_third_person (named_by);
comment on table session_third_person is 'Who helps where the two do not agree. Reads the record from the dispute on.';

create table question (
    id           integer primary key check (id > 0),
    function     text not null check (function in ('accountability', 'development', 'support', 'mediation')),
    words        text not null check (length(words) between 1 and 500),
    triggers     text[] not null default '{}' check (array_to_string(triggers, ' ') ~ '^([a-z]+(-[a-z]+)*( |$))*$'),
    for_supervisor boolean not null default false,
    source_note  text,
    retired_on   date
);

comment on column question.triggers is 'What brings it to the front: something that is true of one of the supervisee''s cases, or of their work.';

create table agenda_item (
    id           uuid primary key,
    session_id   uuid not null references session,
    section      text not null check (section in ('cases', 'actions', 'brought', 'functions', 'development', 'mediation', 'supervision itself')),
    position     integer not null,
    case_id      uuid references child_case,
    action_id    uuid,
    function     text check (function in ('accountability', 'development', 'support', 'mediation')),
    question_id  integer references question,
    reasons      jsonb not null default '[]',
    words        text check (length(words) <= 2000),
    added_by     uuid references person,
    added_at     timestamptz not null,
    removed_by   uuid references person,
    removed_at   timestamptz
);
create index agenda_item_session on agenda_item (session_id, position);
create index agenda_item_case on agenda_item (case_id);
create index agenda_item_question on agenda_item (question_id);
create index agenda_item_added_by on agenda_item (added_by);
create index agenda_item_removed_by on agenda_item (removed_by);
comment on column agenda_item.added_by is 'Null where Holdfast put it there.';
comment on column agenda_item.reasons is 'Why it is here, as codes with their facts; worded by the page.';

create table shared_preparation (
    session_id  uuid not null references session,
    person_id   uuid not null references person,
    words       text not null default '' check (length(words) <= 20000),
    revision    integer not null default 0,
    saved_at    timestamptz not null,
    primary key (session_id, person_id)
);
create index shared_preparation_person on shared_preparation (person_id);

alter table session enable row level security;
alter table session_date enable row level security;
alter table session_event enable row level security;
alter table session_third_person enable row level security;
alter table agenda_item enable row level security;
alter table shared_preparation enable row level security;

grant select, insert on session, session_date, session_event, session_third_person, agenda_item, shared_preparation to holdfast_app;
grant update (removed_by, removed_at, words, position, reasons) on agenda_item to holdfast_app;
grant update (words, revision, saved_at) on shared_preparation to holdfast_app;
grant select on question to holdfast_app, holdfast_jobs;
grant select on session, session_date to holdfast_jobs;
grant select (id, session_id, number, state, version, cause, by_id, on_day, recorded_at) on session_event to holdfast_jobs;
