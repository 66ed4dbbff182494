package org.holdfast.accounts;

import static org.holdfast.access.Who.SIGNED_IN;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;

/** One's own account: where one is signed in. */
@Controller("/account")
@Produces(MediaType.TEXT_HTML)
class AccountController {
    private static final Said SAID = new Said(Map.of("signed-out-there", "That browser is signed out."));

    private final Accounts accounts;
    private final BrowserSessions browserSessions;
    private final Acts acts;
    private final Chromes chromes;
    private final Templates templates;
    private final Clock clock;

    AccountController(
            Accounts accounts, BrowserSessions browserSessions, Acts acts, Chromes chromes, Templates templates, Clock clock) {
        this.accounts = accounts;
        this.browserSessions = browserSessions;
        this.acts = acts;
        this.chromes = chromes;
        this.templates = templates;
        this.clock = clock;
    }

    @WhoMay(SIGNED_IN)
    @Get
    JteModel show(Viewer viewer, @Nullable @QueryValue String said) {
        return templates.accountsAccount(AccountPage.of(
                chromes.of(viewer, "/account").saying(SAID.sentence(said)), accounts.ownBrowserSessions(clock.instant()), viewer, clock));
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
                : HttpResponse.seeOther(SAID.at("/account", "signed-out-there"));
    }

    @WhoMay(SIGNED_IN)
    @Post(value = "/sign-out-everywhere", consumes = MediaType.ALL)
    HttpResponse<?> signOutEverywhere(Viewer viewer) {
        accounts.endOwnBrowserSessions(clock.instant());
        acts.note(viewer, Act.SIGNED_OUT_EVERYWHERE, null, viewer.id());
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(browserSessions.end(viewer));
    }
}
