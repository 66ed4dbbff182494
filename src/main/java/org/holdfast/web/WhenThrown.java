package org.holdfast.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;

/** What was thrown, turned into an answer. Each kind is a bean of its own, because that is how the web server finds them. */
final class WhenThrown {
    private WhenThrown() {}

    @Singleton
    static final class NothingThere implements ExceptionHandler<Missing, HttpResponse<?>> {
        private final Refusals refusals;

        NothingThere(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, Missing missing) {
            return refusals.answer(request, Refusal.MISSING, null);
        }
    }

    /** An id in the address that is no id names nothing; anything else that cannot be read is said to be unreadable. */
    @Singleton
    @Replaces(ConversionErrorHandler.class)
    static final class Unreadable implements ExceptionHandler<ConversionErrorException, HttpResponse<?>> {
        private final Refusals refusals;

        Unreadable(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, ConversionErrorException unreadable) {
            boolean inThePath = RouteAttributes.getRouteMatch(request)
                    .filter(UriRouteMatch.class::isInstance)
                    .filter(match -> isInThePath((UriRouteMatch<?, ?>) match, unreadable.getArgument().getName()))
                    .isPresent();
            return refusals.answer(request, inThePath ? Refusal.MISSING : Refusal.UNREADABLE, null);
        }

        private static boolean isInThePath(UriRouteMatch<?, ?> match, String name) {
            return match.getVariableValues().containsKey(name);
        }
    }

    /** A form that brought nothing at all, or a request that lacks what the route needs. */
    @Singleton
    @Replaces(UnsatisfiedRouteHandler.class)
    static final class Incomplete implements ExceptionHandler<UnsatisfiedRouteException, HttpResponse<?>> {
        private final Refusals refusals;

        Incomplete(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, UnsatisfiedRouteException incomplete) {
            return refusals.answer(request, Refusal.INCOMPLETE, null);
        }
    }

    /** A form whose letters make no sense. */
    @Singleton
    static final class Garbled implements ExceptionHandler<ErrorDataDecoderException, HttpResponse<?>> {
        private final Refusals refusals;

        Garbled(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, ErrorDataDecoderException garbled) {
            return refusals.answer(request, Refusal.UNREADABLE, null);
        }
    }

    /** One account made more requests than one may. */
    @Singleton
    static final class Crowded implements ExceptionHandler<TooMany, HttpResponse<?>> {
        private final Refusals refusals;

        Crowded(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, TooMany tooMany) {
            return refusals.answer(request, Refusal.TOO_MANY, null);
        }
    }

    @Singleton
    static final class Unexpected implements ExceptionHandler<Throwable, HttpResponse<?>> {
        private final Refusals refusals;

        Unexpected(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
            return refusals.answer(request, thrown);
        }
    }
}
