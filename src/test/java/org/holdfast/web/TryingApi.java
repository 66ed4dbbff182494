package org.holdfast.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;

@Controller("/api/trying")
@Requires(property = LivingPage.SHOWN)
class TryingApi {
    @WhoMay(Who.ANYBODY)
    @Get("/nothing")
    String nothing() {
        throw new Missing();
    }

    @WhoMay(Who.ANYBODY)
    @Get("/unexpected")
    String unexpected() {
        throw new IllegalStateException("a secret that no problem may show");
    }

    @WhoMay(Who.ANYBODY)
    @Post("/changes")
    String change() {
        return "{}";
    }
}
