package org.holdfast.accounts;

import org.holdfast.access.Viewer;
import org.holdfast.web.Errors;

/**
 * The page that asks somebody to say again that it is them.
 *
 * @param name          who is signed in
 * @param personId      their id, which is what the demonstration asks for
 * @param to            where to go afterwards
 * @param covered       whether they had covered the screen
 * @param demonstration whether choosing the person again is enough
 */
public record ConfirmationPage(
        String name, String personId, String to, boolean covered, boolean demonstration, Errors errors) {

    static ConfirmationPage of(Viewer viewer, ConfirmationForm form, boolean demonstration, Errors errors) {
        return new ConfirmationPage(
                viewer.name(), viewer.id().toString(), WayBack.own(form.to()), viewer.browserSession().covered(), demonstration, errors);
    }

    /** What the page is called. */
    public String title() {
        return covered ? "The screen is covered" : "Please confirm that it is you";
    }
}
