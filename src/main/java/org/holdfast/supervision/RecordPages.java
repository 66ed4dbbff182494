package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.access.Viewer;
import org.holdfast.caseload.ContactGap;
import org.holdfast.caseload.ContactStrip;
import org.holdfast.database.Ids;
import org.holdfast.prompts.ContactGapDecisions;
import org.holdfast.time.Today;
import org.holdfast.web.Choice;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/** Makes the page on which a record is written: the draft, the agenda, and what is known about each case. */
@Singleton
class RecordPages {
    private static final int LIMIT_WITHOUT_RULE = 28;
    private static final int EARLIER_DECISIONS_SHOWN = 3;

    private final Drafts drafts;
    private final Conflicts conflicts;
    private final AroundTheRecord around;
    private final AgendaOfTheRecord agenda;
    private final Actions actions;
    private final Chromes chromes;
    private final Today today;
    private final Ids ids;

    RecordPages(
            Drafts drafts, Conflicts conflicts, AroundTheRecord around, AgendaOfTheRecord agenda, Actions actions, Chromes chromes,
            Today today, Ids ids) {
        this.drafts = drafts;
        this.conflicts = conflicts;
        this.around = around;
        this.agenda = agenda;
        this.actions = actions;
        this.chromes = chromes;
        this.today = today;
        this.ids = ids;
    }

    /**
     * What a form left behind that the page has to show again.
     *
     * @param typed what was typed and could not be saved, by the field's name
     * @param lost  what was typed into parts that somebody took out meanwhile
     */
    record Left(Errors errors, Map<String, String> typed, List<RecordPage.Lost> lost, @Nullable String noticed) {
        static final Left NOTHING = new Left(Errors.none(), Map.of(), List.of(), null);
    }

    RecordPage of(SessionAtHand session, Viewer viewer, Left left, @Nullable String said) {
        Draft draft = drafts.of(session);
        FieldBoxes boxes = new FieldBoxes(session, viewer, left.typed(), left.errors(), conflicts.open(session.id(), Sheet.RECORD));
        RecordPage.Header header = header(boxes, draft.record());
        List<RecordPage.FunctionBox> functions = Stream.of(FunctionOfSupervision.values()).map(f -> function(boxes, draft, f)).toList();
        List<RecordPage.CaseBox> cases = new Cases(session, viewer, draft, boxes).boxes();
        List<RecordPage.ActionBox> actions = draft.actions().stream().map(action -> action(boxes, action)).toList();
        FieldBox itself = boxes.box(draft.record(), RecordField.ITSELF);
        String address = "/sessions/" + session.id() + "/record";
        return new RecordPage(
                chromes.of(viewer, address).saying(said), where(session), "Record", caption(session),
                session.supervisee() + " and " + session.supervisor() + ", until it is shared and agreed. Case decisions are live at once.",
                left.errors(), address, viewer.id().toString(), ids.next().toString(), draft.revision(), boxes.asShown(),
                saved(around.savedAt(session.id())), left.noticed(), left.lost(),
                session.supervisee(), session.supervisor(), session.nameOf(viewer.is(session.superviseeId()) ? session.supervisorId() : session.superviseeId()), header,
                functions, cases, agenda.lines(session, draft), addable(session, draft), actions, carried(session), itself,
                session.hasRestrictedPart() ? "/sessions/" + session.id() + "/restricted-part" : null);
    }

    private static List<Link> where(SessionAtHand session) {
        return List.of(
                Link.to("Sessions", "/sessions"), Link.to(session.supervisee() + " with " + session.supervisor(), "/sessions/" + session.id()),
                Link.here("Record"));
    }

    private static String caption(SessionAtHand session) {
        String day = session.startsAt() == null ? "" : ", " + Words.day(session.startsAt().atZone(Today.LONDON).toLocalDate());
        return session.supervisee() + " with " + session.supervisor() + day;
    }

    static String saved(@Nullable Instant at) {
        return at == null ? "Nothing written yet" : "Saved at " + Words.time(at.atZone(Today.LONDON).toLocalTime());
    }

    private static RecordPage.Header header(FieldBoxes boxes, DraftPart record) {
        return new RecordPage.Header(
                summary(record), boxes.box(record, RecordField.HELD_ON), boxes.box(record, RecordField.STARTED_AT),
                boxes.box(record, RecordField.MINUTES), boxes.box(record, RecordField.INTERRUPTED),
                boxes.box(record, RecordField.PLACE).hinting("A room, or how you met remotely"),
                boxes.box(record, RecordField.PRESENT).high(1),
                boxes.box(record, RecordField.LENS).hinting("The model you used, if any"), Choices.LENSES);
    }

    /** "21 November 2026, 10:00, 90 minutes, Room 2" */
    private static String summary(DraftPart record) {
        String minutes = record.kept(RecordField.MINUTES);
        return Stream.of(
                        RecordField.HELD_ON.kind.shown(record.kept(RecordField.HELD_ON)), record.kept(RecordField.STARTED_AT),
                        minutes.isEmpty() ? "" : minutes + " minutes", record.kept(RecordField.PLACE))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
    }

