-- Where somebody gets mail, and the mails that wait to be sent. A mail is a row without its words and without a link: both
-- are made when it is sent, so that nothing here opens anything, and a link's half hour begins when it leaves.
create table mail_address (
    person_id  uuid primary key references person,
    address    text not null check (length(address) between 3 and 254),
    set_by     uuid not null references person,
    set_at     timestamptz not null
);
create unique index mail_address_address on mail_address (lower(address));
create index mail_address_set_by on mail_address (set_by);

create table mail (
    id           uuid primary key,
    kind         text not null check (kind in (
        'link', 'link asked', 'account made', 'account locked', 'account unlocked', 'password changed', 'second factor set up',
        'second factor taken away', 'recovery code used', 'recovery codes renewed', 'mail address changed')),
    -- null where a link was asked for under a name: whose that is is found out when it is sent, not while somebody waits
    person_id    uuid references person,
    -- the name or address typed; emptied once it is dealt with
    asked_under  text check (length(asked_under) <= 300),
    -- where it goes if not to the person's present address
    to_address   text,
    asked_by     uuid references person,
    asked_at     timestamptz not null,
    tries        integer not null default 0,
    next_try_at  timestamptz,
    sent_at      timestamptz,
    check ((kind = 'link asked') = (person_id is null))
);
create index mail_person on mail (person_id);
create index mail_asked_by on mail (asked_by);
create index mail_due on mail (next_try_at) where next_try_at is not null;
comment on column mail.next_try_at is 'null once it is sent, or given up after three days';

alter table mail_address enable row level security;
alter table mail enable row level security;
