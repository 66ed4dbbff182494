-- Row-level security, room by room: the matrix of who may see and do what, said by the database a second time.
-- Whatever no policy allows is refused. Where a table has several policies for one command, one of them passing is enough,
-- for what is there (using) and for what is written (with check) separately: so each check says all that must hold.
do $$
declare p record;
begin
    for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
        execute format('drop policy %I on %I', p.policyname, p.tablename);
    end loop;
end $$;

-- ---------------------------------------------------------------- people
-- centres and teams: names that stand on many pages; written by an administrator
create policy centre_read on centre for select to holdfast_app using (
    (select viewer_is_system()) or (select viewer_is_administrator())
    or id in (select p.centre_id from person p where p.id = viewer_id()) or id in (select viewer_centre()));
create policy centre_write on centre for insert to holdfast_app with check ((select viewer_is_administrator()));
create policy centre_change on centre for update to holdfast_app using ((select viewer_is_administrator()));
create policy team_read on team for select to holdfast_app using (
    (select viewer_is_system()) or (select viewer_is_administrator())
    or centre_id in (select p.centre_id from person p where p.id = viewer_id()) or centre_id in (select viewer_centre()));
create policy team_write on team for insert to holdfast_app with check ((select viewer_is_administrator()));
create policy team_change on team for update to holdfast_app using ((select viewer_is_administrator()));
create policy intake_source_read on intake_source for select to holdfast_app using ((select viewer_is_administrator()) or (select viewer_is_system()));

create policy person_self on person for select to holdfast_app using (id = viewer_id());
create policy person_known on person for select to holdfast_app using (
    (select viewer_is_administrator()) or (select viewer_is_system()) or id in (select viewer_works_with()) or id in (select viewer_knows()));
create policy person_write on person for insert to holdfast_app with check ((select viewer_is_administrator()));
create policy person_change on person for update to holdfast_app using ((select viewer_is_administrator()));

create policy team_membership_read on team_membership for select to holdfast_app using (
    person_id = viewer_id() or (select viewer_is_administrator()) or person_id in (select viewer_dates_of()));
create policy team_membership_write on team_membership for insert to holdfast_app with check ((select viewer_is_administrator()));
create policy team_membership_change on team_membership for update to holdfast_app using ((select viewer_is_administrator()));

create policy role_held_read on role_held for select to holdfast_app using (
    person_id = viewer_id() or (select viewer_is_administrator()) or person_id in (select viewer_works_with()) or person_id in (select viewer_knows()));
-- an administrator proposes what gives reach; only practitioner and administrator are confirmed as they are given
create policy role_held_write on role_held for insert to holdfast_app with check (
    (select viewer_is_administrator()) and proposed_by = viewer_id()
    and (confirmed_at is null or role in ('practitioner', 'administrator')));
create policy role_held_end on role_held for update to holdfast_app using ((select viewer_is_administrator()));

create policy supervision_line_read on supervision_line for select to holdfast_app using (
    supervisee_id = viewer_id() or supervisor_id = viewer_id() or (select viewer_is_administrator())
    or supervisee_id in (select viewer_dates_of()));
create policy supervision_line_write on supervision_line for insert to holdfast_app with check (
    (select viewer_is_administrator()) and proposed_by = viewer_id() and confirmed_at is null);
create policy supervision_line_end on supervision_line for update to holdfast_app using (
    (select viewer_is_administrator()) or (kind = 'cover' and viewer_covers_for(supervisee_id)));
create policy supervision_change_read on supervision_change for select to holdfast_app using (person_id = viewer_id());
create policy supervision_change_note on supervision_change for update to holdfast_app using (person_id = viewer_id());

create policy absence_read on absence for select to holdfast_app using (
    person_id = viewer_id() or (select viewer_is_administrator())
    or person_id in (select viewer_supervisee()) or person_id in (select viewer_team_person()));
