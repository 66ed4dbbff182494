package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.accounts.Invitations;
import org.holdfast.templates.Templates;
import org.holdfast.web.Missing;
import org.holdfast.web.Origin;

/** Making an invitation, or a link to a new password. The link is on the answer itself and nowhere else: it is shown once. */
@Controller("/people/{id}/invitation")
@Produces(MediaType.TEXT_HTML)
class InvitationsController {
    private final People people;
    private final PersonPages pages;
    private final Invitations invitations;
    private final Templates templates;
    private final Origin origin;

    InvitationsController(People people, PersonPages pages, Invitations invitations, Templates templates, Origin origin) {
        this.people = people;
        this.pages = pages;
        this.invitations = invitations;
        this.templates = templates;
        this.origin = origin;
    }

    /** By mail. Whoever may read that mail may use it, so the address is the administrator's to set. */
    @WhoMay(ADMINISTRATOR)
    @Post(value = "/mail", consumes = MediaType.ALL)
    HttpResponse<?> send(UUID id, Viewer viewer) {
        people.find(id).orElseThrow(Missing::new);
        if (!invitations.send(id, viewer)) {
            throw new Missing();
        }
        return HttpResponse.seeOther(PersonPages.SAID.at("/people/" + id, "link-sent"));
    }

    @WhoMay(ADMINISTRATOR)
    @Post(consumes = MediaType.ALL)
    JteModel invite(UUID id, Viewer viewer, HttpRequest<?> request) {
        people.find(id).orElseThrow(Missing::new);
        String path = invitations.invite(id, viewer);
        return templates.peoplePerson(pages.withInvitation(id, viewer, origin.of(request) + path));
    }
}
