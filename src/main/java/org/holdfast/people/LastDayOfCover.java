package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import org.holdfast.web.Errors;
import org.holdfast.web.Words;
import org.holdfast.web.WrittenDate;

/** Reads until when somebody covers: at most 42 days, the first one counted (access rules: practice kinds of relationship). */
final class LastDayOfCover {
    private static final int MOST_DAYS = 42;

    private LastDayOfCover() {}

    /** The day after the last one, on which the cover no longer counts; null, with a sentence added, where it cannot be so. */
    static @Nullable LocalDate end(String field, @Nullable String typed, LocalDate today, Errors errors) {
        LocalDate last = errors.read(field, WrittenDate.read(typed, today));
        LocalDate latest = today.plusDays(MOST_DAYS - 1);
        if (last == null) {
            return null;
        }
        if (last.isBefore(today) || last.isAfter(latest)) {
            errors.add(field, "Choose a last day from today to " + Words.day(latest) + ", within the next " + MOST_DAYS + " days");
        }
        return last.plusDays(1);
    }
}
