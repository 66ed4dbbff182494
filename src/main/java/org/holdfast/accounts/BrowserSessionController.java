package org.holdfast.accounts;

import static org.holdfast.access.Who.ANYBODY;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.holdfast.access.BrowserSession;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/**
 * What an open page asks about its own browser session, and covering the screen. For anybody, because a page whose
 * session has ended asks too, and is told so.
 */
@Controller
class BrowserSessionController {
    private final BrowserSessions browserSessions;
    private final Clock clock;

    BrowserSessionController(BrowserSessions browserSessions, Clock clock) {
        this.browserSessions = browserSessions;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param viewer  the id of the person who is signed in; null for nobody
     * @param seconds until the session ends
     * @param until   the same as a time of day in words
     * @param forGood whether nothing keeps it longer, because it has lasted ten hours
     * @param covered whether the screen is covered
     */
    @Serdeable
    record Standing(@Nullable String viewer, long seconds, String until, boolean forGood, boolean covered) {
        static final Standing NOBODY = new Standing(null, 0, "", false, false);
    }

    /** Asked with {@code X-Polling} it changes nothing; without, somebody is there, and it counts as use. */
    @WhoMay(ANYBODY)
    @Get("/browser-session")
    Standing show(Viewer viewer) {
        BrowserSession session = viewer.browserSession();
        return session == null || session.settingUp() ? Standing.NOBODY : new Standing(
                viewer.id().toString(), Duration.between(clock.instant(), session.endsAt()).toSeconds(),
                Words.time(session.endsAt().atZone(Today.LONDON).toLocalTime()), session.endsForGood(), session.covered());
    }

    @WhoMay(ANYBODY)
    @Post(value = "/cover", consumes = MediaType.ALL)
    HttpResponse<?> cover(Viewer viewer, HttpRequest<?> request) {
        if (viewer.browserSession() != null) {
            browserSessions.cover(viewer.browserSession());
        }
        return HttpResponse.seeOther(WayBack.through("/confirmation", cameFrom(request)));
    }

    /** The page whose button was pressed; browsers name it to our own site alone. */
    private static URI cameFrom(HttpRequest<?> request) {
        try {
            return URI.create(request.getHeaders().get(HttpHeaders.REFERER, String.class, "/"));
        } catch (IllegalArgumentException noAddress) {
            return URI.create("/");
        }
    }
}
