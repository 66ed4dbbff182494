package org.holdfast.accounts;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import org.holdfast.access.StepUp;
import org.holdfast.access.Viewer;
import org.holdfast.access.Who;
import org.holdfast.access.WhoMay;

/** Restricted material for trying the step-up on. */
@Requires(property = "holdfast.test.restricted-trial")
@Controller("/restricted-trial")
@Produces(MediaType.TEXT_HTML)
class RestrictedTrial {
    @Serdeable
    record Note(@Nullable String words) {}

    @WhoMay(Who.SIGNED_IN)
    @StepUp
    @Get
    String open(Viewer viewer) {
        return "restricted, for " + viewer.name();
    }

    @WhoMay(Who.SIGNED_IN)
    @StepUp
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String write(@Body Note note) {
        return "kept: " + note.words();
    }
}
