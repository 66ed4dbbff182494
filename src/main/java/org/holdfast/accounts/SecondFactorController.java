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
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/**
 * Setting up one's own second factor, the first time after signing in with a password alone, later from the account page
 * with the current password. The recovery codes stand on the answer itself and nowhere else: they are shown once.
 */
@Controller("/account")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SecondFactorController {
    /** Where a second factor is set up. */
    static final String SETTING_UP = "/account/second-factor/new";

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final RecoveryCodes recoveryCodes;
    private final CurrentPassword currentPassword;
    private final BrowserSessions browserSessions;
    private final AccountPages pages;
    private final Mails mails;
    private final Acts acts;
    private final Templates templates;
    private final Chromes chromes;

    SecondFactorController(
            Accounts accounts, SecondFactors secondFactors, RecoveryCodes recoveryCodes, CurrentPassword currentPassword,
            BrowserSessions browserSessions, AccountPages pages, Mails mails, Acts acts, Templates templates, Chromes chromes) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.recoveryCodes = recoveryCodes;
        this.currentPassword = currentPassword;
        this.browserSessions = browserSessions;
        this.pages = pages;
        this.mails = mails;
        this.acts = acts;
        this.templates = templates;
        this.chromes = chromes;
    }

    @WhileSettingUp
    @WhoMay(SIGNED_IN)
    @Get("/second-factor/new")
    HttpResponse<?> show(Viewer viewer) {
        Accounts.Own own = accounts.own().orElseThrow(Missing::new);
        return secondFactors.offered(viewer).or(() -> firstOffer(viewer, own))
                .<HttpResponse<?>>map(totp -> HttpResponse.ok(page(viewer, own, totp, Errors.none())))
                .orElseGet(() -> HttpResponse.seeOther(URI.create("/account")));
    }

    private Optional<Totp> firstOffer(Viewer viewer, Accounts.Own own) {
        return own.secondFactorSince() == null ? Optional.of(secondFactors.offer(viewer)) : Optional.empty();
    }

    /** Asking for another app than the one set up before. */
    @WhoMay(SIGNED_IN)
    @Post("/second-factor/new")
    HttpResponse<?> offerAnother(Viewer viewer, HttpRequest<?> request, @Nullable @Body CurrentPassword.Form typed) {
        Accounts.Own own = accounts.own().orElseThrow(Missing::new);
        Errors errors = currentPassword.check(own, typed, "currentForApp", request);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(pages.toPutRight(viewer, errors));
        }
        secondFactors.offer(viewer);
        return HttpResponse.seeOther(URI.create(SETTING_UP));
    }

    /** The code that shows that the app has the secret. */
    @Serdeable
    record CodeForm(@Nullable String code) {
        String typed() {
            return code == null ? "" : code.strip();
        }
    }

    @WhileSettingUp
    @WhoMay(SIGNED_IN)
    @Post("/second-factor")
    HttpResponse<?> confirm(Viewer viewer, @Body CodeForm form) {
        Accounts.Own own = accounts.own().orElseThrow(Missing::new);
        if (secondFactors.confirm(viewer, form.typed())) {
            acts.note(viewer, Act.SECOND_FACTOR_SET_UP, null, viewer.id());
            mails.tell(viewer.id(), MailKind.SECOND_FACTOR_SET_UP);
            return HttpResponse.ok(codes(viewer, true)).cookie(browserSessions.start(viewer.id(), viewer));
        }
        Errors errors = Errors.none().add("code", "That code does not fit. Wait for the next one and type it as the app shows it.");
        return secondFactors.offered(viewer)
                .<HttpResponse<?>>map(totp -> HttpResponse.unprocessableEntity().body(page(viewer, own, totp, errors)))
                .orElseGet(() -> HttpResponse.seeOther(URI.create(SETTING_UP)));
    }

    @WhoMay(SIGNED_IN)
    @Post("/recovery-codes")
    HttpResponse<?> renewRecoveryCodes(Viewer viewer, HttpRequest<?> request, @Nullable @Body CurrentPassword.Form typed) {
        Accounts.Own own = accounts.own().filter(o -> o.secondFactorSince() != null).orElseThrow(Missing::new);
        Errors errors = currentPassword.check(own, typed, "currentForCodes", request);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(pages.toPutRight(viewer, errors));
        }
        acts.note(viewer, Act.RECOVERY_CODES_RENEWED, null, viewer.id());
        mails.tell(viewer.id(), MailKind.RECOVERY_CODES_RENEWED);
        return HttpResponse.ok(codes(viewer, false));
    }

    private JteModel codes(Viewer viewer, boolean justSetUp) {
        List<String> codes = recoveryCodes.renew();
        return templates.accountsRecoveryCodes(new RecoveryCodesPage(chromes.of(viewer, "/account"), codes, justSetUp));
    }

    private JteModel page(Viewer viewer, Accounts.Own own, Totp totp, Errors errors) {
        return templates.accountsSecondFactor(
                SecondFactorPage.of(chromes.of(viewer, "/account"), own.userName(), totp, own.secondFactorSince() == null, errors));
    }
}
