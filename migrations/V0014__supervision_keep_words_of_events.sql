-- A step of a session is seen by everybody who sees its dates; what was said with it only by who may read the record.
-- The service therefore reads words through session_event_words() alone.
revoke select on session_event from holdfast_app;
grant select (id, session_id, number, state, version, cause, by_id, on_day, recorded_at) on session_event to holdfast_app;
