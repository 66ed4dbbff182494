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
    JteModel show(@Nullable @QueryValue String to, @Nullable @QueryValue String said) {
        return templates.accountsSignIn(demonstration
                ? SignInPage.demonstration(to, accounts.demonstrationPeople())
                : SignInPage.real(new SignInForm(null, null, to), said, Errors.none()));
    }

    @WhoMay(ANYBODY)
    @Post("/sign-in")
    HttpResponse<?> signIn(Viewer viewer, HttpRequest<?> request, @Nullable @Body SignInForm typed) {
        SignInForm form = typed == null ? SignInForm.EMPTY : typed;
        SigningIn.Outcome outcome = signingIn.with(form, viewer, request);
        return outcome instanceof SigningIn.Outcome.Refused(Errors errors)
                ? HttpResponse.unprocessableEntity().body(templates.accountsSignIn(SignInPage.real(form, null, errors)))
                : next(outcome, form.to(), viewer);
    }

    @WhoMay(ANYBODY)
    @Get("/sign-in/code")
    JteModel askForCode(@Nullable @QueryValue String to) {
        return templates.accountsSignInCode(new SignInCodePage(WayBack.own(to), Errors.none()));
    }

    /** The code from an authenticator app, or a recovery code. */
    @Serdeable
    record CodeForm(@Nullable String code, @Nullable String to) {
        String typed() {
            return code == null ? "" : code.strip();
        }
    }

    @WhoMay(ANYBODY)
    @Post("/sign-in/code")
    HttpResponse<?> takeCode(Viewer viewer, HttpRequest<?> request, @Body CodeForm form) {
        SigningIn.Outcome outcome = signingIn.withCode(browserSessions.begunWith(request), form.typed(), viewer, request);
        return outcome instanceof SigningIn.Outcome.Refused(Errors errors)
                ? HttpResponse.unprocessableEntity().body(templates.accountsSignInCode(new SignInCodePage(WayBack.own(form.to()), errors)))
                : next(outcome, form.to(), viewer);
    }

    private HttpResponse<?> next(SigningIn.Outcome outcome, @Nullable String to, Viewer viewer) {
        return switch (outcome) {
            case SigningIn.Outcome.Known(UUID person, boolean stillToSetUp) -> stillToSetUp
                    ? HttpResponse.seeOther(URI.create(SecondFactorController.SETTING_UP)).cookie(browserSessions.startToSetUp(person, viewer))
                    : HttpResponse.seeOther(URI.create(WayBack.own(to))).cookie(browserSessions.start(person, viewer)).cookie(browserSessions.noLongerBegun());
            case SigningIn.Outcome.CodeNeeded(Secret begun) ->
                    HttpResponse.seeOther(URI.create(WayBack.through("/sign-in/code", to))).cookie(browserSessions.begun(begun));
            case SigningIn.Outcome.TooLate() ->
                    HttpResponse.seeOther(SignInPage.SAID.at(WayBack.through("/sign-in", to), "too-late")).cookie(browserSessions.noLongerBegun());
            case SigningIn.Outcome.Refused _ -> throw new IllegalStateException("A refusal is answered with its page");
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
        return HttpResponse.seeOther(URI.create(WayBack.own(form.to()))).cookie(browserSessions.start(person, viewer));
    }

    @WhoMay(ANYBODY)
    @Post(value = "/sign-out", consumes = MediaType.ALL)
    HttpResponse<?> signOut(Viewer viewer) {
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(browserSessions.end(viewer));
    }
}
