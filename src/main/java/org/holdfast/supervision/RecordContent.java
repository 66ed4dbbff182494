package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * A whole record at one moment, as a version keeps it. It holds names and references as they were then, so that it can be
 * read without any other table. Its JSON is kept for decades: names stay as they are, new ones may be added. An empty
 * text means nothing was written.
 *
 * @param form      1; goes up when a reader would have to know
 * @param session   the session's id
 * @param kind      such as {@code one-to-one}
 * @param itself    how supervision itself is going
 * @param agreeing  how the record came to be final, in order of time, as far as it had come
 * @param addenda   what was added after it was locked
 */
@Serdeable
public record RecordContent(
        int form, UUID session, String kind, String supervisee, String supervisor, Header header, List<Function> functions,
        List<CaseDiscussion> discussions, List<Action> actions, String itself, List<Step> agreeing, List<Addendum> addenda) {

    /** The form written today. */
    static final int FORM = 1;

    @Serdeable
    public record Header(
            @Nullable LocalDate heldOn, @Nullable LocalTime startedAt, @Nullable Integer minutes, @Nullable Boolean interrupted,
            String place, String present, String lens) {}

    /** @param function such as {@code support} */
    @Serdeable
    public record Function(String function, boolean discussed, String notes, String notCoveredBecause) {}

    /** Levels, changes, causes and decisions as their fixed words; {@code engagementStep} from 1 to 11. */
    @Serdeable
    public record CaseDiscussion(
            UUID discussion, @Nullable UUID caseId, String reference, String reason, List<String> purposes, String seenAndHeard,
            String change, String whatHasChanged, String hypothesis, String otherHypotheses, String know, String infer,
            String doNotKnow, String practitionerShortTerm, String practitionerLongerTerm, String supervisorShortTerm,
            String supervisorLongerTerm, @Nullable Integer engagementStep, String gapDecision, String gapCause, String gapReasons,
            @Nullable LocalDate gapReviewOn, @Nullable LocalDate nextDiscussionBy, List<Decision> decisions) {}

    @Serdeable
    public record Decision(
            UUID decision, String what, String why, String byWhom, @Nullable LocalDate dueOn, boolean safety,
            @Nullable LocalDate enteredOn) {}

    /** @param carried how many sessions were held while it was still open */
    @Serdeable
    public record Action(UUID action, String what, String who, @Nullable LocalDate dueOn, boolean forTheService, int carried) {}

    /**
     * @param state   as in the session's life
     * @param cause   a fixed word, or empty
     * @param words   a comment, the edits asked for, a dispute's text, or how it ended
     */
    @Serdeable
    public record Step(String state, @Nullable Integer version, String cause, String words, String by, Instant at) {}

    @Serdeable
    public record Addendum(String words, String by, Instant at) {}

    /** The same record with what has happened to it since. */
    RecordContent since(List<Step> steps, List<Addendum> added) {
        return new RecordContent(
                form, session, kind, supervisee, supervisor, header, functions, discussions, actions, itself, steps, added);
    }
}
