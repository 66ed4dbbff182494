-- One row per restricted read, in the transaction of the read: who looked at what, and whom it concerns. No content.
create table access_log (
    id           uuid primary key,
    at           timestamptz not null,
    viewer_kind  text not null check (viewer_kind in ('person', 'system')),
    viewer_id    uuid not null,
    what         text not null check (length(what) between 1 and 100),
    subject_id   uuid not null,
    concerns_id  uuid references person
);
create index access_log_concerns on access_log (concerns_id, at);
create index access_log_viewer on access_log (viewer_id, at);
comment on column access_log.viewer_id is 'A person, or an API token: kept without a reference, because the log outlives both.';
comment on column access_log.concerns_id is 'The person who may see this row in "who looked at my record"; null where the read concerns nobody in particular.';

alter table access_log enable row level security;
grant select, insert on access_log to holdfast_app;
