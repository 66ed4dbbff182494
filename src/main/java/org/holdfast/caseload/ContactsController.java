package org.holdfast.caseload;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
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
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;
import org.holdfast.web.Words;

/** Logging a contact from a caseload or a case's page, and striking out a wrong one. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ContactsController {
    private static final String FROM_CASELOAD = "caseload/";
    private static final int MOST_WORDS = 500;

    @Serdeable
    record StrikeForm(@Nullable String reason) {}

    private final LoggingAContact logging;
    private final CasePages casePages;
    private final CaseloadPages caseloadPages;
    private final Contacts contacts;
    private final Cases cases;
    private final Templates templates;
    private final Chromes chromes;
    private final Today today;
    private final Clock clock;

    ContactsController(
            LoggingAContact logging, CasePages casePages, CaseloadPages caseloadPages, Contacts contacts, Cases cases, Templates templates,
            Chromes chromes, Today today, Clock clock) {
        this.logging = logging;
        this.casePages = casePages;
        this.caseloadPages = caseloadPages;
        this.contacts = contacts;
        this.cases = cases;
        this.templates = templates;
        this.chromes = chromes;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/cases/{id}/contacts")
    HttpResponse<?> log(UUID id, Viewer viewer, @Body ContactForm form) {
        Cases.Case found = casePages.toWrite(id);
        return switch (logging.log(found, form, viewer)) {
            case LoggingAContact.Outcome.Logged(String said) -> HttpResponse.seeOther(leadBack(id, viewer, form, said));
            case LoggingAContact.Outcome.ToPutRight(Errors errors) -> HttpResponse.unprocessableEntity().body(again(found, viewer, form, errors));
        };
    }

    private static URI leadBack(UUID id, Viewer viewer, ContactForm form, String said) {
        return caseloadOf(form)
                .map(person -> CaseloadPages.SAID.at(viewer.is(person) ? "/caseload" : "/people/" + person + "/caseload", said))
                .orElseGet(() -> CasePages.SAID.at("/cases/" + id, said));
    }

    private JteModel again(Cases.Case found, Viewer viewer, ContactForm form, Errors errors) {
        Optional<UUID> person = caseloadOf(form);
        return person.isPresent()
                ? templates.caseloadCaseload(caseloadPages.ofPerson(person.get(), viewer, null, new CaseloadPages.Typed(found.id(), form, errors)))
                : templates.caseloadCase(casePages.toPutRight(found, viewer, CaseForms.typed(form, errors)));
    }

    /** Whose caseload the form stood on; nothing for the case's own page. */
    private static Optional<UUID> caseloadOf(ContactForm form) {
        return form.from() != null && form.from().startsWith(FROM_CASELOAD)
                ? SentId.read(form.from().substring(FROM_CASELOAD.length()))
                : Optional.empty();
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Get("/contacts/{id}/strike")
    JteModel strikePage(UUID id, Viewer viewer) {
        return strikePage(id, caseOf(id), viewer, "", Errors.none());
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER})
    @Post("/contacts/{id}/strike")
    HttpResponse<?> strike(UUID id, Viewer viewer, @Body StrikeForm form) {
        Cases.Case found = caseOf(id);
        Errors errors = Errors.none();
        String reason = errors.text("reason", form.reason(), MOST_WORDS, "Write why this contact is wrong");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(strikePage(id, found, viewer, form.reason() == null ? "" : form.reason(), errors));
        }
        contacts.strike(id, reason, viewer.id(), clock.instant());
        cases.settle(found.id(), today.date(), clock.instant());
        return HttpResponse.seeOther(CasePages.SAID.at("/cases/" + found.id(), "struck"));
    }

    private Cases.Case caseOf(UUID contact) {
        return casePages.toWrite(contacts.caseOf(contact).orElseThrow(Missing::new));
    }

    private JteModel strikePage(UUID id, Cases.Case found, Viewer viewer, String reason, Errors errors) {
        Contacts.Listed contact = contacts.find(id).orElseThrow(Missing::new);
        String words = Words.sentence(contact.mode()) + " on " + Words.day(contact.onDay()) + (contact.who() == null ? "" : ", " + contact.who());
        return templates.caseloadStrike(new StrikePage(
                chromes.of(viewer, "/caseload"), id.toString(), "/cases/" + found.id(), found.reference(), words, reason, errors));
    }
}
