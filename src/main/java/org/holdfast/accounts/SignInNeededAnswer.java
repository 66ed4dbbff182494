package org.holdfast.accounts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import org.holdfast.access.SignInNeeded;
import org.holdfast.web.TypedText;

/**
 * What somebody gets who must sign in first: the sign-in page, which leads back; after typing into a form, a page that
 * holds what was typed; a system, the word that a token is needed.
 */
@Singleton
final class SignInNeededAnswer implements ExceptionHandler<SignInNeeded, HttpResponse<?>> {
    private final TypedText typedText;

    SignInNeededAnswer(TypedText typedText) {
        this.typedText = typedText;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, SignInNeeded reason) {
        if (request.getPath().startsWith("/api/")) {
            return typedText.problem(request).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return request.getMethod() == HttpMethod.GET
                ? HttpResponse.seeOther(URI.create("/sign-in?to=" + request.getPath()))
                : typedText.page(request);
    }
}
