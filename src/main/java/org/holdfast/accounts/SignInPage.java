package org.holdfast.accounts;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Errors;

/**
 * The page to sign in on.
 *
 * @param to     where to go afterwards
 * @param people the people of the demonstration by service centre; empty outside it
 */
public record SignInPage(String userName, String to, Errors errors, boolean demonstration, List<Group> people) {
    /** The people of one service centre. */
    public record Group(String heading, List<Card> cards) {}

    /** One person of the demonstration and what to look at as them. */
    public record Card(String personId, String name, String jobTitle, String whatToSee) {}

    static SignInPage real(SignInForm form, Errors errors) {
        return new SignInPage(form.nameTyped(), WayBack.own(form.to()), errors, false, List.of());
    }

    static SignInPage demonstration(@Nullable String to, List<Accounts.DemonstrationPerson> people) {
        List<Group> groups = people.stream().map(SignInPage::centre).distinct()
                .map(centre -> new Group(centre, people.stream().filter(p -> centre(p).equals(centre)).map(SignInPage::card).toList()))
                .toList();
        return new SignInPage("", WayBack.own(to), Errors.none(), true, groups);
    }

    private static String centre(Accounts.DemonstrationPerson person) {
        return person.centre() == null ? "The whole organisation" : person.centre();
    }

    private static Card card(Accounts.DemonstrationPerson person) {
        String title = person.jobTitle() == null ? "" : person.jobTitle();
        return new Card(person.personId().toString(), person.name(), title, person.whatToSee());
    }
}