create policy absence_write on absence for insert to holdfast_app with check (
    recorded_by = viewer_id() and (person_id = viewer_id() or (select viewer_is_administrator())
    or person_id in (select viewer_line_supervisee()) or person_id in (select viewer_team_person())));
create policy absence_change on absence for update to holdfast_app using (
    person_id = viewer_id() or (select viewer_is_administrator())
    or person_id in (select viewer_line_supervisee()) or person_id in (select viewer_team_person()));

-- ---------------------------------------------------------------- audit
create policy access_log_write on access_log for insert to holdfast_app with check (access_log.viewer_id = viewer_id());
create policy access_log_read on access_log for select to holdfast_app using (
    concerns_id = viewer_id() or (access_log.viewer_id = viewer_id() and viewer_kind = 'person'));
-- nobody writes an act in somebody else's name; administrators read security events, which hold no content
create policy act_write on act for insert to holdfast_app with check (
    by_id is not distinct from nullif(viewer_id(), '00000000-0000-0000-0000-000000000000')
    and by_kind = case when by_id is null then 'nobody' when (select viewer_is_system()) then 'system' else 'person' end);
create policy act_read on act for select to holdfast_app using (
    concerns_id = viewer_id() or by_id = viewer_id() or (security and (select viewer_is_administrator())));
create policy trail_link_add on trail_link for insert to holdfast_jobs with check (true);
create policy act_of_job on act for insert to holdfast_jobs with check (by_kind = 'job');

-- ---------------------------------------------------------------- caseload
-- a case and everything dated about it is read by whoever reaches the case, and by a system with the scope to read;
-- written by those who reach it with every word about it
do $$
declare t text;
begin
    execute 'create policy child_case_read on child_case for select to holdfast_app using ((select viewer_has_scope(''read'')) or id in (select viewer_open_case()) or id in (select viewer_case()))';
    foreach t in array array['case_opening', 'assignment', 'case_history', 'risk_judgement', 'missing_episode', 'contact',
                             'contact_plan', 'winding_down', 'case_standing', 'gap_decision'] loop
        execute format('create policy %I on %I for select to holdfast_app using ((select viewer_has_scope(''read'')) or case_id in (select viewer_open_case()) or case_id in (select viewer_case()))', t || '_read', t);
    end loop;
end $$;
create policy child_case_team on child_case for update to holdfast_app using (id in (select viewer_case_in_full()) and exists (select viewer_team()));
create policy case_closure_read on case_closure for select to holdfast_app using (
    exists (select from case_opening o where o.id = opening_id));
create policy assignment_write on assignment for insert to holdfast_app with check (
    case_id in (select viewer_case_in_full()) and person_id in (select viewer_team_person()) and exists (select viewer_team()));
create policy assignment_end on assignment for update to holdfast_app using (
    case_id in (select viewer_case_in_full()) and exists (select viewer_team()));
create policy case_history_write on case_history for insert to holdfast_app with check (
    recorded_by = viewer_id() and case_id in (select viewer_case_in_full()));
create policy risk_judgement_write on risk_judgement for insert to holdfast_app with check (
    judged_by = viewer_id() and case_id in (select viewer_case_in_full()));
create policy missing_episode_write on missing_episode for insert to holdfast_app with check (case_id in (select viewer_case_in_full()));
create policy missing_episode_change on missing_episode for update to holdfast_app using (case_id in (select viewer_case_in_full()));
create policy contact_write on contact for insert to holdfast_app with check (
    recorded_by = viewer_id() and case_id in (select viewer_case_in_full()) and intake_source_id is null and on_day <= viewer_today());
create policy contact_strike_read on contact_strike for select to holdfast_app using (
    exists (select from contact c where c.id = contact_id));
create policy contact_strike_write on contact_strike for insert to holdfast_app with check (
    struck_by = viewer_id() and exists (select from contact c where c.id = contact_id and c.case_id in (select viewer_case_in_full())));
create policy contact_plan_write on contact_plan for insert to holdfast_app with check (
    proposed_by = viewer_id() and case_id in (select viewer_case_in_full()));
