package org.holdfast.rights;

import static org.holdfast.access.Who.SIGNED_IN;

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

/** "Who looked at my record": everybody reads the reads about themselves and nobody else's. */
@Controller("/access-log")
@Produces(MediaType.TEXT_HTML)
class AccessLogController {
    private final TrailReadings readings;
    private final Chromes chromes;
    private final Templates templates;

    AccessLogController(TrailReadings readings, Chromes chromes, Templates templates) {
        this.readings = readings;
        this.chromes = chromes;
        this.templates = templates;
    }

    @WhoMay(SIGNED_IN)
    @Get
    JteModel show(Viewer viewer, @QueryValue(defaultValue = "1") int page) {
        List<TrailReadings.Read> reads = readings.aboutViewer(PageNumber.skipping(page, AccessLogPage.PER_PAGE), AccessLogPage.PER_PAGE);
        if (reads.isEmpty() && page > 1) {
            throw new Missing();
        }
        return templates.rightsAccessLog(AccessLogPage.of(chromes.of(viewer, "/access-log"), reads, page));
    }
}
