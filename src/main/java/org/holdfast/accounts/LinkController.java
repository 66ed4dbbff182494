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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;

/**
 * Single-use links: the first administrator's, invitations, and those for a new password. A link that is used up, too old
 * or was never made answers 404 with one and the same page.
 */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class LinkController {
    private static final String FIRST = "first administrator";
    private static final String INVITATION = "invitation";
    private static final String RESET = "password reset";

    private final Accounts accounts;
    private final BrowserSessions browserSessions;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Mails mails;
    private final Acts acts;
    private final Templates templates;
    private final Ids ids;
    private final Clock clock;
    private final Today today;
    private final boolean demonstration;

    LinkController(
            Accounts accounts, BrowserSessions browserSessions, Passwords passwords, SignInAttempts attempts, Mails mails, Acts acts,
            Templates templates, Ids ids, Clock clock, Today today, @Value("${holdfast.demo:none}") String demo) {
        this.accounts = accounts;
        this.browserSessions = browserSessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.mails = mails;
        this.acts = acts;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
        this.today = today;
        this.demonstration = !demo.equals("none");
    }

    @WhoMay(ANYBODY)
    @Get("/first-administrator/{token}")
    HttpResponse<?> firstAdministrator(String token) {
        return answer(token, FIRST, link -> HttpResponse.ok(firstPage(token, NewAccountForm.EMPTY, Errors.none())));
    }

    @WhoMay(ANYBODY)
    @Post("/first-administrator/{token}")
    HttpResponse<?> becomeFirstAdministrator(String token, Viewer viewer, @Nullable @Body NewAccountForm typed) {
        return answer(token, FIRST, link -> {
            NewAccountForm form = typed == null ? NewAccountForm.EMPTY : typed;
            Errors errors = checked(form, true);
            if (!errors.isEmpty()) {
                return HttpResponse.unprocessableEntity().body(firstPage(token, form, errors));
            }
            return begin(accounts.makeFirstAdministrator(
                    new Secret(token).hash(), ids.next(), ids.next(), form.nameTyped(), form.userNameTyped(),
                    passwords.hash(form.passwordTyped()), clock.instant(), today.date()), viewer);
        });
    }

    @WhoMay(ANYBODY)
    @Get("/invitations/{token}")
    HttpResponse<?> invitation(String token) {
        return answer(token, INVITATION, link -> HttpResponse.ok(invitationPage(token, link, NewAccountForm.EMPTY, Errors.none())));
    }

    @WhoMay(ANYBODY)
    @Post("/invitations/{token}")
    HttpResponse<?> acceptInvitation(String token, Viewer viewer, @Nullable @Body NewAccountForm typed) {
        return answer(token, INVITATION, link -> {
            NewAccountForm form = typed == null ? NewAccountForm.EMPTY : typed;
            Errors errors = checked(form, false);
            if (!errors.isEmpty()) {
                return HttpResponse.unprocessableEntity().body(invitationPage(token, link, form, errors));
            }
            return begin(accounts.acceptInvitation(
                    new Secret(token).hash(), form.userNameTyped(), passwords.hash(form.passwordTyped()), clock.instant()), viewer);
        });
    }

    @WhoMay(ANYBODY)
    @Get("/password-resets/{token}")
    HttpResponse<?> passwordReset(String token) {
        return answer(token, RESET, link -> HttpResponse.ok(resetPage(token, link, Errors.none())));
    }

    /** The second factor stays, so this signs nobody in. It opens an account that was locked. */
    @WhoMay(ANYBODY)
    @Post("/password-resets/{token}")
    HttpResponse<?> resetPassword(String token, Viewer viewer, @Nullable @Body NewPasswordForm typed) {
        return answer(token, RESET, link -> {
            NewPasswordForm form = typed == null ? NewPasswordForm.EMPTY : typed;
            Errors errors = Errors.none();
            passwords.check(errors, form.typed(), link.userName());
            if (!errors.isEmpty()) {
                return HttpResponse.unprocessableEntity().body(resetPage(token, link, errors));
            }
            UUID person = accounts.acceptPasswordReset(new Secret(token).hash(), passwords.hash(form.typed()), clock.instant());
            return person == null ? noLongerWorks() : changed(person, link, viewer);
        });
    }

    private HttpResponse<?> changed(UUID person, Accounts.UsableLink link, Viewer viewer) {
        attempts.unlock(link.userName());
        acts.note(viewer, Act.PASSWORD_CHANGED, null, person, "by a link");
        mails.tell(person, MailKind.PASSWORD_CHANGED);
        return HttpResponse.seeOther(SignInPage.SAID.at("/sign-in", "new-password")).cookie(browserSessions.end(viewer));
    }

    private HttpResponse<?> answer(String token, String purpose, Function<Accounts.UsableLink, HttpResponse<?>> page) {
        Optional<Accounts.UsableLink> link = accounts.usableLink(new Secret(token).hash(), clock.instant());
        return link.filter(l -> l.purpose().equals(purpose)).<HttpResponse<?>>map(page).orElseGet(this::noLongerWorks);
    }

    private HttpResponse<?> noLongerWorks() {
        return HttpResponse.notFound().body(templates.accountsUsedLink(mails.areSent(), demonstration));
    }

    private Errors checked(NewAccountForm form, boolean asksForName) {
        Errors errors = form.check(asksForName, passwords);
        if (errors.isEmpty() && accounts.isTaken(form.userNameTyped())) {
            errors.add("userName", "Somebody here uses that user name already. Choose another one");
        }
        return errors;
    }

    /** @param person null where somebody else has just used the link */
    private HttpResponse<?> begin(@Nullable UUID person, Viewer viewer) {
        if (person == null) {
            return noLongerWorks();
        }
        acts.note(viewer, Act.ACCOUNT_MADE, null, person);
        mails.tell(person, MailKind.ACCOUNT_MADE);
        return demonstration
                ? HttpResponse.seeOther(URI.create("/")).cookie(browserSessions.start(person, viewer))
                : HttpResponse.seeOther(URI.create(SecondFactorController.SETTING_UP)).cookie(browserSessions.startToSetUp(person, viewer));
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

    private JteModel resetPage(String token, Accounts.UsableLink link, Errors errors) {
        return templates.accountsNewPassword(new NewPasswordPage("/password-resets/" + token, link.userName(), errors, demonstration));
    }
}