create policy contact_plan_agreement_read on contact_plan_agreement for select to holdfast_app using (
    exists (select from contact_plan p where p.id = plan_id));
-- nobody agrees their own plan, and only the supervisor of the case agrees one
create policy contact_plan_agreement_write on contact_plan_agreement for insert to holdfast_app with check (
    agreed_by = viewer_id() and not (select viewer_is_administrator())
    and exists (select from contact_plan p where p.id = plan_id and p.proposed_by <> viewer_id()
                and viewer_id() in (select supervisor_of_case(p.case_id, viewer_today()))));
create policy winding_down_write on winding_down for insert to holdfast_app with check (
    recorded_by = viewer_id() and case_id in (select viewer_case_in_full()));

-- ---------------------------------------------------------------- prompts
-- a centre manager reads what was escalated, which no prompt is yet
create policy prompt_read on prompt for select to holdfast_app using (
    case when (select exists (select viewer_centre())) then case_id in (select viewer_case_in_full())
         else case_id in (select viewer_open_case()) or case_id in (select viewer_case()) end
    or (case_id is null and person_id in (select viewer_work_of())));
create policy prompt_step_read on prompt_step for select to holdfast_app using (
    exists (select from prompt p where p.id = prompt_id));
-- nobody decides about their own case
create policy prompt_step_write on prompt_step for insert to holdfast_app with check (
    by_id = viewer_id() and what in ('decided', 'put off') and not (select viewer_is_administrator()) and exists (select from prompt p where p.id = prompt_id
        and viewer_id() in (select decides_about_gap(p.case_id, viewer_today()))));
create policy gap_decision_write on gap_decision for insert to holdfast_app with check (
    decided_by = viewer_id() and not (select viewer_is_administrator()) and viewer_id() in (select decides_about_gap(case_id, viewer_today())));

-- ---------------------------------------------------------------- supervision
-- may_see_session, said over sets: asked row by row it took a millisecond for every session there is
create policy session_read on session for select to holdfast_app using (
    not (select viewer_is_administrator())
    and (supervisee_id = viewer_id() or supervisor_id = viewer_id()
         or supervisee_id in (select viewer_dates_of()) or id in (select viewer_settles())));
create policy session_write on session for insert to holdfast_app with check (
    created_by = viewer_id() and viewer_id() in (supervisee_id, supervisor_id)
    and exists (select from supervision_line l where l.supervisee_id = session.supervisee_id and l.supervisor_id = session.supervisor_id
                and l.confirmed_at is not null and l.starts_on <= viewer_today() and (l.ends_on is null or l.ends_on > viewer_today())));
create policy session_date_read on session_date for select to holdfast_app using (exists (select from session s where s.id = session_id));
create policy session_date_write on session_date for insert to holdfast_app with check (set_by = viewer_id() and is_in_session(session_id));
-- what was written with an answer belongs to the record, the reason of a cancellation to the dates
create policy session_event_read on session_event for select to holdfast_app using (
    exists (select from session s where s.id = session_id) and (words is null or state = 'cancelled' or may_read_record(session_id)));
create policy session_event_write on session_event for insert to holdfast_app with check (
    by_id = viewer_id() and (is_in_session(session_id) or session_id in (select viewer_settles())));
create policy session_third_person_read on session_third_person for select to holdfast_app using (
    (person_id = viewer_id() and session_id in (select viewer_settles())) or is_in_session(session_id));
create policy session_third_person_write on session_third_person for insert to holdfast_app with check (
    named_by = viewer_id() and is_in_session(session_id));
create policy shared_preparation_own on shared_preparation for all to holdfast_app
    using (person_id = viewer_id() and is_in_session(session_id)) with check (person_id = viewer_id() and is_in_session(session_id));
