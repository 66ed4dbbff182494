package org.holdfast.demo;

/** The versions of a record, made from its own tables once those are full. */
final class RecordVersions {
    private RecordVersions() {}

    /** Which versions there will be; their content follows. */
    static final String TO_COME = """
        create temporary table record_version_to_come
            (id uuid, session_id uuid, number integer, cause text, made_by uuid, made_at timestamptz) on commit drop""";

    static final String INSERT = """
        insert into record_version (id, session_id, number, cause, content, made_by, made_at)
        select v.id, v.session_id, v.number, v.cause, '{}', v.made_by, v.made_at from record_version_to_come v""";
}
