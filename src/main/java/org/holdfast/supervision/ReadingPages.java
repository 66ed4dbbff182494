package org.holdfast.supervision;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/** Makes pages on which a record is read. */
@Singleton
class ReadingPages {
    private final RecordContents contents;
    private final RecordVersions versions;
    private final RecordPdfs pdfs;
    private final Chromes chromes;
    private final boolean demonstration;

    ReadingPages(
            RecordContents contents, RecordVersions versions, RecordPdfs pdfs, Chromes chromes, @Value("${holdfast.demo:none}") String demo) {
        this.contents = contents;
        this.versions = versions;
        this.pdfs = pdfs;
        this.chromes = chromes;
        this.demonstration = !demo.equals("none");
    }

    /** The record as it stands while nobody writes in it. */
    ReadingPage closed(SessionAtHand session, Viewer viewer, List<RecordPage.Lost> typed) {
        List<RecordVersions.Version> all = versions.of(session.id());
        RecordContent content = all.isEmpty() ? contents.of(session) : versions.find(session.id(), all.getFirst().number()).orElseThrow();
        String number = all.isEmpty() ? "Draft" : String.valueOf(all.getFirst().number());
        return page(session, viewer, "Record", standing(session), typed, content, number, all);
    }

    /** One version; empty where there is none of that number, or not for this viewer. */
    Optional<ReadingPage> version(SessionAtHand session, Viewer viewer, int number) {
        List<RecordVersions.Version> all = versions.of(session.id());
        return all.stream().filter(version -> version.number() == number).findFirst()
                .flatMap(version -> versions.find(session.id(), number)
                        .map(content -> page(session, viewer, "Record, version " + number, kept(version), List.of(), content,
                                String.valueOf(number), all)));
    }

    private ReadingPage page(
            SessionAtHand session, Viewer viewer, String title, String standing, List<RecordPage.Lost> typed, RecordContent content,
            String number, List<RecordVersions.Version> all) {
        String address = "/sessions/" + session.id();
        return new ReadingPage(
                chromes.of(viewer, address),
                List.of(Link.to("Sessions", "/sessions"), Link.to(session.supervisee() + " with " + session.supervisor(), address), Link.here(title)),
                title, session.supervisee() + " with " + session.supervisor(), whoCanSee(session), standing, typed,
                PrintedRecord.of(content, number, demonstration), all.stream().map(version -> way(address, version)).toList(),
                pdfs.find(session.id(), null).map(asked -> address + "/pdf").orElse(null), restricted(session, viewer, number, all));
    }

    private static @Nullable String restricted(SessionAtHand session, Viewer viewer, String number, List<RecordVersions.Version> all) {
        return all.isEmpty() || !session.hasRestrictedPart() || !session.isOneOfTheTwo(viewer) ? null
                : "/sessions/" + session.id() + "/restricted-part?version=" + number;
    }

    private static Link way(String address, RecordVersions.Version version) {
        return Link.to("Version " + version.number() + ", " + cause(version) + ", " + moment(version), address + "/versions/" + version.number());
    }

    private static String kept(RecordVersions.Version version) {
        String by = version.madeBy() == null ? "" : " by " + version.madeBy();
        return "Kept as it was when it was " + cause(version) + by + " on " + moment(version) + ". It never changes.";
    }

    private static String cause(RecordVersions.Version version) {
        return switch (version.cause()) {
            case "edits requested" -> "sent back with edits asked for";
            case "withdrawn" -> "taken back";
            default -> version.cause();
        };
    }

    private static String moment(RecordVersions.Version version) {
        return Words.moment(version.madeAt().atZone(Today.LONDON));
    }

    private static String standing(SessionAtHand session) {
        return switch (session.state()) {
            case "shared" -> "Shared. " + session.supervisee() + " has not answered yet; until then nobody changes it.";
            case "disputed" -> "The two see it differently. Both texts are kept; it locks when the third person has recorded how it ended.";
            case "locked" -> "Locked. It never changes; anything later stands below it as a dated addendum.";
            default -> "Agreed.";
        };
    }

    private static String whoCanSee(SessionAtHand session) {
        String two = session.supervisee() + " and " + session.supervisor();
        return session.isLocked() ? two + ", and " + session.supervisee() + "'s line supervisor for twelve months" : two;
    }
}
