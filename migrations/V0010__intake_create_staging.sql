-- One extract read row by row into staging, compared with what is held, and then applied in one transaction.
-- Only columns that may be kept are here: nothing of ssd_person beyond the id is ever read.

create table intake (
    id            uuid primary key,
    centre_id     uuid references centre,
    started_by    uuid not null,
    started_kind  text not null check (started_kind in ('person', 'system')),
    started_at    timestamptz not null,
    on_day        date not null,
    outcome       jsonb not null default '{}',
    applied_at    timestamptz
);
create index intake_centre on intake (centre_id);
comment on column intake.centre_id is 'Null where the installation has no centre yet: applying creates one.';
comment on column intake.outcome is 'What would change, as the API answers it.';

create table intake_row (
    intake_id    uuid not null references intake on delete cascade,
    table_name   text not null,
    line         integer not null,
    external_id  text not null,
    person_ref   text,
    worker_ref   text,
    starts_on    date,
    ends_on      date,
    text_1       text,
    text_2       text,
    text_3       text,
    share        numeric(4, 2),
    flag_1       boolean,
    flag_2       boolean,
    unreadable   boolean not null default false,
    verdict      text not null default 'new' check (verdict in ('new', 'changed', 'unchanged', 'rejected')),
    reason       text,
    primary key (intake_id, table_name, line)
);
comment on table intake_row is 'Kept 24 hours after a dry run, removed with the applied intake. What the general columns hold: R__intake.sql.';
comment on column intake_row.line is 'Where the row begins in its file; the header is line 1.';
comment on column intake_row.unreadable is 'The row itself cannot be read, whatever is held: it stays rejected when the intake is checked again.';
comment on column intake_row.reason is 'Why it is rejected, or what changes.';

alter table intake enable row level security;
alter table intake_row enable row level security;
grant select, insert, update on intake to holdfast_app;
grant select, insert on intake_row to holdfast_app;
grant delete on intake to holdfast_app;
