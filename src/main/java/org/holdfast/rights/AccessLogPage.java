package org.holdfast.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.time.Today;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;
import org.holdfast.web.Paging;
import org.holdfast.web.Words;

/** Who looked at the viewer's record, day by day. */
public record AccessLogPage(Chrome chrome, List<Link> where, String whoCanSee, List<Day> days, Paging paging) {
    /** How many lines a page holds. */
    static final int PER_PAGE = 40;

    /** One day, the newest first. */
    public record Day(String heading, List<Row> rows) {}

    /**
     * One viewer and one thing.
     *
     * @param what what was read, such as "Supervision record"
     * @param who  by whom
     * @param as   under which relationship
     * @param when at what time, or how often and from when to when
     */
    public record Row(String what, String who, String as, String when) {}

    static AccessLogPage of(Chrome chrome, List<TrailReadings.Read> reads, int page) {
        List<Day> days = reads.stream().map(TrailReadings.Read::day).distinct()
                .map(day -> new Day(Words.weekday(day), reads.stream().filter(read -> read.day().equals(day)).map(AccessLogPage::row).toList()))
                .toList();
        return new AccessLogPage(
                chrome, List.of(Link.to("Home", "/"), Link.here("Who looked at your record")), "Only you", days,
                Paging.of(page, reads.isEmpty() ? 0 : reads.getFirst().groups(), PER_PAGE, "/access-log"));
    }

    private static Row row(TrailReadings.Read read) {
        String who = read.viewerName() == null ? "Somebody who is not listed any more" : read.viewerName();
        return new Row(Words.sentence(read.what()), who, as(read), when(read));
    }

    private static String as(TrailReadings.Read read) {
        return read.why() == null ? "The relationship was not noted" : "As " + read.why();
    }

    private static String when(TrailReadings.Read read) {
        String first = time(read.firstAt());
        String last = time(read.lastAt());
        return read.times() == 1 ? "at " + first
                : first.equals(last) ? Words.number(read.times()) + " times at " + first
                : Words.number(read.times()) + " times from " + first + " to " + last;
    }

    private static String time(Instant at) {
        return Words.time(at.atZone(Today.LONDON).toLocalTime());
    }
}
