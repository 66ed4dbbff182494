package org.holdfast.accounts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.holdfast.access.SignInNeeded;
import org.holdfast.web.Refusals;

/**
 * What somebody gets who must sign in first: the sign-in page, which leads back; after typing into a form, a page that
 * holds what was typed; a system or a script, the status alone.
 */
@Singleton
final class SignInNeededAnswer implements ExceptionHandler<SignInNeeded, HttpResponse<?>> {
    private final Refusals refusals;

    SignInNeededAnswer(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, SignInNeeded reason) {
        if (wantsAPage((HttpRequest<?>) request)) {
            return HttpResponse.seeOther(WayBack.through("/sign-in", request));
        }
        return refusals.signedOut(request, reason.was()).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static boolean wantsAPage(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET && request.accept().contains(MediaType.TEXT_HTML_TYPE);
    }
}
