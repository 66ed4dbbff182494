-- Who works where, in which role, supervised by whom: all of it dated, because reach follows what is true today.
-- Three roles use the schema: holdfast_app (the service), holdfast_jobs (Quartz) and holdfast_destroy (retention only).
-- Every table with personal content has row-level security; the policies stand in R__access_policies.sql.

create table centre (
    id                uuid primary key,
    name              text not null check (length(btrim(name)) between 1 and 200),
    closed_on         date,
    next_case_number  integer not null default 1 check (next_case_number > 0)
);
comment on column centre.next_case_number is 'The number of the next case reference, YP-0001 onwards.';

create table team (
    id         uuid primary key,
    centre_id  uuid not null references centre,
    name       text not null check (length(btrim(name)) between 1 and 200),
    closed_on  date,
    unique (centre_id, name)
);

create table intake_source (
    id          uuid primary key,
    centre_id   uuid not null references centre,
    table_name  text not null check (length(table_name) between 1 and 100),
    unique (centre_id, table_name)
);
comment on table intake_source is 'Where imported ids come from: they are unique per centre and extract table.';

create table person (
    id                  uuid primary key,
    centre_id           uuid references centre,
    name                text not null check (length(btrim(name)) between 1 and 200),
    job_title           text check (length(job_title) <= 200),
    started_on          date,
    left_on             date check (left_on >= started_on),
    full_time_share     numeric(4, 2) check (full_time_share >= 0 and full_time_share <= 2),
    newly_qualified     boolean not null default false,
    work_experience_note text check (length(work_experience_note) <= 500),
    intake_source_id    uuid references intake_source,
    external_reference  text check (length(external_reference) <= 100),
    unique (intake_source_id, external_reference)
);
create index person_centre on person (centre_id);
comment on column person.centre_id is 'Null for regional leads and for administrators of the whole installation.';

create table team_membership (
    id         uuid primary key,
    team_id    uuid not null references team,
    person_id  uuid not null references person,
    starts_on  date not null,
    ends_on    date check (ends_on >= starts_on)
);
create index team_membership_team on team_membership (team_id);
create index team_membership_person on team_membership (person_id);

create table role_held (
    id            uuid primary key,
    person_id     uuid not null references person,
    role          text not null check (role in ('practitioner', 'team manager', 'service centre manager', 'regional lead', 'administrator')),
    centre_id     uuid references centre,
    team_id       uuid references team,
    starts_on     date not null,
    ends_on       date check (ends_on >= starts_on),
    proposed_by   uuid references person,
    confirmed_by  uuid references person,
    confirmed_at  timestamptz,
    check (role <> 'team manager' or team_id is not null),
    check (role <> 'service centre manager' or centre_id is not null)
);
create index role_held_person on role_held (person_id);
create index role_held_team on role_held (team_id);
create index role_held_centre on role_held (centre_id);
create index role_held_proposed_by on role_held (proposed_by);
create index role_held_confirmed_by on role_held (confirmed_by);
comment on column role_held.confirmed_at is 'A role that gives reach counts only once confirmed. Practitioner and administrator are confirmed as they are given.';

create table supervision_line (
    id             uuid primary key,
    supervisee_id  uuid not null references person,
    supervisor_id  uuid not null references person,
    kind           text not null check (kind in ('line', 'practice', 'cover')),
    starts_on      date not null,
    ends_on        date check (ends_on >= starts_on),
    proposed_by    uuid references person,
    confirmed_by   uuid references person,
    confirmed_at   timestamptz,
    check (supervisee_id <> supervisor_id),
    check (kind <> 'cover' or (ends_on is not null and ends_on <= starts_on + 42))
);
create index supervision_line_supervisee on supervision_line (supervisee_id);
create index supervision_line_supervisor on supervision_line (supervisor_id);
create index supervision_line_proposed_by on supervision_line (proposed_by);
create index supervision_line_confirmed_by on supervision_line (confirmed_by);

create table absence (
    id           uuid primary key,
    person_id    uuid not null references person,
    kind         text not null check (kind in ('leave', 'sickness', 'training', 'other')),
    starts_on    date not null,
    ends_on      date check (ends_on >= starts_on),
    recorded_by  uuid references person,
    recorded_at  timestamptz not null
);
create index absence_person on absence (person_id, starts_on);
create index absence_recorded_by on absence (recorded_by);
comment on column absence.ends_on is 'The last day away; null while it is not known.';

alter table centre enable row level security;
alter table team enable row level security;
alter table intake_source enable row level security;
alter table person enable row level security;
alter table team_membership enable row level security;
alter table role_held enable row level security;
alter table supervision_line enable row level security;
alter table absence enable row level security;

grant usage on schema public to holdfast_app, holdfast_jobs, holdfast_destroy;
grant select, insert on centre, team, intake_source, person, team_membership, role_held, supervision_line, absence to holdfast_app;
grant update (name, closed_on) on centre, team to holdfast_app;
grant update (name, job_title, started_on, left_on, full_time_share, newly_qualified, centre_id, work_experience_note) on person to holdfast_app;
grant update (ends_on) on team_membership, absence to holdfast_app;
grant update (ends_on, confirmed_by, confirmed_at) on role_held, supervision_line to holdfast_app;
grant select on centre, team, person, team_membership, role_held, supervision_line, absence to holdfast_jobs;
