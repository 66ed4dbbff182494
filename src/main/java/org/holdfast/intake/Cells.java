package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of one row by the name of their column. The first cell that cannot be read says why; the row is then
 * rejected, and what the other cells gave no longer matters.
 */
final class Cells {
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal LARGEST_SHARE = new BigDecimal(2);

    private final CSVRecord row;
    private final Map<String, Integer> positions;
    private @Nullable String problem;

    Cells(CSVRecord row, Map<String, Integer> positions) {
        this.row = row;
        this.positions = positions;
    }

    /** Why the row cannot be read, without repeating what stands in it; null where it can. */
    @Nullable String problem() {
        return problem;
    }

    private void problem(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    /** {@code NULL} as text and an empty cell are nothing. */
    @Nullable String text(String column) {
        Integer position = positions.get(column);
        String written = position == null ? "" : row.get(position).strip();
        if (written.isEmpty() || written.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (written.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD')) {
            problem(column + " holds characters that cannot be read");
        } else if (written.length() > LONGEST_TEXT) {
            problem(column + " is longer than " + LONGEST_TEXT + " characters");
        }
        return written;
    }

    String requiredText(String column) {
        String written = text(column);
        if (written == null) {
            problem(column + " is empty");
            return "";
        }
        return written;
    }

    /** An id of another row, or of this one. */
    String reference(String column) {
        String written = requiredText(column);
        if (written.length() > LONGEST_REFERENCE) {
            problem(column + " is longer than " + LONGEST_REFERENCE + " characters");
        }
        return written;
    }

    /** "Sólyom, Viktor" is shown as Viktor Sólyom. */
    String workerName(String column) {
        String written = requiredText(column);
        int comma = written.indexOf(',');
        return comma < 0 ? written : (written.substring(comma + 1).strip() + " " + written.substring(0, comma).strip()).strip();
    }

    @Nullable LocalDate day(String column) {
        String written = text(column);
        LocalDate day = written == null ? null : ExtractDate.read(written);
        if (written != null && day == null) {
            problem(column + " is not a date such as 2026-11-21 or 21/11/2026");
        }
        return day;
    }

    LocalDate requiredDay(String column) {
        LocalDate day = day(column);
        if (day == null) {
            problem(column + " is empty");
            return LocalDate.EPOCH;
        }
        return day;
    }

    /** Y is yes, N is no; anything else says nothing. */
    @Nullable Boolean yes(String column) {
        String written = text(column);
        return switch (written == null ? "" : written.toUpperCase(Locale.ROOT)) {
            case "Y", "YES" -> Boolean.TRUE;
            case "N", "NO" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Only a Y is a child seen. */
    ExtractRow visit(String person, String day, String seen, String seenAlone) {
        return ExtractRow.visit(reference(person), requiredDay(day), Boolean.TRUE.equals(yes(seen)), yes(seenAlone));
    }

    /** The SSDA903 return's distinction: M missing, A away from placement without authorisation. */
    String episodeKind(String column) {
        return switch (requiredText(column).toUpperCase(Locale.ROOT)) {
            case "M", "MISSING" -> "missing";
            case "A", "AWAY", "ABSENT" -> "away";
            default -> {
                problem(column + " is neither M nor A");
                yield "";
            }
        };
    }

    /** Full-time equivalent, 1 being full time. */
    @Nullable BigDecimal share(String column) {
        String written = text(column);
        if (written == null) {
            return null;
        }
        try {
            BigDecimal share = new BigDecimal(written).setScale(2, RoundingMode.HALF_UP);
            if (share.signum() >= 0 && share.compareTo(LARGEST_SHARE) <= 0) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        problem(column + " is not a number from 0 to 2");
        return null;
    }
}
