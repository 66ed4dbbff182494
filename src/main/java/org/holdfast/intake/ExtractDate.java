package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.holdfast.time.Today;

/**
 * Dates as case systems export them, recognised by their form: year first (ISO) or day first, with or without a time.
 * Read as days in Europe/London; only a time with an offset of its own is moved there. Month first does not exist here,
 * so that no date can be read in two ways.
 */
final class ExtractDate {
    private static final int LENGTH = 10;

    private ExtractDate() {}

    /** The day; null where it is not written in one of these forms or does not exist. */
    static @Nullable LocalDate read(String written) {
        try {
            return written.length() > 4 && isDigits(written, 0, 4) ? yearFirst(written) : dayFirst(written);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable LocalDate yearFirst(String written) {
        if (written.length() < LENGTH || written.charAt(4) != '-' || written.charAt(7) != '-') {
            return null;
        }
        LocalDate day = day(number(written, 0, 4), number(written, 5, 7), number(written, 8, LENGTH));
        String time = written.substring(LENGTH);
        return hasOffset(time) ? inLondon(written) : isTime(time) ? day : null;
    }

    private static boolean hasOffset(String time) {
        return time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
    }

    private static @Nullable LocalDate inLondon(String written) {
        try {
            return OffsetDateTime.parse(written.replaceFirst(" +", "T").replace(" ", ""))
                    .atZoneSameInstant(Today.LONDON).toLocalDate();
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    private static @Nullable LocalDate dayFirst(String written) {
        int first = separator(written, 0);
        int second = first < 0 ? -1 : separator(written, first + 1);
        int end = second + 5;
        if (second < 0 || written.charAt(first) != written.charAt(second) || end > written.length() || !isTime(written.substring(end))) {
            return null;
        }
        return day(number(written, second + 1, end), number(written, first + 1, second), number(written, 0, first));
    }

    /** Where the one or two digits that begin at {@code from} end in / - or a full stop; -1 where they do not. */
    private static int separator(String written, int from) {
        for (int i = from + 1; i <= from + 2 && i < written.length(); i++) {
            if ("/-.".indexOf(written.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Nothing, or a time of day such as 00:00, T14:30:00 or 14:30:00.000. */
    private static boolean isTime(String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        String time = rest.charAt(0) == 'T' || rest.charAt(0) == ' ' ? rest.substring(1).strip() : "";
        return time.matches("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d{1,9})?)?");
    }

    private static LocalDate day(int year, int month, int dayOfMonth) {
        if (year < 1) {
            throw new DateTimeException("There is no such year");
        }
        return LocalDate.of(year, month, dayOfMonth);
    }

    private static int number(String written, int from, int to) {
        if (!isDigits(written, from, to)) {
            throw new DateTimeException("Not a number");
        }
        return Integer.parseInt(written, from, to, 10);
    }

    private static boolean isDigits(String written, int from, int to) {
        return from < to && written.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
