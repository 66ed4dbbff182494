-- Monday to Friday without the bank holidays of England and Wales: the n-th working day after a day; with a person, the
-- n-th on which that person was at work. Null where there is none for two years, as in an absence without an end.
create or replace function working_day_after(from_day date, n integer, at_work uuid default null) returns date
    language sql stable as $$
    select d from (select cast(s as date) as d from generate_series(from_day + 1, from_day + 731, interval '1 day') s) days
    where extract(isodow from d) < 6
      and not exists (select from bank_holiday b where b.on_day = d)
      and not exists (select from absence a where a.person_id = at_work and a.starts_on <= d and (a.ends_on is null or a.ends_on >= d))
    order by d offset n - 1 limit 1;
$$;

-- How a record that waits ends if nobody does anything, and from which day on it has: a dispute after 20 working days
-- with both texts standing; one that was shared after 20 working days of the supervisee at work, or once the supervisee
-- has left.
create or replace function record_own_end(a_session uuid) returns table (cause text, from_day date)
    language sql stable as $$
    select case when e.state = 'disputed' then 'both standing' when left_from is not null then 'left before agreeing' else 'not answered' end,
           case when e.state = 'shared' and left_from is not null then greatest(left_from, e.on_day + 1)
                else working_day_after(e.on_day, 20, case when e.state = 'shared' then s.supervisee_id end) + 1 end
    from session s
    cross join lateral (select x.state, x.on_day from session_event x where x.session_id = s.id order by x.number desc limit 1) e
    left join lateral (select p.left_on + 1 as left_from from person p where p.id = s.supervisee_id) gone on true
    where s.id = a_session and e.state in ('shared', 'disputed');
$$;
