package org.holdfast.demo;

/**
 * The versions of the records, taken from the records' own tables once those are full: as many rows of {@code content}
 * as there were shares, requested edits and locks, in the form the supervision room reads ({@code RecordContent}).
 */
final class RecordVersions {
    private RecordVersions() {}

    /** Which versions there will be; their content follows. */
    static final String TO_COME = """
        create temporary table record_version_to_come
            (id uuid, session_id uuid, number integer, cause text, made_by uuid, made_at timestamptz) on commit drop""";

    static final String INSERT = """
        insert into record_version (id, session_id, number, cause, content, made_by, made_at)
        select v.id, v.session_id, v.number, v.cause,
               jsonb_build_object(
                   'form', 1, 'session', s.id, 'kind', s.kind, 'supervisee', supervisee.name, 'supervisor', supervisor.name,
                   'header', jsonb_build_object(
                       'heldOn', r.held_on, 'startedAt', r.started_at, 'minutes', r.minutes, 'interrupted', r.interrupted,
                       'place', coalesce(r.place, ''), 'present', coalesce(r.present, ''), 'lens', coalesce(r.lens, '')),
                   'functions', functions.said, 'discussions', discussions.said,
                   'actions', own.said || carried.said, 'itself', coalesce(r.itself, ''), 'agreeing', steps.taken, 'addenda', '[]'::jsonb),
               v.made_by, v.made_at
        from record_version_to_come v
        join session s on s.id = v.session_id
        join session_record r on r.session_id = s.id
        join person supervisee on supervisee.id = s.supervisee_id
        join person supervisor on supervisor.id = s.supervisor_id
        cross join lateral (
            select jsonb_agg(jsonb_build_object(
                'function', f.function, 'discussed', coalesce(n.discussed, false), 'notes', coalesce(n.notes, ''),
                'notCoveredBecause', coalesce(n.not_covered_because, '')) order by f.position) as said
            from (values (1, 'accountability'), (2, 'development'), (3, 'support'), (4, 'mediation')) f (position, function)
            left join function_note n on n.session_id = s.id and n.function = f.function) functions
        cross join lateral (
            select coalesce(jsonb_agg(jsonb_build_object(
                'discussion', d.id, 'caseId', d.case_id, 'reference', c.reference, 'reason', coalesce(d.reason, ''), 'purposes', to_jsonb(d.purposes),
                'seenAndHeard', coalesce(d.seen_and_heard, ''), 'change', coalesce(d.change, ''), 'whatHasChanged', coalesce(d.what_has_changed, ''),
                'hypothesis', coalesce(d.hypothesis, ''), 'otherHypotheses', coalesce(d.other_hypotheses, ''), 'know', coalesce(d.know, ''),
                'infer', coalesce(d.infer, ''), 'doNotKnow', coalesce(d.do_not_know, ''),
                'practitionerShortTerm', coalesce(d.practitioner_short_term, ''), 'practitionerLongerTerm', coalesce(d.practitioner_longer_term, ''),
                'supervisorShortTerm', coalesce(d.supervisor_short_term, ''), 'supervisorLongerTerm', coalesce(d.supervisor_longer_term, ''),
                'engagementStep', d.engagement_step, 'gapDecision', coalesce(d.gap_decision, ''), 'gapCause', coalesce(d.gap_cause, ''),
                'gapReasons', coalesce(d.gap_reasons, ''), 'gapReviewOn', d.gap_review_on, 'nextDiscussionBy', d.next_discussion_by,
                'decisions', (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'decision', x.id, 'what', coalesce(x.what, ''), 'why', coalesce(x.why, ''), 'byWhom', concat_ws('; ', owner.name, x.owner_otherwise),
                        'dueOn', x.due_on, 'safety', x.safety, 'enteredOn', x.entered_on) order by x.id), '[]')
                    from decision x left join person owner on owner.id = x.owner_id where x.discussion_id = d.id)) order by d.position), '[]') as said
            from case_discussion d join child_case c on c.id = d.case_id where d.session_id = s.id) discussions
        cross join lateral (
            select coalesce(jsonb_agg(jsonb_build_object(
                'action', a.id, 'what', a.what, 'who', coalesce(owner.name, ''), 'dueOn', a.due_on, 'forTheService', a.for_the_service, 'carried', 0)
                order by a.id), '[]') as said
            from action a left join person owner on owner.id = a.owner_id where a.session_id = s.id) own
        cross join lateral (
            select coalesce(jsonb_agg(jsonb_build_object(
                'action', a.id, 'what', a.what, 'who', coalesce(owner.name, ''), 'dueOn', a.due_on, 'forTheService', false,
                'carried', (select count(*) from action_carried k where k.action_id = a.id and k.recorded_at <= c.recorded_at)) order by a.id), '[]') as said
            from action_carried c join action a on a.id = c.action_id left join person owner on owner.id = a.owner_id where c.session_id = s.id) carried
        cross join lateral (
            select coalesce(jsonb_agg(jsonb_build_object(
                'state', e.state, 'version', e.version, 'cause', coalesce(e.cause, ''), 'words', coalesce(e.words, ''), 'by', coalesce(p.name, ''),
                'at', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by e.number), '[]') as taken
            from session_event e left join person p on p.id = e.by_id
            where e.session_id = s.id and e.recorded_at <= v.made_at
              and (e.state in ('shared', 'agreed', 'agreed with comment', 'disputed', 'locked') or (e.state = 'drafted' and e.cause is not null))) steps""";
}
