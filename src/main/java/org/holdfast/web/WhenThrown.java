package org.holdfast.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /** Everything nobody expected. The log gets what happened; the page gets a number to find it by. */
    @Singleton
    static final class Unexpected implements ExceptionHandler<Throwable, HttpResponse<?>> {
        private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);
        private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        private static final int LENGTH = 8;

        private final Refusals refusals;
        private final SecureRandom chance = new SecureRandom();

        Unexpected(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
            if (DatabaseAway.isBehind(thrown)) {
                LOG.warn("The database cannot be reached: {} {}", request.getMethodName(), thrown.toString());
                return refusals.answer(request, Refusal.AWAY, null);
            }
            String reference = reference();
            LOG.error("{}: {} failed", reference, request.getMethodName(), thrown);
            return refusals.answer(request, Refusal.UNEXPECTED, reference);
        }

        private String reference() {
            StringBuilder letters = new StringBuilder();
            chance.ints(LENGTH, 0, LETTERS.length()).forEach(i -> letters.append(LETTERS.charAt(i)));
            return letters.insert(LENGTH / 2, '-').toString();
        }
    }
}
