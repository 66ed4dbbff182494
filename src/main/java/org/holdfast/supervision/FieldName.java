package org.holdfast.supervision;

import java.util.Optional;

/**
 * Names one field of a record in a page and in what it sends.
 *
 * @param partId the row's id, or a function's name
 */
record FieldName(Part part, String partId, RecordField field) {
    /** Empty where it names no field there could be. */
    static Optional<FieldName> of(String name) {
        String[] steps = name.split("_", -1);
        return steps.length == 3 ? of(steps[0], steps[1], steps[2]) : Optional.empty();
    }

    static Optional<FieldName> of(String part, String partId, String field) {
        return Part.of(part).filter(p -> p.isId(partId))
                .flatMap(p -> RecordField.of(p, field).map(f -> new FieldName(p, partId, f)));
    }

    @Override
    public String toString() {
        return part.code + "_" + partId + "_" + field.code();
    }
}
