-- What a browser session has lately been used for, which decides how long it may lie idle and what it is asked again.
alter table browser_session
    add column confirmed_at      timestamptz,
    add column restricted_at     timestamptz,
    add column in_session_until  timestamptz,
    add column covered_at        timestamptz,
    add column browser           text not null default 'A browser' check (length(browser) between 1 and 100);

comment on column browser_session.confirmed_at is 'when its person last said again that it is them; null: when they signed in';
comment on column browser_session.restricted_at is 'when restricted material was last opened or written';
comment on column browser_session.in_session_until is 'the planned end, and 30 minutes, of the supervision session whose record page was opened';
comment on column browser_session.covered_at is 'the screen is covered: nothing is shown until its person has confirmed';

-- they answer more now, and are made anew with R__browser_session_functions.sql
drop function if exists enter_with_browser_session(bytea, timestamptz, date, boolean);
drop function if exists start_browser_session(uuid, bytea, uuid, timestamptz);
drop function if exists end_browser_session(uuid, timestamptz);
