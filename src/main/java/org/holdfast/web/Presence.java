package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.time.Clock;
import java.time.Duration;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;

/**
 * What a page knows about the browser session it was made in.
 *
 * @param viewer  the id of the person it is for
 * @param seconds until the session ends if nothing is opened or saved any more
 * @param until   the same as a time of day in words, such as "11:00"
 */
public record Presence(String viewer, long seconds, String until) {
    /** @return null where nobody is signed in with a browser */
    public static @Nullable Presence of(Viewer viewer, Clock clock) {
        return viewer.browserSession() == null ? null : new Presence(
                viewer.id().toString(), Duration.between(clock.instant(), viewer.browserSession().endsAt()).toSeconds(),
                Words.time(viewer.browserSession().endsAt().atZone(Today.LONDON).toLocalTime()));
    }
}
