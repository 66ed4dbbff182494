package org.holdfast.accounts;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.access.Viewer;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chrome;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Said;
import org.holdfast.web.Words;

/** Puts the page of one's own account together. */
@Singleton
final class AccountPages {
    static final Said SAID = new Said(Map.of(
            "password-changed", "Your new password counts from now on. Everywhere else you were signed in, you are signed out.",
            "signed-out-there", "That browser is signed out."));

    private final Accounts accounts;
    private final Mails mails;
    private final Templates templates;
    private final Chromes chromes;
    private final Clock clock;

    AccountPages(Accounts accounts, Mails mails, Templates templates, Chromes chromes, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.templates = templates;
        this.chromes = chromes;
        this.clock = clock;
    }

    JteModel show(Viewer viewer, @Nullable String said) {
        return page(viewer, chromes.of(viewer, "/account").saying(SAID.sentence(said)), Errors.none());
    }

    JteModel toPutRight(Viewer viewer, Errors errors) {
        return page(viewer, chromes.of(viewer, "/account"), errors);
    }

    private JteModel page(Viewer viewer, Chrome chrome, Errors errors) {
        AccountPage.Own own = accounts.own().map(account -> own(viewer, account)).orElse(null);
        return templates.accountsAccount(new AccountPage(
                chrome, own, AccountPage.places(accounts.ownBrowserSessions(clock.instant()), viewer, clock), errors));
    }

    private AccountPage.Own own(Viewer viewer, Accounts.Own account) {
        return new AccountPage.Own(account.userName(), facts(viewer, account), account.secondFactorSince() != null);
    }

    private List<Fact> facts(Viewer viewer, Accounts.Own account) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("User name", account.userName()));
        facts.add(Fact.of("Mail address", mails.address(viewer.id()).orElse("None; an administrator can add one")));
        if (account.secondFactorSince() == null) {
            facts.add(Fact.of("Authenticator app", "Not set up"));
        } else {
            facts.add(Fact.of("Authenticator app", "Set up on " + Words.day(account.secondFactorSince().atZone(Today.LONDON).toLocalDate())));
            facts.add(Fact.of("Recovery codes", account.recoveryCodes() == 0 ? "None left" : Words.number(account.recoveryCodes()) + " not used yet"));
        }
        return facts;
    }
}
