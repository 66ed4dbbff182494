package org.holdfast.people;

import java.util.List;
import org.holdfast.database.Ids;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;

/**
 * Service centres and their teams.
 *
 * @param centreName what was typed for a new centre
 */
public record CentresPage(Chrome chrome, List<Centre> centres, String centreName, Errors errors, String once) {
    /** One centre; {@code teamName} is what was typed for a new team of it. */
    public record Centre(String id, String name, List<String> teams, String teamName, String once) {}

    static CentresPage of(
            Chrome chrome, List<People.Centre> centres, List<People.Team> teams, String typedFor, String typed, Errors errors, Ids ids) {
        List<Centre> listed = centres.stream().map(c -> new Centre(c.id().toString(), c.name(),
                teams.stream().filter(t -> t.centreId().equals(c.id())).map(People.Team::name).toList(),
                typedFor.equals(c.id().toString()) ? typed : "", ids.next().toString())).toList();
        return new CentresPage(chrome, listed, typedFor.equals("centre") ? typed : "", errors, ids.next().toString());
    }
}
