package org.holdfast.intake;

import static org.holdfast.access.Who.ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.holdfast.web.Words;

/** Importing by hand: send the files, look at what would change, apply it or throw it away. */
@Controller("/intake")
@Produces(MediaType.TEXT_HTML)
class IntakeController {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Set<String> VERDICTS = Set.of("new", "changed", "unchanged", "rejected");
    private static final int LAST_PAGE = 1_000_000;
    private static final Said SAID = new Said(Map.of(
            "applied", "The extract is taken in.",
            "removed", "The dry run is removed. Nothing of it was taken in."));

    private final TakingIn takingIn;
    private final Intakes intakes;
    private final Progress progress;
    private final Templates templates;
    private final Chromes chromes;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    IntakeController(
            TakingIn takingIn, Intakes intakes, Progress progress, Templates templates, Chromes chromes, Ids ids, Today today,
            Clock clock) {
        this.takingIn = takingIn;
        this.intakes = intakes;
        this.progress = progress;
        this.templates = templates;
        this.chromes = chromes;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    @WhoMay(ADMINISTRATOR)
    @Get
    JteModel list(Viewer viewer, @Nullable @QueryValue String centre, @Nullable @QueryValue String said) {
        return list(viewer, centre, said, Errors.none());
    }

    private JteModel list(Viewer viewer, @Nullable String centre, @Nullable String said, Errors errors) {
        intakes.forgetOld(clock.instant());
        List<IntakesPage.Entry> entries = intakes.since(clock.instant().minus(KEPT)).stream()
                .map(entry -> IntakesPage.entry(entry, takingIn.outcome(entry)))
                .toList();
        return templates.intakeIntakes(IntakesPage.of(
                chromes.of(viewer, "/intake").saying(SAID.sentence(said)), errors, intakes.centres(), centre, ids.next(), entries));
    }

    @WhoMay(ADMINISTRATOR)
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> dryRun(
            Viewer viewer, @Nullable @QueryValue String centre, @Nullable @QueryValue UUID upload, HttpRequest<?> request,
            @Nullable @Body InputStream files) {
        return switch (takingIn.take(viewer, SentExtract.with(request, centre, upload, files), TakingIn.Then.KEEP)) {
            case Taken.Read read -> HttpResponse.seeOther(URI.create("/intake/" + read.id()));
            case Taken.Refused(Taken.Why why, String sentence) -> HttpResponse.status(why.status())
                    .body(list(viewer, centre, null, Errors.none().add(PartName.FILES, sentence)));
        };
    }

    /** A part of the page, asked for while files are on their way. */
    @WhoMay(ADMINISTRATOR)
    @Get("/uploads/{upload}")
    JteModel progress(Viewer viewer, UUID upload) {
        long rows = progress.rows(viewer.id(), upload);
        return templates.intakeProgress(
                "/intake/uploads/" + upload, rows == 0 ? "Sending the files." : Words.count(rows, "row") + " read so far.");
    }

    @WhoMay(ADMINISTRATOR)
    @Get("/{id}")
    JteModel show(
            UUID id, Viewer viewer, @Nullable @QueryValue String table, @Nullable @QueryValue String verdict,
            @QueryValue(defaultValue = "1") int page, @Nullable @QueryValue String said) {
        Intakes.Entry entry = intakes.find(id).orElseThrow(Missing::new);
        return show(viewer, entry, listing(entry, table, verdict, page), SAID.sentence(said), Errors.none());
    }

    private JteModel show(Viewer viewer, Intakes.Entry entry, @Nullable IntakePage.Listing listing, @Nullable String said, Errors errors) {
        return templates.intakeIntake(IntakePage.of(
                chromes.of(viewer, "/intake").saying(said), errors, entry, takingIn.outcome(entry), proposals(entry), listing));
    }

    private IntakePage.Proposals proposals(Intakes.Entry entry) {
        if (entry.appliedAt() != null) {
            return IntakePage.Proposals.NONE;
        }
        return new IntakePage.Proposals(
                intakes.cases(entry.id()), intakes.newTeams(entry.id()), intakes.teamManagers(entry.id(), today.date()),
                intakes.lines(entry.id(), today.date()));
    }

    private @Nullable IntakePage.Listing listing(Intakes.Entry entry, @Nullable String table, @Nullable String verdict, int page) {
        boolean asked = table != null && verdict != null && ExtractTable.of(table).isPresent() && VERDICTS.contains(verdict);
        if (!asked || entry.appliedAt() != null || page < 1 || page > LAST_PAGE) {
            return null;
        }
        long total = intakes.counts(entry.id()).stream()
                .filter(count -> count.tableName().equals(table) && count.verdict().equals(verdict))
                .mapToLong(Intakes.Count::number).sum();
        List<Intakes.Row> rows = intakes.rows(entry.id(), table, verdict, IntakePage.PER_PAGE, (page - 1L) * IntakePage.PER_PAGE);
        return IntakePage.listing("/intake/" + entry.id(), table, verdict, total, page, rows);
    }

    /** Taking in the same dry run twice is the same as once. */
    @WhoMay(ADMINISTRATOR)
    @Post("/{id}/application")
    @Consumes(MediaType.ALL)
    HttpResponse<?> apply(UUID id, Viewer viewer) {
        Intakes.Entry entry = intakes.find(id).orElseThrow(Missing::new);
        if (entry.appliedAt() != null) {
            return HttpResponse.seeOther(URI.create("/intake/" + id));
        }
        return switch (takingIn.apply(viewer, entry)) {
            case Taken.Read read -> HttpResponse.seeOther(SAID.at("/intake/" + id, "applied"));
            case Taken.Refused(Taken.Why why, String sentence) -> HttpResponse.status(why.status())
                    .body(show(viewer, entry, null, null, Errors.none().add("apply", sentence)));
        };
    }

    @WhoMay(ADMINISTRATOR)
    @Post("/{id}/removal")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(UUID id) {
        intakes.find(id).orElseThrow(Missing::new);
        intakes.forget(id);
        return HttpResponse.seeOther(SAID.at("/intake", "removed"));
    }
}