create policy shared_preparation_other on shared_preparation for select to holdfast_app using (is_in_session(session_id));
create policy private_preparation_own on private_preparation for all to holdfast_app
    using (person_id = viewer_id() and not (select viewer_is_administrator()))
    with check (person_id = viewer_id() and is_in_session(session_id)
                and exists (select from session s where s.id = session_id and s.supervisee_id = viewer_id()));
create policy agenda_item_two on agenda_item for all to holdfast_app using (is_in_session(session_id)) with check (is_in_session(session_id));

-- a draft: the two people; what is locked: whoever may read the record
do $$
declare t text;
begin
    foreach t in array array['session_record', 'function_note', 'case_discussion', 'action'] loop
        execute format('create policy %I on %I for select to holdfast_app using (may_read_record(session_id))', t || '_read', t);
        execute format('create policy %I on %I for insert to holdfast_app with check (is_in_session(session_id) and session_state(session_id) in (''planned'', ''held'', ''drafted''))', t || '_write', t);
        execute format('create policy %I on %I for update to holdfast_app using (is_in_session(session_id) and session_state(session_id) in (''planned'', ''held'', ''drafted''))', t || '_change', t);
    end loop;
end $$;
-- decisions follow the case: live for everybody who reaches it
create policy decision_read on decision for select to holdfast_app using (
    case_id in (select viewer_open_case()) or case_id in (select viewer_case())
    or exists (select from case_discussion d where d.id = discussion_id));
create policy decision_write on decision for insert to holdfast_app with check (
    exists (select from case_discussion d where d.id = discussion_id and d.case_id = decision.case_id and is_in_session(d.session_id)
            and session_state(d.session_id) in ('planned', 'held', 'drafted')));
create policy decision_change on decision for update to holdfast_app using (
    exists (select from case_discussion d where d.id = discussion_id and is_in_session(d.session_id)
            and session_state(d.session_id) in ('planned', 'held', 'drafted')));
create policy action_end_read on action_end for select to holdfast_app using (exists (select from action a where a.id = action_id));
create policy action_end_write on action_end for insert to holdfast_app with check (
    ended_by = viewer_id() and exists (select from action a where a.id = action_id and is_in_session(a.session_id)));
create policy action_carried_read on action_carried for select to holdfast_app using (exists (select from action a where a.id = action_id));
create policy action_carried_write on action_carried for insert to holdfast_app with check (is_in_session(session_id));
create policy saved_once_two on saved_once for select to holdfast_app using (is_in_session(session_id));
create policy saved_once_write on saved_once for insert to holdfast_app with check (saved_by = viewer_id() and is_in_session(session_id));
create policy field_conflict_two on field_conflict for select to holdfast_app using (is_in_session(session_id));
create policy field_conflict_write on field_conflict for insert to holdfast_app with check (is_in_session(session_id) and other_by = viewer_id());
create policy field_conflict_choice_read on field_conflict_choice for select to holdfast_app using (exists (select from field_conflict f where f.id = conflict_id));
create policy field_conflict_choice_write on field_conflict_choice for insert to holdfast_app with check (
    chosen_by = viewer_id() and exists (select from field_conflict f where f.id = conflict_id));
create policy record_version_read on record_version for select to holdfast_app using (may_read_record(session_id));
create policy record_version_write on record_version for insert to holdfast_app with check (made_by = viewer_id() and (is_in_session(session_id) or session_id in (select viewer_settles())));
-- the restricted part: the two who were present, in sessions of two
create policy restricted_text_read on restricted_text for select to holdfast_app using (is_in_session(session_id));
create policy restricted_text_write on restricted_text for insert to holdfast_app with check (
    saved_by = viewer_id() and is_in_session(session_id) and has_restricted_part(session_id)
    and session_state(session_id) in ('held', 'drafted'));
create policy restricted_text_change on restricted_text for update to holdfast_app
    using (is_in_session(session_id) and session_state(session_id) in ('held', 'drafted')) with check (saved_by = viewer_id());
