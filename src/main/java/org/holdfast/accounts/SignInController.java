package org.holdfast.accounts;

import static org.holdfast.access.Who.ANYBODY;

import gg.jte.models.runtime.JteModel;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** Signing in and out. In the demonstration the page lists its people instead of asking for a password. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SignInController {
    private final SigningIn signingIn;
    private final BrowserSessions browserSessions;
    private final Accounts accounts;
    private final Templates templates;
    private final boolean demonstration;

    SignInController(
            SigningIn signingIn, BrowserSessions browserSessions, Accounts accounts, Templates templates,
            @Value("${holdfast.demo:none}") String demo) {
        this.signingIn = signingIn;
        this.browserSessions = browserSessions;
        this.accounts = accounts;
        this.templates = templates;
        this.demonstration = !demo.equals("none");
    }

    @WhoMay(ANYBODY)
    @Get("/sign-in")
    JteModel show(@Nullable @QueryValue String to) {
        return templates.accountsSignIn(demonstration
                ? SignInPage.demonstration(to, accounts.demonstrationPeople())
                : SignInPage.real(new SignInForm(null, null, to), Errors.none()));
    }

    @WhoMay(ANYBODY)
    @Post("/sign-in")
    HttpResponse<?> signIn(Viewer viewer, @Nullable @Body SignInForm typed) {
        SignInForm form = typed == null ? SignInForm.EMPTY : typed;
        return switch (signingIn.with(form)) {
            case SigningIn.Outcome.Known known -> into(form.to(), known.person(), viewer);
            case SigningIn.Outcome.Refused refused ->
                    HttpResponse.unprocessableEntity().body(templates.accountsSignIn(SignInPage.real(form, refused.errors())));
        };
    }

    /** Which person of the demonstration to be. */
    @Serdeable
    record DemonstrationForm(@Nullable String person, @Nullable String to) {}

    @WhoMay(ANYBODY)
    @Post("/sign-in/demonstration")
    HttpResponse<?> signInAs(Viewer viewer, @Body DemonstrationForm form) {
        List<UUID> people = demonstration
                ? accounts.demonstrationPeople().stream().map(Accounts.DemonstrationPerson::personId).toList()
                : List.of();
        UUID person = people.stream().filter(id -> id.toString().equals(form.person())).findFirst().orElseThrow(Missing::new);
        return into(form.to(), person, viewer);
    }

    private HttpResponse<?> into(@Nullable String to, UUID person, Viewer viewer) {
        return HttpResponse.seeOther(URI.create(WayBack.own(to))).cookie(browserSessions.start(person, viewer));
    }

    @WhoMay(ANYBODY)
    @Post(value = "/sign-out", consumes = MediaType.ALL)
    HttpResponse<?> signOut(Viewer viewer) {
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(browserSessions.end(viewer));
    }
}
