package org.holdfast.people;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;

/** Adding a person by hand. */
public record NewPersonPage(
        Chrome chrome, NewPersonForm form, List<Choice> teams, List<Choice> centres, Errors errors, String once) {

    static NewPersonPage of(
            Chrome chrome, NewPersonForm form, List<People.Team> teams, List<People.Centre> centres, Errors errors, String once) {
        return new NewPersonPage(chrome, form,
                Stream.concat(Stream.of(Choice.of("", "No team", form.team())),
                        teams.stream().map(t -> Choice.of(t.id().toString(), t.name() + ", " + t.centre(), form.team()))).toList(),
                Stream.concat(Stream.of(Choice.of("", "The team's centre, or the whole organisation", form.centre())),
                        centres.stream().map(c -> Choice.of(c.id().toString(), c.name(), form.centre()))).toList(),
                errors, once);
    }
}
