package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row as it goes into staging; which field holds what for which table stands at the top of {@code R__intake.sql}.
 *
 * @param line       where it begins in its file; the header is line 1
 * @param unreadable why it cannot be read at all, or null
 */
record ExtractRow(
        int line, String id, @Nullable String person, @Nullable String worker, @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn, @Nullable String text1, @Nullable String text2, @Nullable String text3,
        @Nullable BigDecimal share, @Nullable Boolean flag1, @Nullable Boolean flag2, @Nullable String unreadable) {

    static ExtractRow professional(
            String name, @Nullable String jobTitle, @Nullable String department, @Nullable BigDecimal share) {
        return new ExtractRow(0, "", null, null, null, null, name, jobTitle, department, share, null, null, null);
    }

    static ExtractRow involvement(
            String person, String worker, String role, LocalDate startsOn, @Nullable LocalDate endsOn) {
        return new ExtractRow(0, "", person, worker, startsOn, endsOn, role, null, null, null, null, null, null);
    }

    static ExtractRow visit(String person, LocalDate day, boolean seen, @Nullable Boolean seenAlone) {
        return new ExtractRow(0, "", person, null, day, null, null, null, null, null, seen, seenAlone, null);
    }

    static ExtractRow missing(
            String person, LocalDate startsOn, @Nullable LocalDate endsOn, String kind, @Nullable Boolean offered,
            @Nullable Boolean accepted) {
        return new ExtractRow(0, "", person, null, startsOn, endsOn, kind, null, null, null, offered, accepted, null);
    }

    static ExtractRow child() {
        return new ExtractRow(0, "", null, null, null, null, null, null, null, null, null, null, null);
    }

    static ExtractRow unreadable(int line, String id, String why) {
        return new ExtractRow(line, id, null, null, null, null, null, null, null, null, null, null, why);
    }

    ExtractRow at(int itsLine, String itsId) {
        return new ExtractRow(
                itsLine, itsId, person, worker, startsOn, endsOn, text1, text2, text3, share, flag1, flag2, unreadable);
    }
}
