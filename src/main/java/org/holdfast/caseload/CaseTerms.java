package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.web.Choice;
import org.holdfast.web.Words;

/** The words a case is described with, as the database writes them, in the order people think of them. */
final class CaseTerms {
    static final List<String> MODES = List.of(
            "in person", "accompanied appointment", "phone", "video", "text or message", "card or letter", "outreach encounter", "group",
            "attempted", "did not attend", "cancelled by service");
    /** Ways of dealing with a child in which somebody physically meets them. */
    static final Set<String> SEEN_MODES = Set.of("in person", "accompanied appointment");
    static final List<String> WITH_WHOM = List.of("child", "carer", "professional");
    static final List<String> HARD_EVENTS = List.of(
            "hostility", "suicidal distress", "court", "police operation", "crisis out of hours", "a death");
    static final List<String> LEVELS = List.of("low", "medium", "high", "not yet clear");
    /** Closing is a step of its own. */
    static final List<String> STAGES = List.of(
            "referred", "consent sought", "allocated", "engaging", "assessing", "planning", "intervention", "winding down");
    static final List<String> NEEDS = List.of(
            "vulnerable", "at risk in the short term", "being exploited", "needs help recovering", "not yet clear");
    static final List<String> STATUTORY_PLANS = List.of(
            "none", "child in need", "child protection", "looked after", "exploitation plan", "unknown");
    static final List<String> SERVICE_TYPES = List.of(
            "preventative", "risk reduction", "child protection", "recovery", "group work", "not stated");
    static final List<String> PLAN_STEPS = List.of(
            "near daily", "weekly", "fortnightly", "monthly", "six-weekly", "twice a year", "paused with the door open");
    static final String YOUNG_PERSONS_WORKER = "young person's worker";

    private CaseTerms() {}

    /** Whether that is one of these terms; nothing is none. */
    static boolean isOneOf(List<String> terms, @Nullable String sent) {
        return sent != null && terms.contains(sent);
    }

    /** Those words as choices, written with a capital. */
    static List<Choice> choices(List<String> terms, @Nullable String chosen) {
        return terms.stream().map(term -> Choice.of(term, label(term), chosen)).toList();
    }

    /** The same with an empty first answer that says what to do. */
    static List<Choice> choices(String invitation, List<String> terms, @Nullable String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", invitation, null, chosen == null || chosen.isBlank()));
        choices.addAll(choices(terms, chosen));
        return choices;
    }

    private static String label(String term) {
        return term.equals("vulnerable") ? "Vulnerable, not at risk in the immediate future" : Words.sentence(term);
    }
}
