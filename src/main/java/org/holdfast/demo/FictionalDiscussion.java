package org.holdfast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a session said about one case. What is left unsaid stays empty, as in life. */
final class FictionalDiscussion {
    private record Decision(String what, String why, FictionalPerson owner, String ownerOtherwise, LocalDate due, boolean safety, LocalDate entered) {}

    private record GapDecision(String decision, String cause, String reasons, LocalDate reviewOn) {}

    private final FictionalSession session;
    private final FictionalCase work;
    private final String reason;
    private final List<Decision> decisions = new ArrayList<>();
    private String seenAndHeard;
    private String change;
    private String whatHasChanged;
    private String hypothesis;
    private String otherHypotheses;
    private String know;
    private String infer;
    private String doNotKnow;
    private String[] practitionerRisk = new String[2];
    private String[] supervisorRisk = new String[2];
    private Integer step;
    private List<String> purposes = List.of();
    private GapDecision gap;
    private LocalDate nextBy;

    FictionalDiscussion(FictionalSession session, FictionalCase work, String reason) {
        this.session = session;
        this.work = work;
        this.reason = reason;
    }

    /** Back to the session. */
    FictionalSession then() {
        return session;
    }

    /** How the child is seen and heard. */
    FictionalDiscussion heard(String words) {
        seenAndHeard = words;
        return this;
    }

    /** {@code better}, {@code same}, {@code worse} or {@code mixed}, and what. */
    FictionalDiscussion changed(String how, String words) {
        change = how;
        whatHasChanged = words;
        return this;
    }

    FictionalDiscussion thinks(String working, String others) {
        hypothesis = working;
        otherHypotheses = others;
        return this;
    }

    FictionalDiscussion knows(String known, String inferred, String notKnown) {
        know = known;
        infer = inferred;
        doNotKnow = notKnown;
        return this;
    }

    /** Short term and longer term, as the practitioner sees them. */
    FictionalDiscussion practitionerSees(String shortTerm, String longerTerm) {
        practitionerRisk = new String[] {shortTerm, longerTerm};
        return this;
    }

    FictionalDiscussion supervisorSees(String shortTerm, String longerTerm) {
        supervisorRisk = new String[] {shortTerm, longerTerm};
        return this;
    }

    /** The step of engagement the work is stuck at, 1 to 11. */
    FictionalDiscussion stuckAt(int engagementStep) {
        step = engagementStep;
        return this;
    }

    FictionalDiscussion purposes(String... ticked) {
        purposes = List.of(ticked);
        return this;
    }

    FictionalDiscussion decides(String what, String why, FictionalPerson owner, LocalDate due) {
        return decides(what, why, owner, due, false, null);
    }

    /** @param entered the day it stood in the case system, or null */
    FictionalDiscussion decides(String what, String why, FictionalPerson owner, LocalDate due, boolean safety, LocalDate entered) {
        decisions.add(new Decision(what, why, owner, null, due, safety, entered));
        return this;
    }

    /** Decided for somebody outside Holdfast. */
    FictionalDiscussion asks(String agency, String what, String why, LocalDate due) {
        decisions.add(new Decision(what, why, null, agency, due, false, null));
        return this;
    }

    FictionalDiscussion gap(String decision, String cause, String reasons, LocalDate reviewOn) {
        gap = new GapDecision(decision, cause, reasons, reviewOn);
        return this;
    }

    FictionalDiscussion againBy(LocalDate day) {
        nextBy = day;
        return this;
    }

    void write(Fiction fiction, UUID sessionId, LocalDate day, int position) {
        UUID id = fiction.id(day);
        fiction.add(Table.CASE_DISCUSSION, id, sessionId, work.id(), position, reason, seenAndHeard, change, whatHasChanged, hypothesis,
            otherHypotheses, know, infer, doNotKnow, practitionerRisk[0], practitionerRisk[1], supervisorRisk[0], supervisorRisk[1], step,
            purposes, gap == null ? null : gap.decision, gap == null ? null : gap.cause, gap == null ? null : gap.reasons,
            gap == null ? null : gap.reviewOn, nextBy, 1);
        for (Decision it : decisions) {
            fiction.add(Table.DECISION, fiction.id(day), id, work.id(), it.what, it.why, it.owner == null ? null : it.owner.id(),
                it.ownerOtherwise, it.due, it.safety, it.entered, 1);
        }
    }
}
