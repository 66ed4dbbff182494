package org.holdfast.accounts;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.holdfast.web.Refusals;

/**
 * What somebody gets who must say again that it is them: opening a page, the page that asks and leads back; after typing
 * into a form, a page that holds what was typed; script, the status.
 */
@Singleton
final class ConfirmationNeededAnswer implements ExceptionHandler<ConfirmationNeeded, HttpResponse<?>> {
    private final Refusals refusals;

    ConfirmationNeededAnswer(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, ConfirmationNeeded reason) {
        HttpRequest<?> asked = request;
        boolean opensAPage = asked.getMethod() == HttpMethod.GET && asked.accept().contains(MediaType.TEXT_HTML_TYPE);
        return opensAPage
                ? HttpResponse.seeOther(WayBack.through("/confirmation", asked))
                : refusals.unconfirmed(asked);
    }
}
