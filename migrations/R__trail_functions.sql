-- In which relationships this viewer stands today to somebody whom a read concerns, in words for that person: beside the
-- read it says why it was allowed. Null for oneself and where nobody is concerned.
create or replace function viewer_relationships(someone uuid, read_about uuid) returns text language plpgsql stable security definer set search_path = public as $$
declare
    viewer uuid := viewer_id();
    today date := viewer_today();
begin
    if someone is null or someone = viewer then
        return null;
    end if;
    return (
        select string_agg(words, ', ' order by place) from (
            select 1 as place, l.kind || ' supervisor' as words from supervision_line l
            where l.supervisee_id = someone and l.supervisor_id = viewer and l.confirmed_at is not null
              and l.starts_on <= today and (l.ends_on is null or l.ends_on > today)
            union select 2, 'supervisee' from supervision_line l
            where l.supervisor_id = someone and l.supervisee_id = viewer and l.confirmed_at is not null
              and l.starts_on <= today and (l.ends_on is null or l.ends_on > today)
            union select 3, r.role from roles_of(viewer, today) r
            where r.role = 'team manager'
              and r.team_id in (select m.team_id from team_membership m
                                where m.person_id = someone and m.starts_on <= today and (m.ends_on is null or m.ends_on > today))
               or r.role = 'service centre manager' and r.centre_id = (select p.centre_id from person p where p.id = someone)
               or r.role in ('regional lead', 'administrator')
            union select 4, 'in the session' from session s
            where s.id = read_about and viewer in (s.supervisee_id, s.supervisor_id)
            union select 5, 'third person of a dispute' from session_third_person t
            where t.session_id = read_about and t.person_id = viewer
            union select 6, 'works on the case' from assignment a
            where a.case_id = read_about and a.person_id = viewer and a.starts_on <= today and (a.ends_on is null or a.ends_on > today)
            union select 7, 'another system' from api_token t where t.id = viewer) found);
end
$$;

-- "Who looked at my record": reads that concern this viewer, made by others, newest first. Reads of one thing by one
-- viewer on one day stand together. The names are read past row-level security, because whoever looked at somebody's
-- record is known to them by that. Days are those of Europe/London.
create or replace function reads_about_viewer(skipping integer, at_most integer)
    returns table (day date, first_at timestamptz, last_at timestamptz, times integer, viewer_name text, viewer_is_system boolean, what text, why text, groups integer)
    language sql stable security definer set search_path = public as $$
    with mine as (
        select (l.at at time zone 'Europe/London')::date as day, l.at, l.viewer_id, l.viewer_kind, l.what, l.subject_id, l.why
        from access_log l where l.concerns_id = viewer_id() and l.viewer_id <> viewer_id()),
    grouped as (
        select m.day, min(m.at) as first_at, max(m.at) as last_at, count(*)::integer as times, m.viewer_id, m.viewer_kind, m.what, m.why
        from mine m group by m.day, m.viewer_id, m.viewer_kind, m.what, m.subject_id, m.why)
    select g.day, g.first_at, g.last_at, g.times, coalesce(p.name, t.label), g.viewer_kind = 'system', g.what, g.why, (count(*) over ())::integer
    from grouped g left join person p on p.id = g.viewer_id left join api_token t on t.id = g.viewer_id
    order by g.last_at desc, g.what, g.viewer_id limit at_most offset skipping;
$$;
revoke execute on function reads_about_viewer from public;
grant execute on function reads_about_viewer to holdfast_app;

-- Whatever gives or takes reach leaves a security event, whoever does it and by whichever way: a page, an extract, a
-- confirmation of a whole list. What the owner of the database does to it, such as loading the demonstration, has no viewer
-- and is not the service's doing.
create or replace function note_reach() returns trigger language plpgsql security definer set search_path = public as $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    viewer uuid := nullif(current_setting('holdfast.viewer', true), '')::uuid;
    what text;
begin
    if viewer is null then
        return null;
    end if;
    what := case
        when tg_op = 'INSERT' then case when new.confirmed_at is null then 'proposed' else 'given' end
        when old.confirmed_at is null and new.confirmed_at is not null then 'confirmed'
        when new.ends_on is distinct from old.ends_on then 'ended'
    end;
    if what is not null then
        insert into act (id, at, security, by_kind, by_id, what, subject_id, concerns_id, why)
        select gen_random_uuid(), now(), true,
               case when viewer = nobody then 'nobody' when viewer_is_system() then 'system' else 'person' end, nullif(viewer, nobody),
               case tg_table_name when 'role_held' then 'role ' else 'supervision line ' end || what, new.id,
               (case tg_table_name when 'role_held' then to_jsonb(new) ->> 'person_id' else to_jsonb(new) ->> 'supervisee_id' end)::uuid,
               case tg_table_name when 'role_held' then to_jsonb(new) ->> 'role' else to_jsonb(new) ->> 'kind' end;
    end if;
    return null;
end
$$;
create or replace trigger role_held_noted after insert or update on role_held for each row execute function note_reach();
create or replace trigger supervision_line_noted after insert or update on supervision_line for each row execute function note_reach();
