package org.holdfast.supervision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Missing;

/**
 * Adds case discussions, decisions and actions to a record that is being written, and takes them out again. The session
 * is one that {@link SavingTheRecord#begin} holds, and open.
 */
@Singleton
class PartsOfTheRecord {
    private final SavingTheRecord saving;
    private final RecordRows rows;
    private final AroundTheRecord around;
    private final Actions actions;
    private final AgendaOfTheRecord agenda;
    private final Drafts drafts;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    PartsOfTheRecord(
            SavingTheRecord saving, RecordRows rows, AroundTheRecord around, Actions actions, AgendaOfTheRecord agenda,
            Drafts drafts, Today today, Clock clock, Ids ids) {
        this.saving = saving;
        this.rows = rows;
        this.around = around;
        this.actions = actions;
        this.agenda = agenda;
        this.drafts = drafts;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Begins the discussion of a case, or finds the one there is. Why it is here comes from the agenda.
     *
     * @return the discussion's id
     * @throws Missing for a case that is not one of the supervisee's, or out of the viewer's reach
     */
    UUID addCase(SessionAtHand session, UUID caseId) {
        return drafts.of(session).discussions().stream()
                .filter(discussion -> caseId.equals(discussion.caseId())).findFirst()
                .map(discussion -> UUID.fromString(discussion.id()))
                .orElseGet(() -> newDiscussion(session, caseId));
    }

    private UUID newDiscussion(SessionAtHand session, UUID caseId) {
        if (around.casesToAdd(session.id(), session.superviseeId(), today.date()).stream().noneMatch(c -> c.id().equals(caseId))) {
            throw new Missing();
        }
        UUID id = ids.next();
        rows.addDiscussion(id, session.id(), caseId, agenda.reason(session, caseId), saving.nextRevision(session));
        return id;
    }

    /** @throws Missing for a discussion that is not in that record */
    UUID addDecision(SessionAtHand session, UUID discussion) {
        UUID id = ids.next();
        rows.addDecision(id, discussion, session.id(), saving.nextRevision(session));
        return id;
    }

    UUID addAction(SessionAtHand session) {
        UUID id = ids.next();
        rows.addAction(id, session.id(), saving.nextRevision(session));
        return id;
    }

    /** @throws Missing for what is not in that record, or cannot be taken out */
    void remove(SessionAtHand session, Part part, String partId) {
        if (!part.comesAndGoes()) {
            throw new Missing();
        }
        rows.remove(session.id(), part, partId, clock.instant(), saving.nextRevision(session));
    }

    /**
     * Ends an action of an earlier session.
     *
     * @param how {@code done} or {@code no longer needed}
     * @throws Missing for an action that is not open, or not theirs
     */
    void endAction(SessionAtHand session, Viewer viewer, UUID action, String how) {
        if (actions.openFromBefore(session.id(), today.date()).stream().noneMatch(open -> open.id().equals(action))) {
            throw new Missing();
        }
        actions.end(action, how, today.date(), viewer.id(), clock.instant());
    }
}
