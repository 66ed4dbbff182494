package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.holdfast.web.Choice;
import org.holdfast.web.Errors;

/**
 * The one-line form for a contact, on a caseload or on a case's page.
 *
 * @param once   the id the contact will get
 * @param from   the page it stands on, which it leads back to
 * @param whose  whose contact it will be, such as "Logged as Ben's contact", or null where it is the viewer's own
 * @param people other people whose contact it can be; empty where there is only one
 * @param errors of this form alone; its fields end in the case's reference
 */
public record ContactEntry(
        String caseId, String reference, String once, String from, ContactForm form, Errors errors, List<Choice> modes,
        List<Choice> withWhom, List<Choice> hardEvents, @Nullable String whose, List<Choice> people) {
    private static final List<Choice> MODES = CaseTerms.choices("Choose how", CaseTerms.MODES, null);
    private static final List<Choice> WITH_WHOM = CaseTerms.choices(CaseTerms.WITH_WHOM, "child");
    private static final List<Choice> HARD_EVENTS = CaseTerms.choices("None", CaseTerms.HARD_EVENTS, null);

    /** As first shown. */
    static ContactEntry blank(UUID caseId, String reference, UUID once, String from) {
        return new ContactEntry(
                caseId.toString(), reference, once.toString(), from, ContactForm.EMPTY, Errors.none(), MODES, WITH_WHOM, HARD_EVENTS, null,
                List.of());
    }

    /** As typed, with what is to be put right. */
    ContactEntry typed(ContactForm form, Errors errors) {
        return new ContactEntry(
                caseId, reference, form.once() == null ? once : form.once(), from, form, errors,
                CaseTerms.choices("Choose how", CaseTerms.MODES, form.mode()), CaseTerms.choices(CaseTerms.WITH_WHOM, form.with()),
                CaseTerms.choices("None", CaseTerms.HARD_EVENTS, form.hardEvent()), whose, people);
    }

    ContactEntry of(@Nullable String whose, List<Choice> people) {
        return new ContactEntry(caseId, reference, once, from, form, errors, modes, withWhom, hardEvents, whose, people);
    }

    /** The id of a field, unique on a page with many cases. */
    public String field(String name) {
        return name + "-" + reference;
    }

    public @Nullable String error(String name) {
        return errors.of(field(name));
    }

    public boolean isOpen() {
        return !errors.isEmpty();
    }
}
