package org.holdfast.intake;

import static org.holdfast.access.Who.INTAKE_TOKEN;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.io.InputStream;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.web.Problem;

/** Extracts pushed by a case system. */
@Controller("/api/v1/intake")
class IntakeApi {
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    private final TakingIn takingIn;

    IntakeApi(TakingIn takingIn) {
        this.takingIn = takingIn;
    }

    @WhoMay(INTAKE_TOKEN)
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> take(
            Viewer viewer, @QueryValue(defaultValue = "false") boolean apply, @Nullable @QueryValue String centre,
            HttpRequest<?> request, @Nullable @Body InputStream files) {
        Taken taken = takingIn.take(
                viewer, SentExtract.with(request, centre, null, files), apply ? TakingIn.Then.APPLY : TakingIn.Then.FORGET);
        return switch (taken) {
            case Taken.Read(var id, IntakeOutcome outcome) -> HttpResponse.ok(outcome);
            case Taken.Refused(Taken.Why why, String sentence) -> problem(why, sentence);
        };
    }

    private static HttpResponse<Problem> problem(Taken.Why why, String sentence) {
        HttpStatus status = why.status();
        return HttpResponse.<Problem>status(status).contentType(PROBLEM)
                .body(new Problem("about:blank", title(why), status.getCode(), sentence, null));
    }

    private static String title(Taken.Why why) {
        return switch (why) {
            case UNREADABLE -> "The extract cannot be read";
            case WHICH_CENTRE -> "Which centre?";
            case TOO_LARGE -> "This is too much at once";
            case BUSY -> "One extract at a time";
        };
    }
}
