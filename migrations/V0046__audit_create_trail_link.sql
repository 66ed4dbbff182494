-- The trail as one list, and the links that make it tamper-evident. Requests add rows unlinked, so that nobody waits for
-- anybody; one job appends a link for each row that is older than the oldest running transaction. A link is a keyed hash of
-- the link before and of the row, and the key is not in the database (ops/decisions/0015).
create view trail with (security_invoker = true) as
    select 'read' as kind, id, at, false as security, viewer_kind as by_kind, viewer_id as by_id, what, subject_id, concerns_id, why, transaction_id
    from access_log
    union all
    select 'act', id, at, security, by_kind, by_id, what, subject_id, concerns_id, why, transaction_id
    from act;

create table trail_link (
    sequence        bigint primary key check (sequence > 0),
    row_id          uuid not null unique,
    transaction_id  xid8 not null,
    linked_at       timestamptz not null,
    mac             bytea not null check (length(mac) = 32)
);
create index trail_link_linked_at on trail_link (linked_at, sequence);
comment on table trail_link is 'One link for each row of access_log and act, without a foreign key: a row that is gone must show.';
comment on column trail_link.mac is 'HMAC-SHA256, under the chain key, of the link before, the sequence and the row.';

alter table trail_link enable row level security;
grant select on access_log, act, trail to holdfast_jobs;
grant select, insert on trail_link to holdfast_jobs;
