package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Words;

/**
 * One's own account: how and where one signs in, and changing it.
 *
 * @param own    how its person signs in; null for a person of the demonstration, who has no password
 * @param places where its person is signed in, the latest used first
 */
public record AccountPage(Chrome chrome, @Nullable Own own, List<Place> places, Errors errors) {
    /** What is known about the account, and whether an authenticator app is set up. */
    public record Own(String userName, List<Fact> facts, boolean hasSecondFactor) {}

    /**
     * One browser somebody is signed in with.
     *
     * @param browser  what kind, such as "Firefox on Windows"
     * @param since    when they signed in, in words
     * @param lastSeen when it was last used, in words
     * @param isThis   whether it is the one that looks at this page
     * @param ending   where to send the wish to be signed out there
     */
    public record Place(String browser, String since, String lastSeen, boolean isThis, String ending) {}

    static List<Place> places(List<Accounts.OwnBrowserSession> sessions, Viewer viewer, Clock clock) {
        LocalDate today = clock.instant().atZone(Today.LONDON).toLocalDate();
        return sessions.stream().map(session -> new Place(
                session.browser(), moment(session.startedAt(), today), moment(session.lastSeenAt(), today),
                session.sessionId().equals(viewer.browserSession().id()),
                "/account/browser-sessions/" + session.sessionId() + "/ending")).toList();
    }

    private static String moment(Instant instant, LocalDate today) {
        ZonedDateTime moment = instant.atZone(Today.LONDON);
        String time = Words.time(moment.toLocalTime());
        return moment.toLocalDate().equals(today) ? "today at " + time : Words.day(moment.toLocalDate()) + " at " + time;
    }
}
