package org.holdfast.caseload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.holdfast.caseload.ContactStrip.Kind;
import org.holdfast.caseload.ContactStrip.Mark;
import org.holdfast.caseload.ContactStrip.Point;
import org.junit.jupiter.api.Test;

class ContactStripTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Mark ago(int days, Kind kind) {
        return new Mark(TODAY.minusDays(days), kind);
    }

    @Test
    void thePictureSaysTheSameInWords() {
        ContactStrip strip = ContactStrip.of(TODAY, 28, List.of(
                ago(12, Kind.SEEN), ago(40, Kind.SEEN), ago(3, Kind.ATTEMPTED), ago(2, Kind.ATTEMPTED), ago(1, Kind.OTHER)));
        assertEquals("Seen 2 times in 90 days, last 12 days ago. 2 attempts. 1 other contact.", strip.words());
    }

    @Test
    void nobodySeenIsSaidPlainly() {
        assertEquals("Not seen in the last 90 days.", ContactStrip.of(TODAY, 28, List.of(ago(91, Kind.SEEN))).words());
    }

    @Test
    void todayStandsOnTheRightAndNinetyDaysAgoOnTheLeft() {
        ContactStrip strip = ContactStrip.of(TODAY, 28, List.of(ago(0, Kind.SEEN), ago(90, Kind.OTHER), ago(-1, Kind.SEEN)));
        assertEquals(List.of(new Point(11, Kind.OTHER), new Point(281, Kind.SEEN)), strip.points());
        assertEquals(197, strip.threshold());
    }

    @Property
    void everyPointLiesWithinThePictureInTheOrderOfItsDays(@ForAll @Size(max = 40) List<@IntRange(min = -5, max = 200) Integer> days) {
        List<Point> points = ContactStrip.of(TODAY, 28, days.stream().map(day -> ago(day, Kind.SEEN)).toList()).points();
        assertTrue(points.stream().allMatch(point -> point.x() >= 6 && point.x() <= ContactStrip.WIDTH - 6));
        assertEquals(points.stream().map(Point::x).sorted().toList(), points.stream().map(Point::x).toList());
        assertEquals(days.stream().filter(day -> day >= 0 && day <= 90).count(), points.size());
    }
}
