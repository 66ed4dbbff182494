package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.accounts.SomebodysAccount;
import org.holdfast.templates.Templates;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/** Where somebody gets mail: set by an administrator, because whoever reads it can ask for a new password. */
@Controller("/people/{id}/mail-address")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class MailAddressesController {
    private final People people;
    private final PersonPages pages;
    private final SomebodysAccount accounts;
    private final Templates templates;

    MailAddressesController(People people, PersonPages pages, SomebodysAccount accounts, Templates templates) {
        this.people = people;
        this.pages = pages;
        this.accounts = accounts;
        this.templates = templates;
    }

    @WhoMay(ADMINISTRATOR)
    @Post
    HttpResponse<?> set(UUID id, Viewer viewer, @Nullable @Body MailAddressForm typed) {
        people.find(id).orElseThrow(Missing::new);
        MailAddressForm form = typed == null ? new MailAddressForm(null) : typed;
        Errors errors = Errors.none();
        String address = form.check(errors);
        if (errors.isEmpty() && !accounts.setMailAddress(id, address, viewer)) {
            errors.add("address", "Somebody else has this address. Two people cannot share one, because it opens an account");
        }
        return errors.isEmpty()
                ? HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "address-set"))
                : HttpResponse.unprocessableEntity().body(templates.peoplePerson(pages.toPutRight(id, viewer, form, errors)));
    }
}
