package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.accounts.SomebodysAccount;
import org.holdfast.web.Missing;

/** What an administrator does to somebody's account where mail and recovery codes do not help. */
@Controller("/people/{id}/account")
@Produces(MediaType.TEXT_HTML)
class AccountsController {
    private final SomebodysAccount accounts;

    AccountsController(SomebodysAccount accounts) {
        this.accounts = accounts;
    }

    @WhoMay(ADMINISTRATOR)
    @Post(value = "/unlock", consumes = MediaType.ALL)
    HttpResponse<?> unlock(UUID id, Viewer viewer) {
        if (!accounts.unlock(id, viewer)) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "account-unlocked"));
    }

    @WhoMay(ADMINISTRATOR)
    @Post(value = "/second-factor/end", consumes = MediaType.ALL)
    HttpResponse<?> takeAwaySecondFactor(UUID id, Viewer viewer) {
        if (!accounts.takeAwaySecondFactor(id, viewer)) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "app-taken-away"));
    }
}
