package org.holdfast.rights;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.time.Today;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;
import org.holdfast.web.Paging;
import org.holdfast.web.Words;

/** What happened to accounts and to what gives reach, newest first, without content. */
public record SecurityEventsPage(Chrome chrome, List<Link> where, String whoCanSee, List<Row> rows, Paging paging) {
    /** How many lines a page holds. */
    static final int PER_PAGE = 50;

    /** One event. */
    public record Row(String when, String what, String by, @Nullable String about) {}

    static SecurityEventsPage of(Chrome chrome, List<TrailReadings.Event> events, int page) {
        return new SecurityEventsPage(
                chrome, List.of(Link.to("Home", "/"), Link.here("Security events")), "Administrators. There is nothing here of what people wrote",
                events.stream().map(SecurityEventsPage::row).toList(),
                Paging.of(page, events.isEmpty() ? 0 : events.getFirst().events(), PER_PAGE, "/security-events"));
    }

    private static Row row(TrailReadings.Event event) {
        return new Row(
                Words.moment(event.at().atZone(Today.LONDON)),
                Words.sentence(event.what()) + (event.why() == null ? "" : " (" + event.why() + ")"), by(event), event.concernsName());
    }

    private static String by(TrailReadings.Event event) {
        return switch (event.byKind()) {
            case "person" -> event.byName() == null ? "Somebody who is not listed any more" : event.byName();
            case "system" -> "Another system";
            case "job" -> "By itself";
            case "command" -> "On the machine";
            default -> "Nobody signed in";
        };
    }
}
