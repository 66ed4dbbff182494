package org.holdfast.supervision;

import java.util.List;
import java.util.Optional;

/**
 * A record as it stands while it is written.
 *
 * @param revision counts the saves of the whole record; each field knows with which it was last saved
 * @param parts    all groups of fields, in the order of the record
 */
record Draft(int revision, List<DraftPart> parts) {
    DraftPart record() {
        return of(Part.RECORD).getFirst();
    }

    DraftPart function(FunctionOfSupervision function) {
        return find(Part.FUNCTION, function.code).orElseThrow();
    }

    List<DraftPart> discussions() {
        return of(Part.DISCUSSION);
    }

    List<DraftPart> actions() {
        return of(Part.ACTION);
    }

    List<DraftPart> decisionsOf(DraftPart discussion) {
        return of(Part.DECISION).stream().filter(decision -> discussion.id().equals(decision.within())).toList();
    }

    Optional<DraftPart> find(Part part, String id) {
        return of(part).stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private List<DraftPart> of(Part part) {
        return parts.stream().filter(p -> p.part() == part).toList();
    }
}
