package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What is true today of a case somebody holds, and the reasons to talk about it that follow. Pure: no clock, no database.
 *
 * @param assignedOn    since when this person holds it
 * @param cameFrom      whether another worker held it before, in this opening
 * @param gap           within, notice, over or covered; see {@code rule_contact_gap}
 * @param discussedOn   when it was last talked about in any session, or null
 * @param riskHorizon   of the newest change of risk since the last session, with {@code riskLevel} and {@code riskOn}; or null
 * @param decisionsDue  decisions whose day has come since it was last talked about
 */
@MappedEntity
record CaseFacts(
        @Id UUID caseId, String reference, LocalDate assignedOn, boolean cameFrom, String gap, int days, int limitDays, boolean heldBack,
        @Nullable LocalDate missingSince, String stage, @Nullable LocalDate stageSince, String shortTermRisk, String mediumToLongRisk,
        @Nullable LocalDate discussedOn, @Nullable String riskHorizon, @Nullable String riskLevel, @Nullable LocalDate riskOn,
        int decisionsDue, @Nullable LocalDate decisionDueOn) {

    /** Talked about at least every 42 days where a horizon is high, every 56 otherwise (rule case-not-discussed). */
    private static final int DISCUSSED_WITHIN_HIGH = 42;
    private static final int DISCUSSED_WITHIN = 56;
    /** Assessing is looked at after 42 days, an intervention after 91, 183 and 365 (rule stage-overrun). */
    private static final int ASSESSING_DAYS = 42;
    private static final int[] INTERVENTION_REVIEWS = {91, 183, 365};

    /** Those that need talking about come first: missing children before all others, then by what presses most. */
    static final Comparator<CaseFacts> MOST_PRESSING_FIRST = Comparator
            .comparing((CaseFacts facts) -> facts.missingSince == null)
            .thenComparing(facts -> !facts.gap.equals("over"))
            .thenComparing(facts -> facts.gap.equals("over") ? -facts.days : 0)
            .thenComparing(facts -> !facts.gap.equals("notice"))
            .thenComparing(CaseFacts::reference);

    /** @param lastSessionOn when the two last met, or null */
    List<Reason> reasons(LocalDate today, @Nullable LocalDate lastSessionOn) {
        List<Reason> reasons = new ArrayList<>();
        if (missingSince != null) {
            reasons.add(Reason.on(Reason.Code.MISSING, missingSince));
        }
        addContactGap(reasons);
        if (riskOn != null) {
            reasons.add(new Reason(Reason.Code.RISK_CHANGED, null, null, riskOn, riskHorizon, riskLevel));
        }
        if (decisionsDue > 0) {
            reasons.add(new Reason(Reason.Code.DECISION_DUE, decisionsDue, null, decisionDueOn, null, null));
        }
        if (cameFrom && (lastSessionOn == null ? discussedOn == null : assignedOn.isAfter(lastSessionOn))) {
            reasons.add(Reason.on(Reason.Code.WORKER_CHANGED, assignedOn));
        }
        addNotDiscussed(reasons, today);
        addStage(reasons, today);
        return reasons;
    }

    private void addContactGap(List<Reason> reasons) {
        if (gap.equals("over")) {
            reasons.add(Reason.days(Reason.Code.CONTACT_GAP_OVER, days, limitDays));
        } else if (gap.equals("notice") && !heldBack) {
            reasons.add(Reason.days(Reason.Code.CONTACT_GAP_NOTICE, days, limitDays));
        }
    }

    private void addNotDiscussed(List<Reason> reasons, LocalDate today) {
        boolean high = shortTermRisk.equals("high") || mediumToLongRisk.equals("high");
        int within = high ? DISCUSSED_WITHIN_HIGH : DISCUSSED_WITHIN;
        int since = daysBetween(discussedOn == null ? assignedOn : discussedOn, today);
        if (since > within) {
            reasons.add(new Reason(Reason.Code.NOT_DISCUSSED, discussedOn == null ? null : since, within, null, null, null));
        }
    }

    private void addStage(List<Reason> reasons, LocalDate today) {
        if (stageSince == null) {
            return;
        }
        int inStage = daysBetween(stageSince, today);
        if (stage.equals("assessing") && inStage > ASSESSING_DAYS) {
            reasons.add(new Reason(Reason.Code.STAGE_LONG, inStage, ASSESSING_DAYS, null, null, stage));
        } else if (stage.equals("intervention")) {
            IntStream.of(INTERVENTION_REVIEWS).filter(review -> isPassedAndNotDiscussed(review, today)).max()
                    .ifPresent(review -> reasons.add(new Reason(Reason.Code.STAGE_LONG, inStage, review, null, null, stage)));
        } else if (stage.equals("winding down") && (discussedOn == null || discussedOn.isBefore(stageSince))) {
            reasons.add(Reason.on(Reason.Code.WINDING_DOWN, stageSince));
        }
    }

    private boolean isPassedAndNotDiscussed(int review, LocalDate today) {
        LocalDate passedOn = stageSince.plusDays(review);
        return passedOn.isBefore(today) && (discussedOn == null || discussedOn.isBefore(passedOn));
    }

    private static int daysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
