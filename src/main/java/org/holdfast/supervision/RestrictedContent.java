package org.holdfast.supervision;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * The restricted part of a record at one moment, as a version keeps it, sealed.
 *
 * @param form      of this very type, so that later ones can read it
 * @param wellbeing how the work affects the worker
 * @param impacts   the emotional impact of the cases discussed, as far as anything was written
 */
@Serdeable
record RestrictedContent(int form, String wellbeing, List<Impact> impacts) {
    static final int FORM = 1;

    /** @param reference the case's, as it was then */
    @Serdeable
    record Impact(UUID discussion, String reference, String words) {}

    static RestrictedContent of(Draft draft) {
        List<Impact> impacts = draft.parts().stream()
                .filter(part -> part.part() == Part.IMPACT && !part.isBlank())
                .map(part -> new Impact(UUID.fromString(part.id()), part.reference() == null ? "" : part.reference(), part.kept(RecordField.EMOTIONAL_IMPACT)))
                .toList();
        String wellbeing = draft.parts().stream().filter(part -> part.part() == Part.RESTRICTED)
                .map(part -> part.kept(RecordField.WELLBEING)).findFirst().orElse("");
        return new RestrictedContent(FORM, wellbeing, impacts);
    }

    boolean isEmpty() {
        return wellbeing.isEmpty() && impacts.isEmpty();
    }
}
