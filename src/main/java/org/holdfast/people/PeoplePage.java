package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.web.Chrome;
import org.holdfast.web.Words;

/**
 * The list of people, by service centre.
 *
 * @param administers whether the viewer looks after the list, and so also sees who can sign in
 */
public record PeoplePage(Chrome chrome, boolean administers, String whoCanSee, List<Group> groups) {
    public record Group(String heading, List<Row> rows) {}

    public record Row(String href, String name, String jobTitle, String team, String roles, String supervisor, String account) {}

    static PeoplePage of(Chrome chrome, boolean administers, List<People.Listed> people, List<People.Account> accounts) {
        Map<UUID, String> states = new LinkedHashMap<>();
        accounts.forEach(account -> states.put(account.personId(), state(account)));
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        people.forEach(person -> groups
                .computeIfAbsent(person.centre() == null ? "The whole organisation" : person.centre(), c -> new ArrayList<>())
                .add(row(person, states.getOrDefault(person.id(), "No account"))));
        return new PeoplePage(chrome, administers, whoCanSee(administers),
                groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue())).toList());
    }

    private static String whoCanSee(boolean administers) {
        return administers
                ? "Administrators see everybody, but no record, case or note of theirs"
                : "You, and those who manage your team or centre";
    }

    private static Row row(People.Listed person, String account) {
        return new Row("/people/" + person.id(), person.name(), or(person.jobTitle(), ""), or(person.team(), "No team"),
                person.roles() == null ? "No role yet" : Words.sentence(person.roles()), or(person.supervisor(), "Nobody yet"), account);
    }

    private static String state(People.Account account) {
        if (account.userName() != null) {
            return "Can sign in";
        }
        return account.invitedUntil() == null ? "No account" : "Invited";
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
