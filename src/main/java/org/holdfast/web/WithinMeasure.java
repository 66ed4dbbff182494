package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses what is too much before anything is read: too many requests from one address, and forms longer than what the
 * answer could hand back. Files are measured where they are read.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WithinMeasure implements Ordered {
    /** A record of thirty cases with every field full stays below it. */
    static final long LONGEST_FORM = 4_000_000;

    private final RequestRates rates;
    private final Refusals refusals;

    WithinMeasure(RequestRates rates, Refusals refusals) {
        this.rates = rates;
        this.refusals = refusals;
    }

    /** After the assets, which cost nothing; before a body is remembered. */
    @Override
    public int getOrder() {
        return SecurityHeaders.ORDER + 15;
    }

    @RequestFilter
    @Nullable HttpResponse<?> refuse(HttpRequest<?> request) {
        if (!rates.admitsAddress(CallerAddress.of(request))) {
            return refusals.answer(request, Refusal.TOO_MANY, null);
        }
        return isTooLong(request) ? refusals.answer(request, Refusal.TOO_LONG, null) : null;
    }

    private static boolean isTooLong(HttpRequest<?> request) {
        if (isFiles(request)) {
            return false;
        }
        // also what comes packed: the server unpacks it as it arrives, and its length is then unknown
        boolean ofUnknownLength = request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
        return ofUnknownLength || request.getContentLength() > LONGEST_FORM;
    }

    private static boolean isFiles(HttpRequest<?> request) {
        return request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals).isPresent();
    }
}
