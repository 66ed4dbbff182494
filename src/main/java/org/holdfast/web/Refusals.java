package org.holdfast.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.holdfast.templates.Templates;

/**
 * Answers a request that cannot be answered: a calm page for people, a problem (RFC 9457) for systems. Needs nothing
 * but the templates, so that it works when everything else is away.
 */
@Singleton
public final class Refusals {
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Templates templates;
    private final boolean demonstration;

    Refusals(Templates templates, @Value("${holdfast.demo:none}") String demo) {
        this.templates = templates;
        this.demonstration = !demo.equals("none");
    }

    /** The answer for that status, with what was typed handed back where the status allows. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, HttpStatus status) {
        return answer(request, Refusal.of(status), null);
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, Refusal refusal, @Nullable String reference) {
        MutableHttpResponse<?> response = isFromASystem(request)
                ? problem(refusal, reference)
                : page(request, refusal, reference);
        return refusal == Refusal.AWAY ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : response;
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
        List<Typed.Field> typed = refusal.keepsWhatWasTyped() ? Typed.in(request) : List.of();
        RefusalPage page = new RefusalPage(
                refusal.title(), refusal.sentences(), demonstration, reference, request.getUri().getRawPath(), typed,
                refusal == Refusal.SIGNED_OUT);
        return HttpResponse.status(refusal.status()).contentType(MediaType.TEXT_HTML_TYPE).body(templates.errorsRefusal(page));
    }
}
