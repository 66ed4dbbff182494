package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.web.Chromes;
import org.holdfast.web.Link;

/** Makes the pages of the restricted part: one to write in, one to read. */
@Singleton
class RestrictedPages {
    private final RestrictedTexts texts;
    private final RestrictedVersions kept;
    private final RecordVersions versions;
    private final Conflicts conflicts;
    private final AroundTheRecord around;
    private final Chromes chromes;
    private final Ids ids;

    RestrictedPages(
            RestrictedTexts texts, RestrictedVersions kept, RecordVersions versions, Conflicts conflicts, AroundTheRecord around,
            Chromes chromes, Ids ids) {
        this.texts = texts;
        this.kept = kept;
        this.versions = versions;
        this.conflicts = conflicts;
        this.around = around;
        this.chromes = chromes;
        this.ids = ids;
    }

    RestrictedPage of(SessionAtHand session, Viewer viewer, RecordPages.Left left, @Nullable String said) {
        Draft draft = texts.draft(session);
        FieldBoxes boxes = new FieldBoxes(session, viewer, left.typed(), left.errors(), conflicts.open(session.id(), Sheet.RESTRICTED));
        String whoSees = boxes.theTwo() + ", nobody else. Breaking the seal in a safeguarding emergency, or a court, can open it";
        FieldBox wellbeing = boxes.box(part(draft, Part.RESTRICTED).getFirst(), RecordField.WELLBEING, whoSees)
                .hinting("What stays with you, what carries you, what you would like from each other").high(8);
        List<FieldBox> impacts = part(draft, Part.IMPACT).stream()
                .map(impact -> boxes.box(impact, RecordField.EMOTIONAL_IMPACT, whoSees)
                        .labelled(RecordField.EMOTIONAL_IMPACT.label + ": case " + reference(impact.reference())).high(4))
                .toList();
        String address = "/sessions/" + session.id() + "/restricted-part";
        return new RestrictedPage(
                chromes.of(viewer, address).saying(said), where(session), "Restricted part", caption(session), whoCanSee(session), left.errors(),
                address, viewer.id().toString(), ids.next().toString(), draft.revision(), boxes.asShown(),
                RecordPages.saved(around.savedAt(session.id())), left.noticed(), left.lost(),
                session.nameOf(viewer.is(session.superviseeId()) ? session.supervisorId() : session.superviseeId()),
                wellbeing, impacts, "/sessions/" + session.id() + "/record");
    }

    private static List<DraftPart> part(Draft draft, Part part) {
        return draft.parts().stream().filter(p -> p.part() == part).toList();
    }

    private static String reference(@Nullable String reference) {
        return reference == null || reference.isEmpty() ? "out of your reach now" : reference;
    }

    /** To read; empty where there is no version of that number. */
    Optional<RestrictedReadPage> read(SessionAtHand session, Viewer viewer, @Nullable Integer number, List<RecordPage.Lost> typed) {
        List<RecordVersions.Version> all = versions.of(session.id());
        Optional<RecordVersions.Version> version = number == null ? all.stream().findFirst() : all.stream().filter(v -> v.number() == number).findFirst();
        return version.map(v -> page(session, viewer, v, number, typed));
    }

    private RestrictedReadPage page(SessionAtHand session, Viewer viewer, RecordVersions.Version version, @Nullable Integer asked, List<RecordPage.Lost> typed) {
        RestrictedContent content = kept.find(session.id(), version.number()).orElse(new RestrictedContent(RestrictedContent.FORM, "", List.of()));
        return new RestrictedReadPage(
                chromes.of(viewer, "/sessions/" + session.id()), where(session),
                asked == null ? "Restricted part" : "Restricted part, version " + version.number(), caption(session), whoCanSee(session),
                session.isLocked() ? "It is locked with the record." : "It belongs to version " + version.number() + " of the record.",
                typed, content.wellbeing(),
                content.impacts().stream().map(impact -> new RestrictedReadPage.Impact("Case " + reference(impact.reference()), impact.words())).toList());
    }

    private static List<Link> where(SessionAtHand session) {
        String address = "/sessions/" + session.id();
        return List.of(
                Link.to("Sessions", "/sessions"), Link.to(caption(session), address), Link.to("Record", address + "/record"),
                Link.here("Restricted part"));
    }

    private static String caption(SessionAtHand session) {
        return session.supervisee() + " with " + session.supervisor();
    }

    private static String whoCanSee(SessionAtHand session) {
        return session.supervisee() + " and " + session.supervisor() + ", nobody else. It is in no PDF, report or sample, and in each one's own file.";
    }
}
