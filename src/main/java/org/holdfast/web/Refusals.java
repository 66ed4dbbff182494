package org.holdfast.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.RouteAttributes;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.database.DatabaseAway;
import java.util.stream.Stream;
import org.holdfast.sealing.SealBroken;
import org.holdfast.templates.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request that cannot be answered: a calm page for people, a problem (RFC 9457) for systems. Needs nothing
 * but the templates, so that it works when everything else is away.
 */
@Singleton
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    /** Chains of causes are short; one that is not may go round in circles. */
    private static final int DEEPEST = 20;

    private final Templates templates;
    private final boolean demonstration;
    private final SecureRandom chance = new SecureRandom();

    Refusals(Templates templates, @Value("${holdfast.demo:none}") String demo) {
        this.templates = templates;
        this.demonstration = !demo.equals("none");
    }

    /** The answer for that status, with what was typed handed back where the status allows. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, HttpStatus status) {
        return answer(request, Refusal.of(status), null);
    }

    /**
     * The answer for somebody whose browser session has ended.
     *
     * @param was whose it was; null where there was none
     */
    public MutableHttpResponse<?> signedOut(HttpRequest<?> request, @Nullable UUID was) {
        request.setAttribute(Typed.BY, was);
        return answer(request, Refusal.SIGNED_OUT, null);
    }

    /** The answer where somebody sends what another person had typed. */
    public MutableHttpResponse<?> somebodyElse(HttpRequest<?> request) {
        return answer(request, Refusal.SOMEBODY_ELSE, null);
    }

    /** The answer for somebody who is signed in and must first say again that it is them. */
    public MutableHttpResponse<?> unconfirmed(HttpRequest<?> request) {
        return answer(request, Refusal.UNCONFIRMED, null);
    }

    /** Whatever nobody expected. The log gets what happened; the page gets a number to find it by. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable thrown) {
        if (DatabaseAway.isBehind(thrown)) {
            LOG.warn("The database cannot be reached: {}", thrown.toString());
            return answer(request, Refusal.AWAY, null);
        }
        if (isGarbled(thrown)) {
            return answer(request, Refusal.UNREADABLE, null);
        }
        String reference = reference();
        if (thrown instanceof SealBroken || thrown.getCause() instanceof SealBroken) {
            LOG.error("{}: {} found something sealed that does not open", reference, routeOf(request));
            return answer(request, Refusal.BROKEN, reference);
        }
        LOG.error("{}: {} failed", reference, routeOf(request), thrown);
        return answer(request, Refusal.UNEXPECTED, reference);
    }

    /** Files that were sent packed and cannot be unpacked are the sender's mistake. */
    private static boolean isGarbled(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST).anyMatch(DecoderException.class::isInstance);
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, Refusal refusal, @Nullable String reference) {
        MutableHttpResponse<?> response = isFromASystem(request)
                ? problem(refusal, reference)
                : page(request, refusal, reference);
        return refusal.retryAfter() == null ? response : response.header(HttpHeaders.RETRY_AFTER, refusal.retryAfter());
    }

    private static boolean isFromASystem(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/");
    }

    private static MutableHttpResponse<?> problem(Refusal refusal, @Nullable String reference) {
        Problem problem = new Problem(
                "about:blank", refusal.title(), refusal.status().getCode(), String.join(" ", refusal.sentences()),
                reference == null ? null : "urn:holdfast:reference:" + reference);
        return HttpResponse.status(refusal.status()).contentType(MediaType.of("application/problem+json")).body(problem);
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, Refusal refusal, @Nullable String reference) {
        List<Typed.Field> typed = refusal.keepsWhatWasTyped() ? Typed.toHandBack(request) : List.of();
        RefusalPage page = new RefusalPage(
                refusal.title(), refusal.sentences(), demonstration, reference, request.getUri().getRawPath(), typed,
                refusal.way());
        return HttpResponse.status(refusal.status()).contentType(MediaType.TEXT_HTML_TYPE).body(templates.errorsRefusal(page));
    }

    /** The route as it is declared: addresses may name people, and stay out of the log. */
    private static String routeOf(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).map(Object::toString).orElse("an unknown route");
    }

    private String reference() {
        StringBuilder letters = new StringBuilder();
        chance.ints(LENGTH, 0, LETTERS.length()).forEach(i -> letters.append(LETTERS.charAt(i)));
        return letters.insert(LENGTH / 2, '-').toString();
    }
}
