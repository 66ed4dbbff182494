package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.caseload.ContactStrip;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;

/**
 * One prompt: why it is here, what is known, what was decided before, and what can be decided now.
 *
 * @param standing  how it stands today, in one sentence
 * @param rests     why nothing is asked at the moment, or null where something is
 * @param question  what it asks, or null where nothing is asked
 * @param why       why it is seen, sentence by sentence
 * @param history   what happened to it, oldest first
 * @param goesTo    who decides, where it is not this viewer; else null
 * @param mayDecide whether this viewer decides about it
 * @param mayPutOff whether this viewer can put it off
 * @param latest    the latest review date, in words
 */
public record PromptPage(
        Chrome chrome, String id, String title, List<Link> where, String whoCanSee, String caseHref, String reference, @Nullable String missing,
        String standing, @Nullable String rests, @Nullable String question, Rule rule, List<String> why, List<Fact> facts, ContactStrip strip,
        List<Step> history, List<Decision> decisions, @Nullable String goesTo, boolean mayDecide, boolean mayPutOff, DecisionForm form,
        String putOffReason, Errors errors, List<Choice> decisionChoices, List<Choice> causeChoices, String latest, String once) {

    /** @param words what somebody gave as a reason, or null */
    public record Step(String what, String day, @Nullable String words) {}

    /** A decision about this or an earlier gap of the same case. */
    public record Decision(String what, String cause, String reasons, String dates, @Nullable String who) {}
}
