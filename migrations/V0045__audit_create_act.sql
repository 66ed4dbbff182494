-- The trail: what was read stands in access_log, what was done stands here, beside it. One row per act that matters and
-- per security event, in the transaction of the act: who, what, when, why, and what and whom it concerns by id. No content.
-- Rows are added and never changed. The transaction that added a row stands beside it, so that the job which links the
-- trail can tell when nobody can add an earlier one any more.
create table act (
    id              uuid primary key,
    at              timestamptz not null,
    security        boolean not null,
    by_kind         text not null check (by_kind in ('person', 'system', 'nobody', 'job', 'command')),
    by_id           uuid,
    what            text not null check (length(what) between 1 and 100),
    subject_id      uuid,
    concerns_id     uuid references person,
    why             text check (length(why) between 1 and 100),
    transaction_id  xid8 not null default pg_current_xact_id(),
    check ((by_kind in ('person', 'system')) = (by_id is not null))
);
create index act_concerns on act (concerns_id, at);
create index act_by on act (by_id, at);
create index act_security on act (at, id) where security;
create index act_transaction on act (transaction_id, id);
comment on column act.security is 'Security events: administrators read these, because there is no content in them.';
comment on column act.by_id is 'A person, or an API token: kept without a reference, because the trail outlives both.';
comment on column act.subject_id is 'What the act was about: a session, a case, a role, a person. Kept without a reference.';
comment on column act.why is 'The ground in a few fixed words, such as the relationship or the cause; never what somebody typed.';

alter table access_log add column why text check (length(why) between 1 and 200);
alter table access_log add column transaction_id xid8 not null default pg_current_xact_id();
create index access_log_transaction on access_log (transaction_id, id);
comment on column access_log.why is 'The relationships, on that day, of the viewer to the person whom the read concerns.';

alter table act enable row level security;
grant select on act to holdfast_app;
-- which transaction a row belongs to is for the database to say
grant insert (id, at, security, by_kind, by_id, what, subject_id, concerns_id, why) on act to holdfast_app, holdfast_jobs;
revoke insert on access_log from holdfast_app;
grant insert (id, at, viewer_kind, viewer_id, what, subject_id, concerns_id, why) on access_log to holdfast_app;
