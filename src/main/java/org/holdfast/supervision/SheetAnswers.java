package org.holdfast.supervision;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.Map;
import org.holdfast.web.Said;

/** How a page that was sent as one form is answered: to a browser with a page, to its script with where to go on. */
final class SheetAnswers {
    static final Said SAID = new Said(Map.of("saved", "Everything is saved."));

    private SheetAnswers() {}

    /** Where script goes on after pressing a button of the form. */
    @Serdeable
    record Way(String way) {}

    static HttpResponse<?> html(HttpStatus status, JteModel page) {
        return HttpResponse.status(status).contentType(MediaType.TEXT_HTML_TYPE).body(page);
    }

    /** @param anchor where on the page to go on, or empty */
    static HttpResponse<?> done(String address, String anchor, @Nullable String accept) {
        URI way = SAID.at(address, "saved");
        String there = anchor.isEmpty() ? way.toString() : way + "#" + anchor;
        return accept != null && accept.startsWith(MediaType.APPLICATION_JSON)
                ? HttpResponse.ok(new Way(there)).contentType(MediaType.APPLICATION_JSON_TYPE)
                : HttpResponse.seeOther(URI.create(there));
    }
}
