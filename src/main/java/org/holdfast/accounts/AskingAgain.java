package org.holdfast.accounts;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.holdfast.access.BrowserSession;
import org.holdfast.access.StepUp;
import org.holdfast.access.Viewer;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;

/**
 * Whether a signed-in person is asked again who they are before a route goes on: before restricted material
 * ({@link StepUp}), and before anything at all once they have covered the screen.
 */
@Singleton
final class AskingAgain {
    /** For so long a confirmation opens restricted material (product/access.md). */
    static final Duration HOLDS = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Clock clock;

    AskingAgain(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @return the viewer, whose browser session may end sooner now
     * @throws ConfirmationNeeded where the person is asked first
     */
    Viewer before(MethodInvocationContext<?, ?> route, HttpRequest<?> request, Viewer viewer) {
        BrowserSession session = viewer.browserSession();
        if (session == null) {
            return viewer;
        }
        if (session.covered() && !isForAnybody(route)) {
            throw new ConfirmationNeeded();
        }
        return route.hasAnnotation(StepUp.class) ? restricted(request, viewer, session) : viewer;
    }

    /** What is for anybody shows nothing of anybody; the ways out of a covered screen are among it. */
    private static boolean isForAnybody(MethodInvocationContext<?, ?> route) {
        return Arrays.asList(route.enumValues(WhoMay.class, Who.class)).contains(Who.ANYBODY);
    }

    private Viewer restricted(HttpRequest<?> request, Viewer viewer, BrowserSession session) {
        Instant now = clock.instant();
        boolean goesOnWriting = changesSomething(request) && isRecent(session.restrictedAt(), now);
        if (!isRecent(session.confirmedAt(), now) && !goesOnWriting) {
            throw new ConfirmationNeeded();
        }
        if (Door.asksByItself(request)) {
            return viewer;
        }
        Instant endsAt = accounts.useRestrictedMaterial(session.id(), now);
        return viewer.in(new BrowserSession(
                session.id(), session.startedAt(), endsAt, session.confirmedAt(), now, session.covered(), session.settingUp()));
    }

    static boolean changesSomething(HttpRequest<?> request) {
        return request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
    }

    private static boolean isRecent(@Nullable Instant moment, Instant now) {
        return moment != null && moment.plus(HOLDS).isAfter(now);
    }
}
