package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import org.holdfast.web.Words;

/**
 * One case on a caseload, in words.
 *
 * @param role        what the owner of the list does on it where they are not the young person's worker, else null
 * @param missing     "Missing since 12 November", or null
 * @param lastSeen    in words and days
 * @param standing    where the contact gap stands
 * @param asks        whether the standing wants a thought: from notice on
 * @param prompt      the page of the prompt about the gap, or null
 * @param attempts    "2 attempts since", or null for none
 * @param shortTerm   risk in the next month, in words
 * @param longerTerm  risk in the next six months and up to the end of childhood, in words
 * @param log         where a contact can be logged instead of here, or null
 * @param entry       the form for a contact, or null where the list is too long for one per row, or this viewer only reads
 */
public record CaseCard(
        String id, String reference, @Nullable String role, @Nullable String missing, String stage, String lastSeen, String standing,
        boolean asks, @Nullable String prompt, @Nullable String attempts, String shortTerm, String longerTerm, String statutoryPlan,
        String contactPlan, ContactStrip strip, @Nullable String log, @Nullable ContactEntry entry) {

    /** @param inFull whether the viewer reads every word about it, and may write */
    static CaseCard of(Caseloads.Held held, ContactStrip strip, @Nullable ContactEntry entry, boolean inFull, LocalDate today) {
        ContactGap gap = held.gap();
        return new CaseCard(
                held.caseId().toString(), held.reference(), held.role().equals(CaseTerms.YOUNG_PERSONS_WORKER) ? null : Words.sentence(held.role()),
                held.missingSince() == null ? null : "Missing since " + Words.shortDay(held.missingSince(), today),
                Words.sentence(held.stage()), gap.lastSeen(today), gap.standing(today),
                gap.state() == ContactGap.State.OVER || gap.state() == ContactGap.State.NOTICE,
                inFull && held.promptId() != null ? "/prompts/" + held.promptId() : null,
                held.attempts() == 0 ? null : Words.count(held.attempts(), "attempt") + " since",
                Words.sentence(held.shortTermRisk()), Words.sentence(held.mediumToLongRisk()), Words.sentence(held.statutoryPlan()),
                contactPlan(held, today), strip,
                inFull && entry == null ? "/cases/" + held.caseId() + "#log" : null, entry);
    }

    private static String contactPlan(Caseloads.Held held, LocalDate today) {
        return held.planStep() == null
                ? "None agreed"
                : Words.sentence(held.planStep()) + ", review " + Words.shortDay(held.planReviewOn(), today);
    }
}
