package org.holdfast.home;

import static org.holdfast.access.Who.SIGNED_IN;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;

/** The page everybody comes to after signing in. */
@Controller
@Produces(MediaType.TEXT_HTML)
class HomeController {
    private final WorkLists workLists;
    private final Templates templates;

    HomeController(WorkLists workLists, Templates templates) {
        this.workLists = workLists;
        this.templates = templates;
    }

    @WhoMay(SIGNED_IN)
    @Get("/")
    JteModel home(Viewer viewer) {
        return templates.homeHome(workLists.of(viewer));
    }
}
