package org.holdfast.accounts;

import static org.holdfast.access.Who.ANYBODY;

import gg.jte.models.runtime.JteModel;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import org.holdfast.access.SignInNeeded;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Errors;

/**
 * Saying again that it is oneself, before restricted material and to take the cover off the screen. It is for anybody
 * because whoever covered the screen comes no further than here; without a browser session it leads to signing in.
 */
@Controller("/confirmation")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ConfirmationController {
    private final Confirming confirming;
    private final BrowserSessions browserSessions;
    private final Templates templates;
    private final boolean demonstration;

    ConfirmationController(
            Confirming confirming, BrowserSessions browserSessions, Templates templates, @Value("${holdfast.demo:none}") String demo) {
        this.confirming = confirming;
        this.browserSessions = browserSessions;
        this.templates = templates;
        this.demonstration = !demo.equals("none");
    }

    @WhoMay(ANYBODY)
    @Get
    JteModel ask(Viewer viewer, @Nullable @QueryValue String to) {
        return page(signedIn(viewer), new ConfirmationForm(null, null, to), Errors.none());
    }

    @WhoMay(ANYBODY)
    @Post
    HttpResponse<?> confirm(Viewer viewer, HttpRequest<?> request, @Nullable @Body ConfirmationForm typed) {
        ConfirmationForm form = typed == null ? ConfirmationForm.EMPTY : typed;
        Errors errors = confirming.check(signedIn(viewer), form, request);
        return errors.isEmpty()
                ? HttpResponse.seeOther(URI.create(WayBack.own(form.to()))).cookie(browserSessions.confirm(viewer.browserSession()))
                : HttpResponse.unprocessableEntity().body(page(viewer, form, errors));
    }

    private static Viewer signedIn(Viewer viewer) {
        if (!viewer.isSignedIn()) {
            throw new SignInNeeded();
        }
        return viewer;
    }

    private JteModel page(Viewer viewer, ConfirmationForm form, Errors errors) {
        return templates.accountsConfirmation(ConfirmationPage.of(viewer, form, demonstration, errors));
    }
}
