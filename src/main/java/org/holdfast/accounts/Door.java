package org.holdfast.accounts;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.MutableArgumentValue;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.access.BrowserSession;
import org.holdfast.access.Role;
import org.holdfast.access.SignInNeeded;
import org.holdfast.access.Viewer;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;
import org.holdfast.time.Today;
import org.holdfast.web.CallerAddress;
import org.holdfast.web.Missing;
import org.holdfast.web.RequestRates;
import org.holdfast.web.TooMany;
import org.holdfast.web.Typed;

/**
 * Where every request comes in. Around each route it opens the one transaction of the request, finds out who is looking
 * and sets the viewer for row-level security, all with one statement; then it asks the route who may use it, and through
 * {@link AskingAgain} whether the person must say again that it is them.
 *
 * <p>What the route does stands or falls as a whole: an exception takes everything back.
 */
@Singleton
@InterceptorBean(WhoMay.class)
final class Door implements MethodInterceptor<Object, Object> {
    private static final String BEARER = "Bearer ";
    /** Sent by script in an open page that asks by itself: that is no sign of anybody being there. */
    private static final String POLLING = "X-Polling";

    private final TransactionOperations<Connection> transactions;
    private final Accounts accounts;
    private final BrowserSessions browserSessions;
    private final AskingAgain asking;
    private final RequestRates rates;
    private final Today today;
    private final Clock clock;

    Door(
            TransactionOperations<Connection> transactions, Accounts accounts, BrowserSessions browserSessions, AskingAgain asking,
            RequestRates rates, Today today, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.browserSessions = browserSessions;
        this.asking = asking;
        this.rates = rates;
        this.today = today;
        this.clock = clock;
    }

    @Override
    public Object intercept(MethodInvocationContext<Object, Object> route) {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
        return transactions.executeWrite(status -> {
            Viewer viewer = enter(request);
            refuseTooMany(request, viewer);
            refuseUnlessNamed(route, request, viewer);
            leadToSettingUp(route, request, viewer);
            refuseWordsOfSomebodyElse(request, viewer);
            introduce(asking.before(route, request, viewer), route);
            return route.proceed();
        });
    }

    private Viewer enter(HttpRequest<?> request) {
        Optional<String> token = bearerToken(request);
        if (token.isPresent()) {
            return system(new Secret(token.get()));
        }
        return browserSessions.sentWith(request).map(sent -> person(sent, !asksByItself(request))).orElseGet(this::nobody);
    }

    /** Whether script in an open page sent this without anybody there. */
    static boolean asksByItself(HttpRequest<?> request) {
        return request.getHeaders().contains(POLLING);
    }

    private static Optional<String> bearerToken(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return Optional.ofNullable(authorization)
                .filter(a -> a.startsWith(BEARER))
                .map(a -> a.substring(BEARER.length()).strip());
    }

    private Viewer system(Secret token) {
        return accounts.enterWithToken(token.hash(), clock.instant(), today.date())
                .map(t -> new Viewer(Viewer.Kind.SYSTEM, t.tokenId(), t.label(), Set.of(), words(t.scopes()), null, null))
                .orElse(Viewer.NOBODY);
    }

    private Viewer person(Secret token, boolean keepsAlive) {
        return accounts.enterWithBrowserSession(token.hash(), clock.instant(), today.date(), keepsAlive)
                .map(e -> new Viewer(
                        Viewer.Kind.PERSON, e.personId(), e.name(), roles(e.roles()), Set.of(), e.centreId(), browserSession(e)))
                .orElse(Viewer.NOBODY);
    }

    private static BrowserSession browserSession(Accounts.Entry e) {
        return new BrowserSession(e.sessionId(), e.startedAt(), e.endsAt(), e.confirmedAt(), e.restrictedAt(), e.isCovered(), e.stillToSetUp());
    }

    private Viewer nobody() {
        accounts.enterAsNobody(today.date());
        return Viewer.NOBODY;
    }

    private static Set<Role> roles(String joined) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        words(joined).forEach(word -> roles.add(Role.of(word)));
        return roles;
    }

    private static Set<String> words(String joined) {
        return Stream.of(joined.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private void refuseTooMany(HttpRequest<?> request, Viewer viewer) {
        boolean admitted = viewer.id() != null
                ? rates.admitsAccount(viewer.id().toString())
                : !AskingAgain.changesSomething(request) || rates.admitsSignedOut(CallerAddress.of(request));
        if (!admitted) {
            throw new TooMany();
        }
    }

    private void refuseUnlessNamed(MethodInvocationContext<?, ?> route, HttpRequest<?> request, Viewer viewer) {
        if (Arrays.stream(named(route)).anyMatch(who -> who.includes(viewer))) {
            return;
        }
        throw viewer == Viewer.NOBODY ? new SignInNeeded(formerly(request)) : new Missing();
    }

    /** With a password alone one is not signed in yet; what was typed comes back. */
    private static void leadToSettingUp(MethodInvocationContext<?, ?> route, HttpRequest<?> request, Viewer viewer) {
        boolean settingUp = viewer.browserSession() != null && viewer.browserSession().settingUp();
        if (!settingUp || route.hasAnnotation(WhileSettingUp.class) || List.of(named(route)).contains(Who.ANYBODY)) {
            return;
        }
        throw AskingAgain.changesSomething(request) ? new SignInNeeded(viewer.id()) : new SecondFactorNeeded();
    }

    private @Nullable UUID formerly(HttpRequest<?> request) {
        return browserSessions.sentWith(request).map(sent -> accounts.whoseBrowserSession(sent.hash())).orElse(null);
    }

    /** What was typed before a session ended comes back with the name of its person, and is taken from nobody else. */
    private static void refuseWordsOfSomebodyElse(HttpRequest<?> request, Viewer viewer) {
        String typedBy = Typed.by(request);
        if (typedBy != null && viewer.isSignedIn() && !typedBy.equals(viewer.id().toString())) {
            throw new WordsOfSomebodyElse();
        }
    }

    private static Who[] named(MethodInvocationContext<?, ?> route) {
        return route.enumValues(WhoMay.class, Who.class);
    }

    /** The route's own {@link Viewer} parameter was bound before anybody was known. */
    @SuppressWarnings("unchecked")
    private static void introduce(Viewer viewer, MethodInvocationContext<?, ?> route) {
        for (MutableArgumentValue<?> parameter : route.getParameters().values()) {
            if (parameter.getType() == Viewer.class) {
                ((MutableArgumentValue<Viewer>) parameter).setValue(viewer);
            }
        }
    }
}
