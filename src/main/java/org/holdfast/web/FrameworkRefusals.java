package org.holdfast.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Gives what the web server refuses by itself (no such route, wrong method, too large) our pages; keeps its headers. What
 * cannot even be read as a request passes no filter, so the answer gets what protects it here.
 */
@Primary
@Singleton
final class FrameworkRefusals implements ErrorResponseProcessor<Object> {
    private final Refusals refusals;
    private final SecurityHeaders protection;

    FrameworkRefusals(Refusals refusals, SecurityHeaders protection) {
        this.refusals = refusals;
        this.protection = protection;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> refused) {
        MutableHttpResponse<?> answer = answer(context, refused.status());
        answer.getHeaders().forEachValue((name, value) -> refused.getHeaders().set(name, value));
        protection.protect(context.getRequest(), refused);
        return ((MutableHttpResponse<Object>) refused).status(answer.status()).body(answer.body());
    }

    private MutableHttpResponse<?> answer(ErrorContext context, HttpStatus status) {
        Throwable thrown = context.getRootCause().orElse(null);
        return thrown != null && status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                ? refusals.answer(context.getRequest(), thrown)
                : refusals.answer(context.getRequest(), status);
    }
}
