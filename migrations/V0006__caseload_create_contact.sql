-- Dealings with the child. No narrative. Nothing is edited: a wrong contact is struck out with a reason and stays visible.

create table contact (
    id                  uuid primary key,
    case_id             uuid not null references child_case,
    on_day              date not null,
    person_id           uuid references person,
    with_whom           text not null check (with_whom in ('child', 'carer', 'professional')),
    mode                text not null check (mode in ('in person', 'accompanied appointment', 'video', 'phone', 'text or message', 'card or letter', 'outreach encounter', 'group', 'attempted', 'did not attend', 'cancelled by service', 'visit')),
    seen                boolean not null,
    seen_alone          boolean,
    minutes             integer check (minutes between 0 and 1440),
    out_of_hours        boolean not null default false,
    crisis              boolean not null default false,
    hard_event          text check (hard_event in ('hostility', 'suicidal distress', 'court', 'police operation', 'crisis out of hours', 'a death')),
    recorded_by         uuid references person,
    recorded_at         timestamptz not null,
    intake_source_id    uuid references intake_source,
    external_reference  text check (length(external_reference) <= 100),
    revision            integer not null default 1 check (revision > 0),
    unique (intake_source_id, external_reference, revision),
    check (not seen or with_whom = 'child')
);
create index contact_case on contact (case_id, on_day desc);
create index contact_seen on contact (case_id, on_day desc) where seen;
create index contact_person on contact (person_id);
create index contact_recorded_by on contact (recorded_by);
comment on column contact.seen is 'The child was physically met by somebody assigned to the case; judged by the mode when logged, or by the extract''s own field.';
comment on column contact.mode is 'visit: imported, where the extract does not say how.';

create table contact_strike (
    contact_id   uuid primary key references contact,
    reason       text not null check (length(btrim(reason)) between 1 and 500),
    struck_by    uuid references person,
    struck_at    timestamptz not null
);
create index contact_strike_struck_by on contact_strike (struck_by);

create table contact_plan (
    id           uuid primary key,
    case_id      uuid not null references child_case,
    number       integer not null check (number > 0),
    step         text not null check (step in ('near daily', 'weekly', 'fortnightly', 'monthly', 'six-weekly', 'twice a year', 'paused with the door open')),
    why          text not null check (length(btrim(why)) between 1 and 2000),
    review_on    date not null,
    proposed_by  uuid not null references person,
    proposed_on  date not null,
    recorded_at  timestamptz not null,
    unique (case_id, number)
);
create index contact_plan_proposed_by on contact_plan (proposed_by);

create table contact_plan_agreement (
    plan_id      uuid primary key references contact_plan,
    agreed_by    uuid not null references person,
    agreed_on    date not null,
    recorded_at  timestamptz not null
);
create index contact_plan_agreement_agreed_by on contact_plan_agreement (agreed_by);

create table winding_down (
    id           uuid primary key,
    case_id      uuid not null references child_case,
    number       integer not null check (number > 0),
    ends_on      date not null,
    recorded_on  date not null,
    recorded_by  uuid references person,
    recorded_at  timestamptz not null,
    unique (case_id, number),
    check (ends_on >= recorded_on and ends_on <= recorded_on + 84)
);
create index winding_down_recorded_by on winding_down (recorded_by);

create table contact_gap_setting (
    id            uuid primary key,
    centre_id     uuid references centre,
    service_type  text,
    limit_days    integer not null check (limit_days between 1 and 365),
    notice_days   integer not null check (notice_days between 1 and 365),
    from_on       date not null,
    set_by        uuid references person,
    set_at        timestamptz not null,
    check (notice_days <= limit_days)
);
create index contact_gap_setting_centre on contact_gap_setting (centre_id);
create index contact_gap_setting_set_by on contact_gap_setting (set_by);
comment on table contact_gap_setting is 'The organisational requirement that a child is seen, dated. The most specific one in force applies: centre and service type, centre, service type, everywhere.';
insert into contact_gap_setting (id, limit_days, notice_days, from_on, set_at)
values ('01900000-0000-7000-8000-000000000001', 28, 21, '2000-01-01', '2000-01-01T00:00:00Z');

-- What is known of a case right now, kept from its history by triggers (R__case_standing.sql), so that a caseload
-- page and a sweep over every case read one row a case. The service cannot write it.
-- It is what the history says on any day from stands_from on; for an earlier day the history itself is asked.
create table case_standing (
    case_id              uuid primary key references child_case,
    opening_id           uuid references case_opening,
    opened_on            date,
    is_open              boolean not null default false,
    stands_from          date,
    centre_id            uuid not null references centre,
    worker_id            uuid references person,
    clock_starts_on      date,
    last_seen_on         date,
    missing_since        date,
    stage                text not null default 'referred',
    stage_since          date,
    service_type         text not null default 'not stated',
    need                 text not null default 'not yet clear',
    statutory_plan       text not null default 'unknown',
    short_term_risk      text not null default 'not yet clear',
    medium_to_long_risk  text not null default 'not yet clear',
    plan_id              uuid references contact_plan,
    plan_step            text,
    plan_review_on       date,
    plan_agreed_on       date,
    winding_down_until   date
);
create index case_standing_opening on case_standing (opening_id);
create index case_standing_plan on case_standing (plan_id);
create index case_standing_centre on case_standing (centre_id);
create index case_standing_worker on case_standing (worker_id);
comment on column case_standing.stands_from is 'The latest day written anywhere in the case''s history, which may lie ahead.';
comment on column case_standing.worker_id is 'The young person''s worker.';

alter table contact enable row level security;
alter table contact_strike enable row level security;
alter table contact_plan enable row level security;
alter table contact_plan_agreement enable row level security;
alter table winding_down enable row level security;
alter table case_standing enable row level security;

grant select, insert on contact, contact_strike, contact_plan, contact_plan_agreement, winding_down, contact_gap_setting to holdfast_app;
grant select on case_standing to holdfast_app;
grant select on contact, contact_plan_agreement, winding_down, contact_gap_setting, case_standing to holdfast_jobs;
grant select (contact_id, struck_at) on contact_strike to holdfast_jobs;
grant select (id, case_id, number, step, review_on, proposed_by, proposed_on) on contact_plan to holdfast_jobs;
