package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.caseload.ContactStrip;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;

/**
 * The record of a session while it is written.
 *
 * @param viewerId  whose page this is: nobody else's saves are sent from it
 * @param once      the once-only key of this page's form
 * @param base      the record's revision as shown
 * @param asShown   how each field was shown; see {@link Shown}
 * @param saved     such as "Saved at 14:32"
 * @param noticed   something that happened meanwhile, or null
 * @param lost      what was typed into a part that somebody took out meanwhile
 * @param restricted where its restricted part is, or null where this kind of session has none
 * @param addable   the supervisee's cases that are not in the record yet
 */
public record RecordPage(
        Chrome chrome, List<Link> where, String title, String caption, String whoCanSee, Errors errors, String address,
        String viewerId, String once, int base, String asShown, String saved, @Nullable String noticed, List<Lost> lost,
        String practitioner, String supervisor, String otherName, Header header, List<FunctionBox> functions, List<CaseBox> cases, List<AgendaLine> agenda,
        List<Choice> addable, List<ActionBox> actions, List<Carried> carried, FieldBox itself, @Nullable String restricted) {

    /** What was typed where nothing is any more. */
    public record Lost(String label, String words) {}

    /** When and how the two met. */
    public record Header(
            String summary, FieldBox heldOn, FieldBox startedAt, FieldBox minutes, FieldBox interrupted, FieldBox place,
            FieldBox present, FieldBox lens, List<String> lenses) {}

    /** @param notCoveredBecause asked of support only, null elsewhere */
    public record FunctionBox(
            String id, String label, String definition, FieldBox discussed, FieldBox notes, @Nullable FieldBox notCoveredBecause) {}

    /**
     * One case discussion.
     *
     * @param id   of the discussion
     * @param open whether to show it unfolded
     * @param thoughtFurther whether anything stands in the fields that are folded at first
     * @param gap  asked where the 28-day rule fired, otherwise null
     */
    public record CaseBox(
            String id, String reference, String summary, boolean open, FieldBox reason, boolean thoughtFurther, FieldBox purposes, FieldBox seenAndHeard,
            FieldBox change, FieldBox whatHasChanged, FieldBox hypothesis, FieldBox otherHypotheses, FieldBox know, FieldBox infer,
            FieldBox doNotKnow, FieldBox practitionerShortTerm, FieldBox practitionerLongerTerm, FieldBox supervisorShortTerm,
            FieldBox supervisorLongerTerm, FieldBox engagementStep, FieldBox nextDiscussionBy, @Nullable GapBox gap,
            List<DecisionBox> decisions, @Nullable KnownBox known) {}

    /**
     * The decision about a gap in contact.
     *
     * @param mayRecord whether this viewer may record it
     * @param recorded  such as "Recorded on 21 November 2026: escalate", or null
     */
    public record GapBox(
            String words, FieldBox decision, FieldBox cause, FieldBox reasons, FieldBox reviewOn, boolean mayRecord,
            @Nullable String recorded) {}

    public record DecisionBox(
            String id, FieldBox what, FieldBox why, FieldBox owner, FieldBox ownerOtherwise, FieldBox dueOn, FieldBox safety,
            FieldBox enteredOn) {}

    /** What the caseload knows about a case, in words. */
    public record KnownBox(
            String href, String shortTerm, String longerTerm, String lastSeen, String gap, String gapKind, ContactStrip strip,
            List<String> decisions) {}

    /** @param addCase the id of a case that can be added to the record from here, or null */
    public record AgendaLine(
            String heading, String words, List<String> reasons, @Nullable String addCase, @Nullable String discussed) {}

    public record ActionBox(String id, FieldBox what, FieldBox owner, FieldBox dueOn, FieldBox forTheService) {}

    /** An action of an earlier session that is still open. */
    public record Carried(String id, String what, String who, String byWhen, String carried) {}
}
