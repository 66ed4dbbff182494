package org.holdfast.accounts;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.BrowserSession;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;

/**
 * The sessions of the browser: held in PostgreSQL, found by the hash of a random token, ended by lying idle, after 10
 * hours, or by signing out. The limits stand in {@code browser_session_ends_at}.
 */
@Singleton
final class BrowserSessions {
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;
    private final boolean overTls;
    private final String cookieName;

    BrowserSessions(Accounts accounts, Ids ids, Clock clock, @Nullable @Value("${holdfast.public-origin:}") String origin) {
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
        this.overTls = origin != null && origin.startsWith("https:");
        // browsers take a cookie with this prefix from this very host alone, over TLS, for every path
        this.cookieName = overTls ? "__Host-holdfast" : "holdfast";
    }

    /** The token a browser sent, if any. */
    Optional<Secret> sentWith(HttpRequest<?> request) {
        return request.getCookies().findCookie(cookieName).map(Cookie::getValue).map(Secret::new);
    }

    /** Starts a session for that person and gives the cookie that opens it. A session the browser had before ends. */
    Cookie start(UUID person, Viewer before) {
        end(before);
        Secret secret = Secret.fresh();
        String browser = ServerRequestContext.currentRequest().map(BrowserKind::of).orElse(BrowserKind.UNKNOWN);
        accounts.startBrowserSession(ids.next(), secret.hash(), person, clock.instant(), browser);
        return cookie(secret.text());
    }

    /** The viewer has said again who they are: the same session goes on under a new token, whose cookie this is. */
    Cookie confirm(BrowserSession session) {
        Secret secret = Secret.fresh();
        accounts.confirmBrowserSession(session.id(), secret.hash(), clock.instant());
        return cookie(secret.text());
    }

    /** Nothing is shown in it until its person has confirmed. */
    void cover(BrowserSession session) {
        accounts.coverBrowserSession(session.id(), clock.instant());
    }

    /** Ends the session this viewer came with; the cookie that takes itself away. */
    Cookie end(Viewer viewer) {
        if (viewer.browserSession() != null) {
            accounts.endBrowserSession(viewer.browserSession().id(), clock.instant());
        }
        return cookie("").maxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.of(cookieName, value).path("/").httpOnly(true).secure(overTls).sameSite(SameSite.Lax);
    }
}
