package org.holdfast.accounts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/** Leads whoever has no second factor yet to setting one up. */
@Singleton
final class SecondFactorNeededAnswer implements ExceptionHandler<SecondFactorNeeded, HttpResponse<?>> {
    @Override
    public HttpResponse<?> handle(HttpRequest request, SecondFactorNeeded reason) {
        return HttpResponse.seeOther(URI.create(SecondFactorController.SETTING_UP));
    }
}
