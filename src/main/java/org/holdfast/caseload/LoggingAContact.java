package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.SentId;
import org.holdfast.web.Words;
import org.holdfast.web.WrittenDate;

/**
 * Logs a contact and settles the case's prompts in the same transaction. Seen is judged here: the child was physically
 * met, in person or accompanied, by somebody who works on the case or did since it was last opened.
 */
@Singleton
class LoggingAContact {
    private static final int MOST_MINUTES = 1440;

    /** How it went. */
    sealed interface Outcome {
        /** @param said the word for the sentence that says so */
        record Logged(String said) implements Outcome {}

        /** @param errors keyed by the fields' ids, which end in the case's reference */
        record ToPutRight(Errors errors) implements Outcome {}
    }

    private final Contacts contacts;
    private final Cases cases;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    LoggingAContact(Contacts contacts, Cases cases, Today today, Clock clock, Ids ids) {
        this.contacts = contacts;
        this.cases = cases;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param to an open case the viewer reaches in full */
    Outcome log(Cases.Case to, ContactForm form, Viewer viewer) {
        Errors errors = Errors.none();
        LocalDate day = day(to, form, errors);
        String mode = mode(to, form, errors);
        String with = with(to, form, errors);
        Integer minutes = minutes(to, form, errors);
        UUID person = person(to, form, viewer, errors);
        if (!errors.isEmpty()) {
            return new Outcome.ToPutRight(errors);
        }
        boolean met = with.equals("child") && CaseTerms.SEEN_MODES.contains(mode);
        boolean seen = met && contacts.worksOn(to.id(), person, to.openedOn());
        add(to, form, viewer, day, mode, with, minutes, person, seen);
        return new Outcome.Logged(said(mode, met, seen));
    }

    private void add(
            Cases.Case to, ContactForm form, Viewer viewer, LocalDate day, String mode, String with, @Nullable Integer minutes, UUID person,
            boolean seen) {
        Boolean alone = seen && form.ticked(form.seenAlone()) ? Boolean.TRUE : null;
        String hard = CaseTerms.isOneOf(CaseTerms.HARD_EVENTS, form.hardEvent()) ? form.hardEvent() : null;
        contacts.add(
                SentId.read(form.once()).orElseGet(ids::next), to.id(), day, person, with, mode, seen, alone, minutes,
                form.ticked(form.outOfHours()), form.ticked(form.crisis()), hard, viewer.id(), clock.instant());
        cases.settle(to.id(), today.date(), clock.instant());
    }

    private LocalDate day(Cases.Case to, ContactForm form, Errors errors) {
        String field = "day-" + to.reference();
        LocalDate day = form.dayTyped().isBlank() ? today.date() : errors.read(field, WrittenDate.read(form.day(), today.date()));
        if (day != null && day.isAfter(today.date())) {
            errors.add(field, "Choose today or a day before it. What has not happened yet cannot be logged");
        } else if (day != null && day.isBefore(to.openedOn())) {
            errors.add(field, "This case was opened on " + Words.day(to.openedOn()) + ". Choose that day or a later one");
        }
        return day;
    }

    private static String mode(Cases.Case to, ContactForm form, Errors errors) {
        if (!CaseTerms.isOneOf(CaseTerms.MODES, form.mode())) {
            errors.add("mode-" + to.reference(), "Choose how the contact was");
        }
        return form.mode();
    }

    private static String with(Cases.Case to, ContactForm form, Errors errors) {
        String with = form.with() == null || form.with().isBlank() ? "child" : form.with();
        if (!CaseTerms.WITH_WHOM.contains(with)) {
            errors.add("with-" + to.reference(), "Choose who the contact was with");
        }
        return with;
    }

    private static @Nullable Integer minutes(Cases.Case to, ContactForm form, Errors errors) {
        String typed = form.minutesTyped().strip();
        if (typed.isEmpty()) {
            return null;
        }
        boolean number = typed.length() <= 4 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(typed) > MOST_MINUTES) {
            errors.add("minutes-" + to.reference(), "Write the minutes as a number up to 1440, such as 45");
            return null;
        }
        return Integer.valueOf(typed);
    }

    /** Whoever was chosen; otherwise the viewer where they work on the case, its worker, or the viewer after all. */
    private UUID person(Cases.Case to, ContactForm form, Viewer viewer, Errors errors) {
        if (form.who() == null || form.who().isBlank()) {
            return to.works() || to.workerId() == null ? viewer.id() : to.workerId();
        }
        UUID chosen = SentId.read(form.who()).orElse(null);
        List<Cases.Worker> workers = cases.workers(to.id(), today.date());
        if (chosen == null || !viewer.is(chosen) && workers.stream().noneMatch(worker -> worker.id().equals(chosen))) {
            errors.add("who-" + to.reference(), "Choose somebody who works on this case");
        }
        return chosen;
    }

    private static String said(String mode, boolean met, boolean seen) {
        if (seen) {
            return "seen-logged";
        }
        if (met) {
            return "met-logged";
        }
        return mode.equals("attempted") || mode.equals("did not attend") ? "attempt-logged" : "contact-logged";
    }
}
