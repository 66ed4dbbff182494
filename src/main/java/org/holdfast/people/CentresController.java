package org.holdfast.people;

import static org.holdfast.access.Who.ADMINISTRATOR;

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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.database.Ids;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.SentId;

/** Service centres and their teams. */
@Controller("/centres")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CentresController {
    private static final Said SAID = new Said(Map.of(
            "centre-added", "The service centre is added.",
            "team-added", "The team is added."));

    /** A name for a centre or a team. */
    @Serdeable
    record NameForm(@Nullable String once, @Nullable String name) {}

    private final People people;
    private final Templates templates;
    private final Chromes chromes;
    private final Today today;
    private final Ids ids;

    CentresController(People people, Templates templates, Chromes chromes, Today today, Ids ids) {
        this.people = people;
        this.templates = templates;
        this.chromes = chromes;
        this.today = today;
        this.ids = ids;
    }

    @WhoMay(ADMINISTRATOR)
    @Get
    JteModel list(Viewer viewer, @Nullable @QueryValue String said) {
        return page(viewer, said, "", "", Errors.none());
    }

    @WhoMay(ADMINISTRATOR)
    @Post
    HttpResponse<?> addCentre(Viewer viewer, @Body NameForm form) {
        Errors errors = Errors.none();
        String name = errors.text("centreName", form.name(), 200, "Write the name of the service centre");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(page(viewer, null, "centre", typed(form), errors));
        }
        people.addCentre(SentId.read(form.once()).orElseGet(ids::next), name);
        return HttpResponse.seeOther(SAID.at("/centres", "centre-added"));
    }

    @WhoMay(ADMINISTRATOR)
    @Post("/{id}/teams")
    HttpResponse<?> addTeam(UUID id, Viewer viewer, @Body NameForm form) {
        if (people.centres(today.date()).stream().noneMatch(c -> c.id().equals(id))) {
            throw new Missing();
        }
        Errors errors = Errors.none();
        String name = errors.text("teamName-" + id, form.name(), 200, "Write the name of the team");
        if (errors.isEmpty() && people.addTeam(SentId.read(form.once()).orElseGet(ids::next), id, name) == 0) {
            errors.add("teamName-" + id, "This centre has a team of that name already");
        }
        return errors.isEmpty()
                ? HttpResponse.seeOther(SAID.at("/centres", "team-added"))
                : HttpResponse.unprocessableEntity().body(page(viewer, null, id.toString(), typed(form), errors));
    }

    private static String typed(NameForm form) {
        return form.name() == null ? "" : form.name();
    }

    private JteModel page(Viewer viewer, @Nullable String said, String typedFor, String typed, Errors errors) {
        return templates.peopleCentres(CentresPage.of(
                chromes.of(viewer, "/people").saying(SAID.sentence(said)), people.centres(today.date()), people.teams(today.date()),
                typedFor, typed, errors, ids));
    }
}
