package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import org.holdfast.web.Errors;

/**
 * The forms of a person's page as they stand: as first shown, or one of them as typed with what is to be put right.
 *
 * @param open which form is shown opened, by its name; empty for none
 */
public record PersonForms(String open, AbsenceForm absence, LineForm line, RoleForm role, CoverForm cover, Errors errors) {
    static PersonForms blank() {
        return blankWith(Errors.none());
    }

    /** As first shown, beside something else on the page that is to be put right. */
    static PersonForms blankWith(Errors errors) {
        return new PersonForms("", AbsenceForm.EMPTY, LineForm.EMPTY, RoleForm.EMPTY, CoverForm.EMPTY, errors);
    }

    static PersonForms typed(AbsenceForm absence, Errors errors) {
        return new PersonForms("absence", absence, LineForm.EMPTY, RoleForm.EMPTY, CoverForm.EMPTY, errors);
    }

    static PersonForms typed(LineForm line, Errors errors) {
        return new PersonForms("line", AbsenceForm.EMPTY, line, RoleForm.EMPTY, CoverForm.EMPTY, errors);
    }

    static PersonForms typed(RoleForm role, Errors errors) {
        return new PersonForms("role", AbsenceForm.EMPTY, LineForm.EMPTY, role, CoverForm.EMPTY, errors);
    }

    static PersonForms typed(CoverForm cover, Errors errors) {
        return new PersonForms("cover", AbsenceForm.EMPTY, LineForm.EMPTY, RoleForm.EMPTY, cover, errors);
    }

    public boolean isOpen(String form) {
        return open.equals(form);
    }

    /** The sentence for a field of the form that was sent, or null. */
    public @Nullable String error(String field) {
        return errors.of(field);
    }
}
