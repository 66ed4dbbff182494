package org.holdfast.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.holdfast.web.Words;

/**
 * A small picture of one case's contacts over the last 90 days, today on the right: what was seen, what was attempted,
 * what was another contact, and the line beyond which nobody has seen the child for too long. The same in words, which
 * always stand beside it: nothing is said by the picture alone.
 *
 * @param points    oldest first, within the 90 days
 * @param threshold where the line stands, in units of the picture
 * @param days      how many days the line stands for
 * @param words     "Seen 3 times in 90 days, last 12 days ago. 1 attempt."
 */
public record ContactStrip(List<Point> points, int threshold, int days, String words) {
    /** How many days the picture reaches back. */
    public static final int REACH = 90;

    /** Units of the picture: three for each day, and room at both ends for the marks. */
    public static final int WIDTH = 292;

    private static final int MARGIN = 11;
    private static final int PER_DAY = 3;

    /** What a contact was. */
    public enum Kind { SEEN, ATTEMPTED, OTHER }

    /** A contact on its day. */
    public record Mark(LocalDate on, Kind kind) {}

    /** @param x in units of the picture, from the left */
    public record Point(int x, Kind kind) {
        public boolean isSeen() {
            return kind == Kind.SEEN;
        }

        public boolean isAttempted() {
            return kind == Kind.ATTEMPTED;
        }
    }

    /**
     * @param thresholdDays after how many days without seeing the child the line stands, usually 28
     * @param marks         in any order; those older than 90 days or after today are left out
     */
    public static ContactStrip of(LocalDate today, int thresholdDays, List<Mark> marks) {
        List<Mark> recent = marks.stream().filter(mark -> isWithin(today, mark.on())).sorted(Comparator.comparing(Mark::on)).toList();
        List<Point> points = recent.stream().map(mark -> new Point(x(daysAgo(today, mark.on())), mark.kind())).toList();
        return new ContactStrip(points, x(Math.min(thresholdDays, REACH)), thresholdDays, words(today, recent));
    }

    private static boolean isWithin(LocalDate today, LocalDate on) {
        long ago = daysAgo(today, on);
        return ago >= 0 && ago <= REACH;
    }

    private static long daysAgo(LocalDate today, LocalDate on) {
        return ChronoUnit.DAYS.between(on, today);
    }

    private static int x(long daysAgo) {
        return MARGIN + PER_DAY * (int) (REACH - daysAgo);
    }

    private static String words(LocalDate today, List<Mark> recent) {
        return seen(today, of(recent, Kind.SEEN)) + more(of(recent, Kind.ATTEMPTED), "attempt") + more(of(recent, Kind.OTHER), "other contact");
    }

    private static List<Mark> of(List<Mark> marks, Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).toList();
    }

    private static String seen(LocalDate today, List<Mark> seen) {
        if (seen.isEmpty()) {
            return "Not seen in the last " + REACH + " days.";
        }
        String last = Words.distance(seen.getLast().on(), today);
        return "Seen " + Words.count(seen.size(), "time") + " in " + REACH + " days, last " + last + ".";
    }

    private static String more(List<Mark> marks, String what) {
        return marks.isEmpty() ? "" : " " + Words.count(marks.size(), what) + ".";
    }
}
