package org.holdfast.accounts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.holdfast.web.Refusals;

/** Nothing is kept under a name that is not its own; the page keeps what was typed until its person is back. */
@Singleton
final class WordsOfSomebodyElseAnswer implements ExceptionHandler<WordsOfSomebodyElse, HttpResponse<?>> {
    private final Refusals refusals;

    WordsOfSomebodyElseAnswer(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, WordsOfSomebodyElse reason) {
        return refusals.somebodyElse(request);
    }
}
