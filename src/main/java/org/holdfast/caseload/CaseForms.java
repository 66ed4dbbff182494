package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.holdfast.web.Errors;

/**
 * The forms of a case's page as they stand: as first shown, or one of them as typed with what is to be put right.
 *
 * @param open which form is shown opened, by its id; empty for none
 */
public record CaseForms(
        String open, ContactForm contact, Risk risk, Standing standing, Missing missing, Found found, Plan plan, Ending ending, Errors errors) {

    /** @param shortTerm a level, {@code unchanged}, or empty where it was not looked at */
    @Serdeable
    public record Risk(@Nullable String once, @Nullable String shortTerm, @Nullable String longerTerm, @Nullable String why) {}

    /** @param since the day from which it is so */
    @Serdeable
    public record Standing(
            @Nullable String once, @Nullable String stage, @Nullable String need, @Nullable String serviceType, @Nullable String statutoryPlan,
            @Nullable String since) {}

    @Serdeable
    public record Missing(@Nullable String once, @Nullable String kind, @Nullable String from) {}

    /** @param until the day the child came back or was found */
    @Serdeable
    public record Found(@Nullable String until, @Nullable String offered, @Nullable String accepted) {
        public boolean isOffered() {
            return "yes".equals(offered);
        }

        public boolean isAccepted() {
            return "yes".equals(accepted);
        }
    }

    @Serdeable
    public record Plan(@Nullable String once, @Nullable String step, @Nullable String why, @Nullable String reviewOn) {}

    @Serdeable
    public record Ending(@Nullable String once, @Nullable String until) {}

    private static final CaseForms BLANK = new CaseForms(
            "", ContactForm.EMPTY, new Risk(null, "", "", ""), new Standing(null, null, null, null, null, "today"),
            new Missing(null, "missing", "today"), new Found("today", null, null), new Plan(null, null, "", ""), new Ending(null, ""), Errors.none());

    /** As first shown. */
    static CaseForms blank() {
        return BLANK;
    }

    static CaseForms typed(ContactForm contact, Errors errors) {
        return new CaseForms("contact", contact, BLANK.risk, BLANK.standing, BLANK.missing, BLANK.found, BLANK.plan, BLANK.ending, errors);
    }

    static CaseForms typed(Risk risk, Errors errors) {
        return new CaseForms("risk", BLANK.contact, risk, BLANK.standing, BLANK.missing, BLANK.found, BLANK.plan, BLANK.ending, errors);
    }

    static CaseForms typed(Standing standing, Errors errors) {
        return new CaseForms("standing", BLANK.contact, BLANK.risk, standing, BLANK.missing, BLANK.found, BLANK.plan, BLANK.ending, errors);
    }

    static CaseForms typed(Missing missing, Errors errors) {
        return new CaseForms("missing", BLANK.contact, BLANK.risk, BLANK.standing, missing, BLANK.found, BLANK.plan, BLANK.ending, errors);
    }

    static CaseForms typed(Found found, Errors errors) {
        return new CaseForms("found", BLANK.contact, BLANK.risk, BLANK.standing, BLANK.missing, found, BLANK.plan, BLANK.ending, errors);
    }

    static CaseForms typed(Plan plan, Errors errors) {
        return new CaseForms("plan", BLANK.contact, BLANK.risk, BLANK.standing, BLANK.missing, BLANK.found, plan, BLANK.ending, errors);
    }

    static CaseForms typed(Ending ending, Errors errors) {
        return new CaseForms("ending", BLANK.contact, BLANK.risk, BLANK.standing, BLANK.missing, BLANK.found, BLANK.plan, ending, errors);
    }

    public boolean isOpen(String form) {
        return open.equals(form);
    }

    /** What was typed, as a field shows it. */
    public static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
