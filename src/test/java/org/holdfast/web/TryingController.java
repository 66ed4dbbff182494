package org.holdfast.web;

import gg.jte.models.runtime.JteModel;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;

/** Routes that only tests have: forms as rooms write them, and everything that can go wrong. */
@Controller("/trying")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Requires(property = LivingPage.SHOWN)
class TryingController {
    private final Templates templates;
    private final Refusals refusals;

    TryingController(Templates templates, Refusals refusals) {
        this.templates = templates;
        this.refusals = refusals;
    }

    @Serdeable
    record TriedForm(@Nullable String on, @Nullable String note, @Nullable List<String> functions) {}

    @WhoMay(Who.ANYBODY)
    @Post("/forms")
    JteModel form(@Body TriedForm form) {
        String seen = "on=%s note=%s functions=%s".formatted(form.on(), form.note() == null ? null : form.note().length(), form.functions());
        return templates.layoutsPlain("Tried", output -> output.writeContent("<p id=\"seen\">" + seen + "</p>"), false, Errors.none(), "reading");
    }

    @WhoMay(Who.ANYBODY)
    @Post("/forms-that-may-be-empty")
    JteModel emptyForm(@Nullable @Body TriedForm form) {
        return form(form == null ? new TriedForm(null, null, null) : form);
    }

    @WhoMay(Who.ANYBODY)
    @Get("/things/{id}")
    JteModel thing(UUID id, @QueryValue(defaultValue = "1") int page) {
        throw new Missing();
    }

    @WhoMay(Who.ANYBODY)
    @Post("/unexpected")
    JteModel unexpected(@Nullable @Body TriedForm form) {
        throw new IllegalStateException("a secret that no page may show");
    }

    @WhoMay(Who.ANYBODY)
    @Post("/away")
    JteModel away(@Nullable @Body TriedForm form) {
        throw new IllegalStateException("wrapped", new SQLTransientConnectionException("pool is empty"));
    }

    @WhoMay(Who.ANYBODY)
    @Post("/signed-out")
    HttpResponse<?> signedOut(HttpRequest<?> request, @Nullable @Body TriedForm form) {
        return refusals.answer(request, HttpStatus.UNAUTHORIZED);
    }
}
