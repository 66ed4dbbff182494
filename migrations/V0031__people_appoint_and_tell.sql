-- Appointments are roles of the whole organisation: a safeguarding lead and a data-protection lead, one or two people each
-- and without any other reach, and auditors, each with a purpose and an end.
alter table role_held drop constraint role_held_role_check;
alter table role_held add constraint role_held_role_check check (role in (
    'practitioner', 'team manager', 'service centre manager', 'regional lead', 'administrator',
    'safeguarding lead', 'data-protection lead', 'auditor'));
alter table role_held add column purpose text check (length(btrim(purpose)) between 1 and 200);
alter table role_held add constraint role_held_auditor_check check (
    (role = 'auditor') = (purpose is not null)
    and (role <> 'auditor' or (ends_on is not null and ends_on <= starts_on + 92)));
comment on column role_held.purpose is 'What an auditor is appointed for; nobody else has one.';

-- What gives reach is confirmed through confirm_roles and confirm_lines alone, so that nobody writes somebody else's name.
revoke update (confirmed_by, confirmed_at) on role_held, supervision_line from holdfast_app;

-- A supervision line that begins or ends is told to both people on their home pages until they say that they have read it.
create table supervision_change (
    id         uuid primary key,
    person_id  uuid not null references person,
    line_id    uuid not null references supervision_line,
    what       text not null check (what in ('begun', 'ended')),
    on_day     date not null,
    read_at    timestamptz,
    unique (line_id, person_id, what)
);
create index supervision_change_person on supervision_change (person_id) where read_at is null;
comment on table supervision_change is 'Written by the database itself whenever a line is confirmed or ended (R__supervision_changes.sql).';

alter table supervision_change enable row level security;
grant select on supervision_change to holdfast_app;
grant update (read_at) on supervision_change to holdfast_app;
