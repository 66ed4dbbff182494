-- The people whose cards the demonstration's sign-in page shows. Empty in a real installation.
create table demonstration_person (
    person_id    uuid primary key references person,
    position     integer not null,
    what_to_see  text not null check (length(what_to_see) between 1 and 500)
);
alter table demonstration_person enable row level security;
