package org.holdfast.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives what the web server refuses by itself (no such route, wrong method, too large) our pages; keeps its headers. */
@Primary
@Singleton
final class FrameworkRefusals implements ErrorResponseProcessor<Object> {
    private final Refusals refusals;

    FrameworkRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> refused) {
        Refusal refusal = Refusal.of(refused.status());
        HttpResponse<?> answer = refusals.answer(context.getRequest(), refusal, null);
        answer.getHeaders().forEachValue((name, value) -> refused.getHeaders().set(name, value));
        return ((MutableHttpResponse<Object>) refused).status(refusal.status()).body(answer.body());
    }
}
