-- Everything that is held about one person, for the file they make of it themselves. Row-level security hides some of it in
-- daily work, such as the times of their own sign-ins; so this reads past it, and only for the viewer.
--
-- Which rows: own_file_source lists them, $1 being the person. A test finds every reference to a person or to a session that
-- stands neither here nor in its list of what is left out, and why.
create or replace function own_file_source() returns table ("position" integer, title text, table_name text, condition text) language sql immutable as $$
    values
        (1, 'Who you are here', 'person', 'id = $1'),
        (2, 'Your account', 'account', 'person_id = $1'),
        (3, 'Your roles', 'role_held', 'person_id = $1'),
        (4, 'Your teams', 'team_membership', 'person_id = $1'),
        (5, 'Who supervises whom', 'supervision_line', '$1 in (supervisee_id, supervisor_id)'),
        (6, 'When you were away', 'absence', 'person_id = $1'),
        (7, 'The cases you worked on', 'assignment', 'person_id = $1'),
        (8, 'Prompts about your cases', 'prompt', 'person_id = $1'),
        (9, 'What you were told about who supervises whom', 'supervision_change', 'person_id = $1'),
        (10, 'Your supervision sessions', 'session', '$1 in (supervisee_id, supervisor_id)'),
        (11, 'Their dates, and why they moved', 'session_date', 'session_id in (select id from session where $1 in (supervisee_id, supervisor_id))'),
        (12, 'What happened with them', 'session_event', 'session_id in (select id from session where $1 = supervisee_id) or by_id = $1'),
        (13, 'Third persons in a dispute', 'session_third_person', 'session_id in (select id from session where $1 = supervisee_id) or person_id = $1'),
        (14, 'Agendas', 'agenda_item', 'session_id in (select id from session where $1 = supervisee_id) or added_by = $1'),
        (15, 'Preparation you shared', 'shared_preparation', 'person_id = $1'),
        (20, 'Records of your supervision as they stand, drafts included', 'session_record', 'session_id in (select id from session where $1 = supervisee_id)'),
        (21, 'What the records say under each function', 'function_note', 'session_id in (select id from session where $1 = supervisee_id)'),
        (22, 'Case discussions in your supervision', 'case_discussion', 'session_id in (select id from session where $1 = supervisee_id)'),
        (23, 'Case decisions, from your supervision or for you to do', 'decision',
            'owner_id = $1 or discussion_id in (select d.id from case_discussion d join session s on s.id = d.session_id where $1 = s.supervisee_id)'),
        (24, 'Actions, from your supervision or for you to do', 'action', 'owner_id = $1 or session_id in (select id from session where $1 = supervisee_id)'),
        (25, 'How actions ended', 'action_end',
            'action_id in (select a.id from action a join session s on s.id = a.session_id where $1 in (a.owner_id, s.supervisee_id))'),
        (26, 'Sessions to which actions were carried', 'action_carried', 'session_id in (select id from session where $1 = supervisee_id)'),
        (27, 'Versions of your records', 'record_version', 'session_id in (select id from session where $1 = supervisee_id)'),
        (28, 'Addenda', 'addendum', 'session_id in (select id from session where $1 = supervisee_id) or added_by = $1'),
        (29, 'Where two people wrote in one field', 'field_conflict', 'session_id in (select id from session where $1 = supervisee_id) or other_by = $1'),
        (30, 'What you signed in with, and when', 'browser_session', 'person_id = $1'),
        (31, 'Links that were made for you', 'link', 'person_id = $1'),
        (32, 'Your authenticator app', 'second_factor', 'person_id = $1'),
        (33, 'Your recovery codes', 'recovery_code', 'person_id = $1'),
        (34, 'Sign-ins you began', 'begun_sign_in', 'person_id = $1'),
        (35, 'Where you get mail', 'mail_address', 'person_id = $1'),
        (36, 'Mails to you', 'mail', 'person_id = $1'),
        (40, 'Who looked at your record', 'access_log', 'concerns_id = $1'),
        (41, 'What you opened', 'access_log', 'viewer_id = $1'),
        (42, 'Acts that concern you, and your own', 'act', '$1 in (concerns_id, by_id)')
$$;

-- What is left out of every row: secrets and their hashes, and the service's own bookkeeping.
create or replace function own_file_left_out(a_table text) returns text[] language sql stable as $$
    select array['password_hash', 'code_hash', 'user_name_key', 'last_step', 'field_revisions', 'revision', 'transaction_id']
        || array(select attname::text from pg_attribute where attrelid = a_table::regclass and atttypid = 'bytea'::regtype)
$$;

create or replace function reference_in(a_key text, a_value json) returns uuid language sql immutable as $$
    select case when a_key ~ '_(id|by)$' and json_typeof(a_value) = 'string' and a_value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                then (a_value #>> '{}')::uuid end
$$;

-- The rows, in the order of the list and within it as they came about. Ids of people, teams, cases and sessions are
-- written as names, case references and dates, because the file is read by somebody who has no database.
create or replace function own_file() returns table ("position" integer, title text, entry text) language plpgsql stable security definer set search_path = public as $$
declare
    source record;
begin
    for source in select * from own_file_source() s order by s."position" loop
        return query execute format($q$
            select %1$L::integer, %2$L::text, (
                select json_object_agg(e.key, coalesce(to_json(p.name), to_json(c.reference), to_json(d.day), to_json(u.name), to_json(m.name), e.value) order by e.place)::text
                from json_each(json_strip_nulls(row_to_json(t))) with ordinality as e(key, value, place)
                left join person p on p.id = reference_in(e.key, e.value)
                left join child_case c on c.id = reference_in(e.key, e.value)
                left join centre u on u.id = reference_in(e.key, e.value)
                left join team m on m.id = reference_in(e.key, e.value)
                left join lateral (select to_char(x.starts_at at time zone 'Europe/London', 'YYYY-MM-DD') as day from session_date x
                                   where x.session_id = reference_in(e.key, e.value) order by x.number desc limit 1) d on true
                where e.key <> all ($2))
            from %3$I t where %4$s
            order by (select min(e.value #>> '{}') from json_each(row_to_json(t)) e
                      where e.key in ('at', 'set_at', 'started_at', 'recorded_at', 'added_at', 'made_at', 'created_at', 'noticed_at', 'starts_on', 'saved_at')),
                     t::text
            $q$, source."position", source.title, source.table_name, source.condition)
        using viewer_id(), own_file_left_out(source.table_name);
    end loop;
end
$$;
revoke execute on function own_file from public;
grant execute on function own_file to holdfast_app;
