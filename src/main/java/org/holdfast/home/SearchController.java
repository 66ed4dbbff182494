package org.holdfast.home;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
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
import java.util.List;
import org.holdfast.access.StepUp;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;
import org.holdfast.home.SearchOfOwnText.Findings;
import org.holdfast.templates.Templates;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/** Each person's own search through what they wrote for themselves, and through restricted parts they were present at. */
@Controller("/own-words")
@Produces(MediaType.TEXT_HTML)
class SearchController {
    private static final int LONGEST = 200;
    private static final int SHOWN = 50;

    private final SearchOfOwnText search;
    private final Chromes chromes;
    private final Templates templates;

    SearchController(SearchOfOwnText search, Chromes chromes, Templates templates) {
        this.search = search;
        this.chromes = chromes;
        this.templates = templates;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Get
    JteModel show(Viewer viewer) {
        return page(viewer, "", null, Errors.none());
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @StepUp
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> find(@Body SearchForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String words = errors.text("words", form.words(), LONGEST, "Write a word to look for");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(page(viewer, form.words(), null, errors));
        }
        return HttpResponse.ok(page(viewer, words, search.find(viewer, words, SHOWN), errors));
    }

    private JteModel page(Viewer viewer, @Nullable String words, @Nullable Findings findings, Errors errors) {
        return templates.homeSearch(new SearchPage(
                chromes.of(viewer, "/own-words"), List.of(Link.to("Home", "/"), Link.here("Search your own words")), words == null ? "" : words,
                findings == null ? null : outcome(findings),
                findings == null || findings.closed() == 0 ? null
                        : Words.count(findings.closed(), "text") + " of yours did not open and could not be searched. Tell your administrator: there may be a copy.",
                findings == null ? List.of()
                        : findings.hits().stream().map(hit -> new SearchPage.Hit(hit.what(), hit.href(), hit.before(), hit.match(), hit.after())).toList(),
                errors));
    }

    private static String outcome(Findings findings) {
        if (findings.texts() == 0) {
            return "There is nothing to look through yet: no private preparation, and no restricted part of a session you were in.";
        }
        String among = " of " + Words.count(findings.texts(), "text") + ".";
        return findings.found() == 0 ? "Found in none" + among
                : "Found in " + findings.found() + among + (findings.found() > SHOWN ? " The latest " + SHOWN + " are shown." : "");
    }
}
