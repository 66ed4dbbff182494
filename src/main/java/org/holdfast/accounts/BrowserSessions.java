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
    private final String begunName;

    BrowserSessions(Accounts accounts, Ids ids, Clock clock, @Nullable @Value("${holdfast.public-origin:}") String origin) {
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
        this.overTls = origin != null && origin.startsWith("https:");
        // browsers take a cookie with this prefix from this very host alone, over TLS, for every path
        this.cookieName = overTls ? "__Host-holdfast" : "holdfast";
        this.begunName = cookieName + "-sign-in";
    }

    /** The token a browser sent, if any. */
    Optional<Secret> sentWith(HttpRequest<?> request) {
        return request.getCookies().findCookie(cookieName).map(Cookie::getValue).map(Secret::new);
    }

    /** What a browser brings that has given the right password and not yet the code, if anything. */
    Optional<Secret> begunWith(HttpRequest<?> request) {
        return request.getCookies().findCookie(begunName).map(Cookie::getValue).map(Secret::new);
    }

    /** The cookie that opens the question for the code, and nothing else. */
    Cookie begun(Secret begun) {
        return cookie(begunName, begun.text());
    }

    /** The cookie that takes {@link #begun} away. */
    Cookie noLongerBegun() {
        return cookie(begunName, "").maxAge(0);
    }

    /** Starts a session for that person and gives the cookie that opens it. A session the browser had before ends. */
    Cookie start(UUID person, Viewer before) {
        return start(person, before, false);
    }

    /** Starts a session that may do nothing but set up a second factor; see {@link WhileSettingUp}. */
    Cookie startToSetUp(UUID person, Viewer before) {
        return start(person, before, true);
    }

    private Cookie start(UUID person, Viewer before, boolean toSetUp) {
        end(before);
        Secret secret = Secret.fresh();
        String browser = ServerRequestContext.currentRequest().map(BrowserKind::of).orElse(BrowserKind.UNKNOWN);
        accounts.startBrowserSession(ids.next(), secret.hash(), person, clock.instant(), browser, toSetUp);
        return cookie(cookieName, secret.text());
    }

    /** The viewer has said again who they are: the same session goes on under a new token, whose cookie this is. */
    Cookie confirm(BrowserSession session) {
        Secret secret = Secret.fresh();
        accounts.confirmBrowserSession(session.id(), secret.hash(), clock.instant());
        return cookie(cookieName, secret.text());
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
        return cookie(cookieName, "").maxAge(0);
    }

    private Cookie cookie(String name, String value) {
        return Cookie.of(name, value).path("/").httpOnly(true).secure(overTls).sameSite(SameSite.Lax);
    }
}
