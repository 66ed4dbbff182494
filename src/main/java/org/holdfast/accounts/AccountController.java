package org.holdfast.accounts;

import static org.holdfast.access.Who.SIGNED_IN;

import gg.jte.models.runtime.JteModel;
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
import java.time.Clock;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** One's own account: changing the password, and where one is signed in. */
@Controller("/account")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class AccountController {
    private final Accounts accounts;
    private final Passwords passwords;
    private final CurrentPassword currentPassword;
    private final BrowserSessions browserSessions;
    private final AccountPages pages;
    private final Mails mails;
    private final Acts acts;
    private final Clock clock;

    AccountController(
            Accounts accounts, Passwords passwords, CurrentPassword currentPassword, BrowserSessions browserSessions,
            AccountPages pages, Mails mails, Acts acts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.currentPassword = currentPassword;
        this.browserSessions = browserSessions;
        this.pages = pages;
        this.mails = mails;
        this.acts = acts;
        this.clock = clock;
    }

    @WhoMay(SIGNED_IN)
    @Get
    JteModel show(Viewer viewer, @Nullable @QueryValue String said) {
        return pages.show(viewer, said);
    }

    @WhoMay(SIGNED_IN)
    @Post("/password")
    HttpResponse<?> changePassword(Viewer viewer, HttpRequest<?> request, @Nullable @Body NewPasswordForm typed) {
        Accounts.Own own = accounts.own().orElseThrow(Missing::new);
        NewPasswordForm form = typed == null ? NewPasswordForm.EMPTY : typed;
        Errors errors = currentPassword.check(own, form.current(), "current", request);
        passwords.check(errors, form.typed(), own.userName());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(pages.toPutRight(viewer, errors));
        }
        accounts.changeOwnPassword(passwords.hash(form.typed()), viewer.browserSession().id(), clock.instant());
        acts.note(viewer, Act.PASSWORD_CHANGED, null, viewer.id(), "by themselves");
        mails.tell(viewer.id(), MailKind.PASSWORD_CHANGED);
        return HttpResponse.seeOther(AccountPages.SAID.at("/account", "password-changed"))
                .cookie(browserSessions.start(viewer.id(), viewer));
    }

    @WhoMay(SIGNED_IN)
    @Post(value = "/browser-sessions/{id}/ending", consumes = MediaType.ALL)
    HttpResponse<?> signOutThere(UUID id, Viewer viewer) {
        if (!accounts.endBrowserSession(id, clock.instant())) {
            throw new Missing();
        }
        acts.note(viewer, Act.SIGNED_OUT_ELSEWHERE, id, viewer.id());
        return viewer.browserSession().id().equals(id)
                ? HttpResponse.seeOther(URI.create("/sign-in")).cookie(browserSessions.end(viewer))
                : HttpResponse.seeOther(AccountPages.SAID.at("/account", "signed-out-there"));
    }

    @WhoMay(SIGNED_IN)
    @Post(value = "/sign-out-everywhere", consumes = MediaType.ALL)
    HttpResponse<?> signOutEverywhere(Viewer viewer) {
        accounts.endOwnBrowserSessions(clock.instant());
        acts.note(viewer, Act.SIGNED_OUT_EVERYWHERE, null, viewer.id());
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(browserSessions.end(viewer));
    }
}
