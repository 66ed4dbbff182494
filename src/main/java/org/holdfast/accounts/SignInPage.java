package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.holdfast.web.Errors;
import org.holdfast.web.Said;

/**
 * The page to sign in on.
 *
 * @param to     where to go afterwards
 * @param said   what led here, or null
 * @param people the people of the demonstration by service centre; empty outside it
 */
public record SignInPage(
        String userName, String to, @Nullable String said, Errors errors, boolean demonstration, List<Group> people) {
    /** The people of one service centre. */
    public record Group(String heading, List<Card> cards) {}

    /** One person of the demonstration and what to look at as them. */
    public record Card(String personId, String name, String jobTitle, String whatToSee) {}

    static final Said SAID = new Said(Map.of(
            "too-late", "The code can be given once, within five minutes after the password. Please sign in again.",
            "new-password", "Your new password counts from now on. Sign in with it."));

    static SignInPage real(SignInForm form, @Nullable String said, Errors errors) {
        return new SignInPage(form.nameShown(), WayBack.own(form.to()), SAID.sentence(said), errors, false, List.of());
    }

    static SignInPage demonstration(@Nullable String to, List<Accounts.DemonstrationPerson> people) {
        List<Group> groups = people.stream().map(SignInPage::centre).distinct()
                .map(centre -> new Group(centre, people.stream().filter(p -> centre(p).equals(centre)).map(SignInPage::card).toList()))
                .toList();
        return new SignInPage("", WayBack.own(to), null, Errors.none(), true, groups);
    }

    private static String centre(Accounts.DemonstrationPerson person) {
        return person.centre() == null ? "The whole organisation" : person.centre();
    }

    private static Card card(Accounts.DemonstrationPerson person) {
        String title = person.jobTitle() == null ? "" : person.jobTitle();
        return new Card(person.personId().toString(), person.name(), title, person.whatToSee());
    }
}
