-- A case is a child's or young person's piece of work, known by a reference code. No names, dates of birth or addresses.

create table child_case (
    id                  uuid primary key,
    centre_id           uuid not null references centre,
    team_id             uuid references team,
    reference           text not null check (reference ~ '^[A-Z]{2}-[0-9]{4,7}$'),
    intake_source_id    uuid references intake_source,
    external_reference  text check (length(external_reference) <= 100),
    unique (centre_id, reference),
    unique (intake_source_id, external_reference)
);
create index child_case_team on child_case (team_id);
comment on column child_case.team_id is 'The team that holds the case, also while nobody is allocated.';

create table case_opening (
    id         uuid primary key,
    case_id    uuid not null references child_case,
    number     integer not null check (number > 0),
    opened_on  date not null,
    unique (case_id, number)
);

create table case_closure (
    opening_id          uuid primary key references case_opening,
    closed_on           date not null,
    reason              text check (length(reason) <= 2000),
    unresolved          text check (length(unresolved) <= 2000),
    who_holds_risk      text check (length(who_holds_risk) <= 2000),
    childs_view         text check (length(childs_view) <= 2000),
    recorded_by         uuid references person,
    recorded_at         timestamptz not null
);
create index case_closure_recorded_by on case_closure (recorded_by);

create table assignment (
    id                  uuid primary key,
    case_id             uuid not null references child_case,
    person_id           uuid not null references person,
    role                text not null check (role in ('young person''s worker', 'parent/carer worker', 'co-worker')),
    starts_on           date not null,
    ends_on             date check (ends_on >= starts_on),
    intake_source_id    uuid references intake_source,
    external_reference  text check (length(external_reference) <= 100),
    unique (intake_source_id, external_reference)
);
create index assignment_case on assignment (case_id, starts_on);
create index assignment_person on assignment (person_id, ends_on);
comment on column assignment.ends_on is 'The span is [start, end): a handover on one day belongs to the new worker.';

create table case_history (
    id           uuid primary key,
    case_id      uuid not null references child_case,
    what         text not null check (what in ('stage', 'need', 'service type', 'statutory plan')),
    number       integer not null check (number > 0),
    value        text not null,
    from_on      date not null,
    recorded_by  uuid references person,
    recorded_at  timestamptz not null,
    unique (case_id, what, number),
    check (what <> 'stage' or value in ('referred', 'consent sought', 'allocated', 'engaging', 'assessing', 'planning', 'intervention', 'winding down', 'closed')),
    check (what <> 'need' or value in ('vulnerable', 'at risk in the short term', 'being exploited', 'needs help recovering', 'not yet clear')),
    check (what <> 'service type' or value in ('preventative', 'risk reduction', 'child protection', 'recovery', 'group work', 'not stated')),
    check (what <> 'statutory plan' or value in ('none', 'child in need', 'child protection', 'looked after', 'exploitation plan', 'unknown'))
);
create index case_history_recorded_by on case_history (recorded_by);

create table risk_judgement (
    id           uuid primary key,
    case_id      uuid not null references child_case,
    horizon      text not null check (horizon in ('short term', 'medium to long term')),
    number       integer not null check (number > 0),
    level        text not null check (level in ('low', 'medium', 'high', 'not yet clear')),
    unchanged    boolean not null default false,
    why          text check (length(why) <= 2000),
    judged_on    date not null,
    judged_by    uuid references person,
    recorded_at  timestamptz not null,
    unique (case_id, horizon, number)
);
create index risk_judgement_judged_by on risk_judgement (judged_by);

create table missing_episode (
    id                  uuid primary key,
    case_id             uuid not null references child_case,
    kind                text not null check (kind in ('missing', 'away')),
    starts_on           date not null,
    ends_on             date check (ends_on >= starts_on),
    interview_offered   boolean,
    interview_accepted  boolean,
    intake_source_id    uuid references intake_source,
    external_reference  text check (length(external_reference) <= 100),
    unique (intake_source_id, external_reference)
);
create index missing_episode_case on missing_episode (case_id, starts_on);
comment on column missing_episode.kind is 'Missing: whereabouts not known. Away: known, but without authorisation (the distinction of the SSDA903 return).';

alter table child_case enable row level security;
alter table case_opening enable row level security;
alter table case_closure enable row level security;
alter table assignment enable row level security;
alter table case_history enable row level security;
alter table risk_judgement enable row level security;
alter table missing_episode enable row level security;

grant select, insert on child_case, case_opening, case_closure, assignment, case_history, risk_judgement, missing_episode to holdfast_app;
grant update (team_id) on child_case to holdfast_app;
grant update (ends_on) on assignment to holdfast_app;
grant update (ends_on, interview_offered, interview_accepted) on missing_episode to holdfast_app;
grant select (id, centre_id, team_id, reference) on child_case to holdfast_jobs;
grant select on case_opening, assignment, case_history, missing_episode to holdfast_jobs;
grant select (opening_id, closed_on) on case_closure to holdfast_jobs;
grant select (id, case_id, horizon, number, level, unchanged, judged_on, judged_by) on risk_judgement to holdfast_jobs;
