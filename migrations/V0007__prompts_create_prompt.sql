-- What Holdfast brings to somebody's attention, under a named rule. One prompt per rule, subject and beginning;
-- what happened to it is a row each, and its state is the newest row's.

create table prompt (
    id          uuid primary key,
    rule        text not null check (rule ~ '^[a-z]+(-[a-z]+)*$'),
    subject_id  uuid not null,
    case_id     uuid references child_case,
    person_id   uuid references person,
    since       date not null,
    raised_on   date not null,
    facts       jsonb not null,
    state       text not null check (state in ('open', 'decided', 'put off', 'cleared')),
    until_on    date,
    unique (rule, subject_id, since)
);
create index prompt_case on prompt (case_id, rule) where state <> 'cleared';
create index prompt_person on prompt (person_id) where state <> 'cleared';
comment on column prompt.person_id is 'Whose work it is about: for a case, its young person''s worker on the day it was raised.';
comment on column prompt.since is 'The first day of the gap, the delay or whatever the rule counts from. A new gap is a new prompt.';
comment on column prompt.facts is 'What the rule saw, and the setting it was raised on.';
comment on column prompt.until_on is 'For a decision its review date, for a prompt put off the day it comes back.';

create table prompt_step (
    id           uuid primary key,
    prompt_id    uuid not null references prompt,
    number       integer not null check (number > 0),
    what         text not null check (what in ('raised', 'decided', 'put off', 'cleared', 'raised again')),
    by_id        uuid references person,
    on_day       date not null,
    recorded_at  timestamptz not null,
    until_on     date,
    reason       text check (length(reason) <= 2000),
    facts        jsonb,
    unique (prompt_id, number)
);
create index prompt_step_by on prompt_step (by_id);

-- The recorded decision about a contact gap. It belongs to one gap: the next seen contact ends it.
create table gap_decision (
    id           uuid primary key,
    case_id      uuid not null references child_case,
    gap_since    date not null,
    number       integer not null check (number > 0),
    decision     text not null check (decision in ('continue with a plan', 'change approach', 'escalate', 'plan an ending')),
    cause        text not null check (cause in ('child not engaging', 'child missing', 'crisis', 'practitioner absent', 'change of practitioner', 'centre closed', 'planned break', 'waiting for another agency', 'winding down')),
    reasons      text not null check (length(btrim(reasons)) between 1 and 2000),
    review_on    date not null,
    decided_by   uuid not null references person,
    decided_on   date not null,
    recorded_at  timestamptz not null,
    session_id   uuid,
    unique (case_id, gap_since, number),
    check (review_on >= decided_on)
);
create index gap_decision_decided_by on gap_decision (decided_by);
create index gap_decision_session on gap_decision (session_id);

create table sweep (
    on_day       date primary key,
    finished_at  timestamptz not null,
    raised       integer not null,
    cleared      integer not null
);
comment on table sweep is 'The days on which every rule was evaluated over every subject.';

alter table prompt enable row level security;
alter table prompt_step enable row level security;
alter table gap_decision enable row level security;

grant select on prompt, prompt_step to holdfast_app;
grant insert on prompt_step to holdfast_app;
grant select, insert on gap_decision to holdfast_app;
grant select on sweep to holdfast_app;
grant select on prompt, prompt_step, sweep to holdfast_jobs;
grant select (id, case_id, gap_since, number, decision, cause, review_on, decided_by, decided_on, session_id) on gap_decision to holdfast_jobs;
