-- Tells both people of a supervision line that it has begun or ended, whoever did it and by whatever way.
create or replace function supervision_line_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into supervision_change (id, person_id, line_id, what, on_day)
    select new_id(clock_timestamp()), who.id, n.id, change.what, change.on_day
    from now_so n join before_so b on b.id = n.id
    cross join lateral (
        select 'begun' as what, greatest(n.starts_on, coalesce(cast(nullif(current_setting('holdfast.today', true), '') as date), n.starts_on)) as on_day
        where b.confirmed_at is null and n.confirmed_at is not null
        union all
        select 'ended', n.ends_on where b.confirmed_at is not null and n.ends_on is not null and n.ends_on is distinct from b.ends_on) change
    cross join lateral (values (n.supervisee_id), (n.supervisor_id)) who(id)
    on conflict do nothing;
    return null;
end
$$;
create or replace trigger tells_of_change after update on supervision_line
    referencing old table as before_so new table as now_so for each statement execute function supervision_line_changed();

-- One or two people at a time, over the whole organisation; a proposal counts as well.
create or replace function appointed_at_most_twice() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if new.role in ('safeguarding lead', 'data-protection lead') then
        perform pg_advisory_xact_lock(hashtext('holdfast appointment ' || new.role));
        if (select count(*) from role_held r where r.role = new.role and r.id <> new.id
            and (r.ends_on is null or r.ends_on > new.starts_on) and (new.ends_on is null or new.ends_on > r.starts_on)) >= 2 then
            raise exception 'two people are appointed already' using errcode = 'check_violation';
        end if;
    end if;
    return new;
end
$$;
create or replace trigger at_most_two before insert on role_held for each row execute function appointed_at_most_twice();