    private static RecordPage.FunctionBox function(FieldBoxes boxes, Draft draft, FunctionOfSupervision function) {
        DraftPart part = draft.function(function);
        boolean asksWhyNot = function == FunctionOfSupervision.SUPPORT;
        return new RecordPage.FunctionBox(
                "function-" + function.code, function.label, function.definition,
                boxes.box(part, RecordField.DISCUSSED).labelled(function.label), boxes.box(part, RecordField.NOTES).high(2),
                asksWhyNot ? boxes.box(part, RecordField.NOT_COVERED_BECAUSE).high(1).labelled("If it was not covered, why not?") : null);
    }

    private static RecordPage.ActionBox action(FieldBoxes boxes, DraftPart action) {
        return new RecordPage.ActionBox(
                action.id(), boxes.box(action, RecordField.TO_DO).high(2), boxes.box(action, RecordField.ACTION_OWNER),
                boxes.box(action, RecordField.ACTION_DUE_ON),
                boxes.box(action, RecordField.FOR_THE_SERVICE).labelled("For the service; otherwise between the two of you"));
    }

    private List<Choice> addable(SessionAtHand session, Draft draft) {
        List<UUID> there = draft.discussions().stream().map(DraftPart::caseId).toList();
        return around.casesToAdd(session.id(), session.superviseeId(), today.date()).stream()
                .filter(c -> !there.contains(c.id())).map(c -> Choice.of(c.id().toString(), c.reference(), null)).toList();
    }

    private List<RecordPage.Carried> carried(SessionAtHand session) {
        return actions.openFromBefore(session.id(), today.date()).stream().map(action -> new RecordPage.Carried(
                action.id().toString(), action.what(), action.owner() == null ? "Nobody named" : action.owner(),
                action.dueOn() == null ? "No date" : "by " + Words.day(action.dueOn()),
                action.carried() == 0 ? "" : "carried " + Words.count(action.carried(), "time"))).toList();
    }

    /** The case discussions of one draft. */
    private final class Cases {
        private final SessionAtHand session;
        private final Viewer viewer;
        private final Draft draft;
        private final FieldBoxes boxes;
        private final Map<UUID, AroundTheRecord.Known> known;
        private final Map<UUID, List<AroundTheRecord.Contacted>> contacts;
        private final Map<UUID, List<AroundTheRecord.EarlierDecision>> earlier;
        private final List<AroundTheRecord.GapDecided> gapDecisions;

        Cases(SessionAtHand session, Viewer viewer, Draft draft, FieldBoxes boxes) {
            this.session = session;
            this.viewer = viewer;
            this.draft = draft;
            this.boxes = boxes;
            this.gapDecisions = around.gapDecisions(session.id());
            this.known = around.known(session.id(), today.date()).stream().collect(Collectors.toMap(AroundTheRecord.Known::caseId, k -> k));
            this.contacts = around.contacts(session.id(), today.date()).stream().collect(Collectors.groupingBy(AroundTheRecord.Contacted::caseId));
            this.earlier = around.earlierDecisions(session.id()).stream().collect(Collectors.groupingBy(AroundTheRecord.EarlierDecision::caseId));
        }

        List<RecordPage.CaseBox> boxes() {
            List<RecordPage.CaseBox> all = new ArrayList<>();
            List<DraftPart> discussions = draft.discussions();
            discussions.forEach(discussion -> all.add(box(discussion, discussions.size() == 1)));
            return all;
        }

        private RecordPage.CaseBox box(DraftPart discussion, boolean alone) {
            AroundTheRecord.Known about = known.get(discussion.caseId());
            List<RecordPage.DecisionBox> decisions = draft.decisionsOf(discussion).stream().map(d -> decision(discussion, d)).toList();
            return new RecordPage.CaseBox(
                    discussion.id(), reference(discussion), summary(discussion, decisions.size()), alone || isUntouched(discussion),
                    field(discussion, RecordField.REASON).high(1), thoughtFurther(discussion), field(discussion, RecordField.PURPOSES),
                    field(discussion, RecordField.SEEN_AND_HEARD).hinting("What they tell you, in words and in other ways"),
                    field(discussion, RecordField.CHANGE),
                    field(discussion, RecordField.WHAT_HAS_CHANGED), field(discussion, RecordField.HYPOTHESIS),
                    field(discussion, RecordField.OTHER_HYPOTHESES), field(discussion, RecordField.KNOW).high(2),
                    field(discussion, RecordField.INFER).high(2), field(discussion, RecordField.DO_NOT_KNOW).high(2),
                    field(discussion, RecordField.PRACTITIONER_SHORT_TERM), field(discussion, RecordField.PRACTITIONER_LONGER_TERM),
                    field(discussion, RecordField.SUPERVISOR_SHORT_TERM), field(discussion, RecordField.SUPERVISOR_LONGER_TERM),
                    field(discussion, RecordField.ENGAGEMENT_STEP), field(discussion, RecordField.NEXT_DISCUSSION_BY),
                    gap(discussion, about), decisions, about == null ? null : known(about));
        }

