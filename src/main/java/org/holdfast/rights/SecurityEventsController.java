package org.holdfast.rights;

import static org.holdfast.access.Who.ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.Missing;

/** Security events, for administrators: they read what happened, and nothing of what people wrote. */
@Controller("/security-events")
@Produces(MediaType.TEXT_HTML)
class SecurityEventsController {
    private final TrailReadings readings;
    private final Chromes chromes;
    private final Templates templates;

    SecurityEventsController(TrailReadings readings, Chromes chromes, Templates templates) {
        this.readings = readings;
        this.chromes = chromes;
        this.templates = templates;
    }

    @WhoMay(ADMINISTRATOR)
    @Get
    JteModel show(Viewer viewer, @QueryValue(defaultValue = "1") int page) {
        List<TrailReadings.Event> events =
                readings.securityEvents(PageNumber.skipping(page, SecurityEventsPage.PER_PAGE), SecurityEventsPage.PER_PAGE);
        if (events.isEmpty() && page > 1) {
            throw new Missing();
        }
        return templates.rightsSecurityEvents(SecurityEventsPage.of(chromes.of(viewer, "/security-events"), events, page));
    }
}
