package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.time.Today;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/**
 * Where an extract is sent, and the dry runs and intakes of the last 24 hours.
 *
 * @param forCentre the centre it goes to, in words, or null while one of {@code centres} is to be chosen
 * @param action    where the form goes
 * @param watching  where the page asks how many rows are read
 */
public record IntakesPage(
        Chrome chrome, Errors errors, @Nullable String forCentre, List<Link> centres, String action, String watching,
        List<Entry> entries) {

    /** One dry run or intake, in words. */
    public record Entry(String href, String when, String what, String standing) {}

    static IntakesPage of(Chrome chrome, Errors errors, List<Intakes.Centre> centres, @Nullable String chosen, UUID upload, List<Entry> entries) {
        Intakes.Centre centre = centres.size() == 1 ? centres.getFirst()
                : centres.stream().filter(c -> c.id().toString().equals(chosen)).findFirst().orElse(null);
        String forCentre = centre != null ? centre.name()
                : centres.isEmpty() ? "A new centre named Imported service, which you can rename" : null;
        String action = "/intake?upload=" + upload + (centre == null ? "" : "&centre=" + centre.id());
        List<Link> choices = centres.size() < 2 ? List.of()
                : centres.stream().map(c -> Link.to(c.name(), "/intake?centre=" + c.id())).toList();
        return new IntakesPage(chrome, errors, forCentre, choices, action, "/intake/uploads/" + upload, entries);
    }

    static Entry entry(Intakes.Entry entry, IntakeOutcome outcome) {
        String what = Words.list(List.of(
                Words.number(outcome.total("new")) + " new", Words.number(outcome.total("changed")) + " changed",
                Words.number(outcome.total("unchanged")) + " unchanged", Words.number(outcome.total("rejected")) + " rejected"));
        return new Entry("/intake/" + entry.id(), moment(entry.startedAt()), what,
                entry.appliedAt() == null ? "Dry run, not applied" : "Applied " + moment(entry.appliedAt()));
    }

    private static String moment(Instant at) {
        return Words.moment(at.atZone(Today.LONDON));
    }
}