create policy restricted_version_read on restricted_version for select to holdfast_app using (is_in_session(session_id));
create policy restricted_version_write on restricted_version for insert to holdfast_app with check (
    is_in_session(session_id) and has_restricted_part(session_id)
    and exists (select from record_version v where v.session_id = restricted_version.session_id and v.number = restricted_version.number
                and v.made_by = viewer_id()));
create policy addendum_read on addendum for select to holdfast_app using (may_read_record(session_id));
create policy addendum_write on addendum for insert to holdfast_app with check (
    added_by = viewer_id() and is_in_session(session_id) and session_state(session_id) = 'locked');
create policy report_request_read on report_request for select to holdfast_app using (kind = 'supervision record' and may_read_record(subject_id));
create policy report_request_write on report_request for insert to holdfast_app with check (kind = 'supervision record' and may_read_record(subject_id));
create policy stored_report_read on stored_report for select to holdfast_app using (exists (select from report_request r where r.id = request_id));
create policy report_attempt_read on report_attempt for select to holdfast_app using (exists (select from report_request r where r.id = request_id));

-- ---------------------------------------------------------------- sealing
-- Who reads what is sealed also reads the key it is sealed by, and nobody else does.
create policy owner_key_read on owner_key for select to holdfast_app using (
    case kind when 'person' then person_id = viewer_id() and not (select viewer_is_administrator())
              when 'account' then person_id = viewer_id()
              when 'session' then is_in_session(session_id)
              else may_read_record(session_id) end);
create policy owner_key_make on owner_key for insert to holdfast_app with check (
    case kind when 'person' then person_id = viewer_id() and not (select viewer_is_administrator())
              when 'account' then person_id = viewer_id()
              when 'session' then is_in_session(session_id)
              else false end);

-- ---------------------------------------------------------------- intake
create policy intake_own on intake for all to holdfast_app using (
    started_by = viewer_id() and ((select viewer_is_administrator()) or (select viewer_has_scope('intake'))))
    with check (started_by = viewer_id() and ((select viewer_is_administrator()) or (select viewer_has_scope('intake'))));
create policy intake_row_own on intake_row for all to holdfast_app
    using (intake_id in (select i.id from intake i)) with check (intake_id in (select i.id from intake i));

-- ---------------------------------------------------------------- jobs
-- Quartz reads what rules and reports need; its column privileges leave out what nobody but people may read.
do $$
declare t text;
begin
    foreach t in array array['centre', 'team', 'person', 'team_membership', 'role_held', 'supervision_line', 'absence', 'child_case',
                             'case_opening', 'case_closure', 'assignment', 'case_history', 'risk_judgement', 'missing_episode', 'contact',
                             'contact_strike', 'contact_plan', 'contact_plan_agreement', 'winding_down', 'case_standing', 'prompt',
                             'prompt_step', 'gap_decision', 'session', 'session_date', 'session_event', 'session_third_person',
                             'record_version', 'addendum', 'report_request', 'stored_report', 'report_attempt', 'access_log', 'act',
                             'trail_link'] loop
        execute format('create policy %I on %I for select to holdfast_jobs using (true)', t || '_jobs', t);
    end loop;
end $$;
create policy stored_report_make on stored_report for insert to holdfast_jobs with check (true);
create policy stored_report_before_renew on stored_report_before for all to holdfast_jobs using (true);
create policy owner_key_documents on owner_key for select to holdfast_jobs using (kind = 'documents');
create policy owner_key_documents_make on owner_key for insert to holdfast_jobs with check (kind = 'documents');
create policy report_attempt_make on report_attempt for insert to holdfast_jobs with check (true);
create policy session_event_lock on session_event for insert to holdfast_jobs with check (
    by_id is null and state = 'locked' and cause in ('both standing', 'not answered', 'left before agreeing'));
create policy record_version_lock on record_version for insert to holdfast_jobs with check (made_by is null and cause = 'locked');
create policy report_request_make on report_request for insert to holdfast_jobs with check (requested_by is null and kind = 'supervision record');
