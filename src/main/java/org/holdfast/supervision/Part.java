package org.holdfast.supervision;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a record consists of: groups of fields that are saved field by field, each group one row. */
enum Part {
    RECORD("record", "session_record", "session_id = cast(? as uuid) and session_id = ?"),
    FUNCTION("function", "function_note", "function = ? and session_id = ?"),
    DISCUSSION("discussion", "case_discussion", "id = cast(? as uuid) and session_id = ? and removed_at is null"),
    DECISION("decision", "decision", """
            id = cast(? as uuid) and removed_at is null and exists (
                select from case_discussion d where d.id = discussion_id and d.session_id = ? and d.removed_at is null)"""),
    ACTION("action", "action", "id = cast(? as uuid) and session_id = ? and removed_at is null"),
    /** How the work affects the worker. Its id is the session's; {@link RestrictedTexts} keeps it, sealed. */
    RESTRICTED("restricted"),
    /** What one case does to the worker. Its id is the case discussion's; {@link RestrictedTexts} keeps it, sealed. */
    IMPACT("impact");

    /** As written in the database and in pages. */
    final String code;
    final Sheet sheet;
    /** Null where it is sealed, as is {@link #where}. */
    final String table;
    /** Finds the row by its id and the session's, in that order. */
    final String where;

    Part(String code, String table, String where) {
        this(code, Sheet.RECORD, table, where);
    }

    Part(String code) {
        this(code, Sheet.RESTRICTED, null, null);
    }

    Part(String code, Sheet sheet, String table, String where) {
        this.code = code;
        this.sheet = sheet;
        this.table = table;
        this.where = where;
    }

    /** Whether every place that holds a word of it holds it sealed. */
    boolean isSealed() {
        return sheet == Sheet.RESTRICTED;
    }

    static Optional<Part> of(String code) {
        for (Part part : values()) {
            if (part.code.equals(code)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Whether that could be the id of such a group; what is not, names nothing. */
    boolean isId(String id) {
        return this == FUNCTION ? FunctionOfSupervision.CODES.contains(id) : isUuid(id);
    }

    private static boolean isUuid(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Parts that are added and removed while the record is written. */
    boolean comesAndGoes() {
        return Set.of(DISCUSSION, DECISION, ACTION).contains(this);
    }
}
