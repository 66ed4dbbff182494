package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import org.holdfast.web.Errors;
import org.holdfast.web.Words;

/** A day on which something already happened to an open case: not ahead, and not before the case was opened. */
final class PastDay {
    private PastDay() {}

    /** @return that day; where it cannot be, a sentence is added to the errors */
    static @Nullable LocalDate check(String field, @Nullable LocalDate day, Cases.Case found, LocalDate today, Errors errors) {
        if (day != null && day.isAfter(today)) {
            errors.add(field, "Choose today or a day before it");
        } else if (day != null && found.openedOn() != null && day.isBefore(found.openedOn())) {
            errors.add(field, "This case was opened on " + Words.day(found.openedOn()) + ". Choose that day or a later one");
        }
        return day;
    }
}
