package org.holdfast.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    private static final Kind[] KINDS = Kind.values();

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
        return of(thresholdDays, recent.stream().mapToInt(mark -> (int) daysAgo(today, mark.on())).toArray(),
                recent.stream().map(Mark::kind).toArray(Kind[]::new), today);
    }

    /** From contacts read by the database: oldest first, days ago times four plus the kind's place in {@link Kind}. */
    static ContactStrip of(LocalDate today, int thresholdDays, Integer[] marks) {
        int[] daysAgo = new int[marks.length];
        Kind[] kinds = new Kind[marks.length];
        for (int i = 0; i < marks.length; i++) {
            daysAgo[i] = marks[i] / 4;
            kinds[i] = KINDS[marks[i] % 4];
        }
        return of(thresholdDays, daysAgo, kinds, today);
    }

    private static ContactStrip of(int thresholdDays, int[] daysAgo, Kind[] kinds, LocalDate today) {
        List<Point> points = new ArrayList<>(kinds.length);
        int[] counts = new int[KINDS.length];
        int lastSeenAgo = -1;
        for (int i = 0; i < kinds.length; i++) {
            points.add(new Point(x(daysAgo[i]), kinds[i]));
            counts[kinds[i].ordinal()]++;
            lastSeenAgo = kinds[i] == Kind.SEEN ? daysAgo[i] : lastSeenAgo;
        }
        String words = seen(counts[0], lastSeenAgo, today) + more(counts[1], "attempt") + more(counts[2], "other contact");
        return new ContactStrip(points, x(Math.min(thresholdDays, REACH)), thresholdDays, words);
    }

    private static boolean isWithin(LocalDate today, LocalDate on) {
        long ago = daysAgo(today, on);
        return ago >= 0 && ago <= REACH;
    }

    private static long daysAgo(LocalDate today, LocalDate on) {
        return ChronoUnit.DAYS.between(on, today);
    }

    private static int x(int daysAgo) {
        return MARGIN + PER_DAY * (REACH - daysAgo);
    }

    private static String seen(int times, int lastAgo, LocalDate today) {
        return times == 0
                ? "Not seen in the last " + REACH + " days."
                : "Seen " + Words.count(times, "time") + " in " + REACH + " days, last " + Words.distance(today.minusDays(lastAgo), today) + ".";
    }

    private static String more(int count, String what) {
        return count == 0 ? "" : " " + Words.count(count, what) + ".";
    }
}