        private FieldBox field(DraftPart part, RecordField field) {
            return boxes.box(part, field, boxes.theTwo() + "; goes with the case once agreed");
        }

        private static boolean thoughtFurther(DraftPart discussion) {
            return Stream.of(RecordField.OTHER_HYPOTHESES, RecordField.ENGAGEMENT_STEP, RecordField.PURPOSES)
                    .anyMatch(field -> !discussion.kept(field).isEmpty());
        }

        private static boolean isUntouched(DraftPart discussion) {
            return RecordField.of(Part.DISCUSSION).stream().filter(f -> f != RecordField.REASON).allMatch(f -> discussion.kept(f).isEmpty());
        }

        private static String summary(DraftPart discussion, int decisions) {
            String reason = discussion.kept(RecordField.REASON);
            String count = decisions == 0 ? "" : Words.count(decisions, "decision");
            return Stream.of(reason, count).filter(words -> !words.isEmpty()).collect(Collectors.joining(" · "));
        }

        private static String reference(DraftPart discussion) {
            return discussion.reference() == null ? "A case" : discussion.reference();
        }

        private RecordPage.DecisionBox decision(DraftPart discussion, DraftPart decision) {
            String live = "Live at once for everybody who works on " + reference(discussion);
            return new RecordPage.DecisionBox(
                    decision.id(), boxes.box(decision, RecordField.DECIDED, live).high(2), boxes.box(decision, RecordField.WHY, live).high(2),
                    boxes.box(decision, RecordField.DECISION_OWNER, live),
                    boxes.box(decision, RecordField.OWNER_OTHERWISE, live).hinting("A role or an agency, never a child"),
                    boxes.box(decision, RecordField.DECISION_DUE_ON, live),
                    boxes.box(decision, RecordField.SAFETY, live).labelled("About safety: also shown to the carer's worker"),
                    boxes.box(decision, RecordField.ENTERED_ON, live));
        }

        private RecordPage.@Nullable GapBox gap(DraftPart discussion, AroundTheRecord.@Nullable Known about) {
            ContactGap gap = about == null ? null : about.gap();
            boolean fired = gap != null && gap.state() == ContactGap.State.OVER;
            boolean begun = !discussion.kept(RecordField.GAP_DECISION).isEmpty() || !discussion.kept(RecordField.GAP_REASONS).isEmpty();
            if (!fired && !begun) {
                return null;
            }
            return new RecordPage.GapBox(
                    fired ? gap.why(today.date()) : "Nothing asks for this decision any more: the child was seen, or a plan covers the gap.",
                    field(discussion, RecordField.GAP_DECISION), field(discussion, RecordField.GAP_CAUSE),
                    field(discussion, RecordField.GAP_REASONS).high(2),
                    field(discussion, RecordField.GAP_REVIEW_ON).hinting("At most " + ContactGapDecisions.MOST_DAYS + " days ahead"),
                    fired && viewer.is(session.supervisorId()), recorded(discussion));
        }

        private @Nullable String recorded(DraftPart discussion) {
            return gapDecisions.stream().filter(d -> d.caseId().equals(discussion.caseId())).findFirst()
                    .map(d -> "Recorded on " + Words.day(d.decidedOn()) + ": " + d.decision() + ", review on " + Words.day(d.reviewOn()) + ".")
                    .orElse(null);
        }

        private RecordPage.KnownBox known(AroundTheRecord.Known about) {
            LocalDate day = today.date();
            ContactGap gap = about.gap();
            boolean asks = about.isMissing() || gap != null && gap.state() == ContactGap.State.OVER;
            return new RecordPage.KnownBox(
                    "/cases/" + about.caseId(), Words.sentence(about.shortTerm()), Words.sentence(about.longerTerm()),
                    gap == null ? "Closed" : gap.lastSeen(day), (about.isMissing() ? "Missing now. " : "") + (gap == null ? "Closed" : gap.standing(day)),
                    asks ? "strong" : "plain", ContactStrip.of(day, gap == null ? LIMIT_WITHOUT_RULE : gap.limit(), marks(about.caseId())),
                    lastDecisions(about.caseId()));
        }

        private List<ContactStrip.Mark> marks(UUID caseId) {
            return contacts.getOrDefault(caseId, List.of()).stream().map(c -> new ContactStrip.Mark(c.onDay(), kind(c))).toList();
        }

        private static ContactStrip.Kind kind(AroundTheRecord.Contacted contact) {
            boolean attempted = contact.mode().equals("attempted") || contact.mode().equals("did not attend");
            return contact.seen() ? ContactStrip.Kind.SEEN : attempted ? ContactStrip.Kind.ATTEMPTED : ContactStrip.Kind.OTHER;
        }

        private List<String> lastDecisions(UUID caseId) {
            return earlier.getOrDefault(caseId, List.of()).stream().limit(EARLIER_DECISIONS_SHOWN)
                    .map(d -> d.what() + (d.dueOn() == null ? "" : " (by " + Words.day(d.dueOn()) + ")")).toList();
        }
    }
}
