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
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** Single-use links: the first administrator's, and invitations. A link that is used up or too old answers 404. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class LinkController {
    private static final String FIRST = "first administrator";
    private static final String INVITATION = "invitation";

    private final Accounts accounts;
    private final BrowserSessions browserSessions;
    private final Passwords passwords;
    private final Templates templates;
    private final Ids ids;
    private final Clock clock;
    private final Today today;
    private final boolean demonstration;

    LinkController(
            Accounts accounts, BrowserSessions browserSessions, Passwords passwords, Templates templates, Ids ids,
            Clock clock, Today today, @Value("${holdfast.demo:none}") String demo) {
        this.accounts = accounts;
        this.browserSessions = browserSessions;
        this.passwords = passwords;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
        this.today = today;
        this.demonstration = !demo.equals("none");
    }

    @WhoMay(ANYBODY)
    @Get("/first-administrator/{token}")
    JteModel firstAdministrator(String token) {
        usable(token, FIRST);
        return firstPage(token, NewAccountForm.EMPTY, Errors.none());
    }

    @WhoMay(ANYBODY)
    @Post("/first-administrator/{token}")
    HttpResponse<?> becomeFirstAdministrator(String token, Viewer viewer, @Nullable @Body NewAccountForm typed) {
        usable(token, FIRST);
        NewAccountForm form = typed == null ? NewAccountForm.EMPTY : typed;
        Errors errors = checked(form, true);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(firstPage(token, form, errors));
        }
        UUID person = accounts.makeFirstAdministrator(
                new Secret(token).hash(), ids.next(), ids.next(), form.nameTyped(), form.userNameTyped(),
                passwords.hash(form.passwordTyped()), clock.instant(), today.date());
        return signedIn(person, viewer);
    }

    @WhoMay(ANYBODY)
    @Get("/invitations/{token}")
    JteModel invitation(String token) {
        return invitationPage(token, usable(token, INVITATION), NewAccountForm.EMPTY, Errors.none());
    }

    @WhoMay(ANYBODY)
    @Post("/invitations/{token}")
    HttpResponse<?> acceptInvitation(String token, Viewer viewer, @Nullable @Body NewAccountForm typed) {
        Accounts.UsableLink link = usable(token, INVITATION);
        NewAccountForm form = typed == null ? NewAccountForm.EMPTY : typed;
        Errors errors = checked(form, false);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(invitationPage(token, link, form, errors));
        }
        UUID person = accounts.acceptInvitation(
                new Secret(token).hash(), form.userNameTyped(), passwords.hash(form.passwordTyped()), clock.instant());
        return signedIn(person, viewer);
    }

    private Accounts.UsableLink usable(String token, String purpose) {
        return accounts.usableLink(new Secret(token).hash(), clock.instant())
                .filter(link -> link.purpose().equals(purpose))
                .orElseThrow(Missing::new);
    }

    private Errors checked(NewAccountForm form, boolean asksForName) {
        Errors errors = form.check(asksForName);
        if (errors.isEmpty() && accounts.isTaken(form.userNameTyped())) {
            errors.add("userName", "Somebody here uses that user name already. Choose another one");
        }
        return errors;
    }

    /** @param person null where somebody else has just used the link */
    private HttpResponse<?> signedIn(@Nullable UUID person, Viewer viewer) {
        if (person == null) {
            throw new Missing();
        }
        return HttpResponse.seeOther(URI.create("/")).cookie(browserSessions.start(person, viewer));
    }

    private JteModel firstPage(String token, NewAccountForm form, Errors errors) {
        return templates.accountsNewAccount(new NewAccountPage(
                "Make the first administrator", "/first-administrator/" + token, null, form.nameTyped(), form.userNameTyped(),
                errors, demonstration));
    }

    private JteModel invitationPage(String token, Accounts.UsableLink link, NewAccountForm form, Errors errors) {
        return templates.accountsNewAccount(new NewAccountPage(
                "Welcome to Holdfast", "/invitations/" + token, link.name(), "", form.userNameTyped(), errors, demonstration));
    }
}
