package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import java.util.UUID;

/**
 * One group of fields of a record, as it stands.
 *
 * @param id        the row's id, or a function's name
 * @param position  the order among its kind
 * @param caseId    for a case discussion and its decisions
 * @param reference the case's reference, or null where there is no case
 * @param within    the case discussion a decision belongs to, or null
 * @param kept      what stands in each field, in its kept form
 * @param saved     when and by whom each field was last saved; a field nobody saved is missing
 */
record DraftPart(
        Part part, String id, int position, @Nullable UUID caseId, @Nullable String reference, @Nullable String within,
        Map<RecordField, String> kept, Map<RecordField, Saved> saved) {

    /** The record's revision with which a field was saved, and who saved it. */
    record Saved(int revision, UUID by) {
        static final Saved NEVER = new Saved(0, new UUID(0, 0));
    }

    String kept(RecordField field) {
        return kept.getOrDefault(field, "");
    }

    boolean isTicked(RecordField field) {
        return kept(field).equals("yes");
    }

    Saved saved(RecordField field) {
        return saved.getOrDefault(field, Saved.NEVER);
    }

    boolean isBlank() {
        return kept.values().stream().allMatch(String::isEmpty);
    }
}
