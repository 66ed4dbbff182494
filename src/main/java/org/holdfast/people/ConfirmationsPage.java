package org.holdfast.people;

import java.util.List;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Words;

/** What waits for the service centre manager's confirmation, everything ticked. */
public record ConfirmationsPage(Chrome chrome, List<Choice> roles, List<Choice> lines) {
    static ConfirmationsPage of(Chrome chrome, List<People.RoleHeld> roles, List<People.Line> lines) {
        return new ConfirmationsPage(chrome,
                roles.stream().map(r -> new Choice(r.id().toString(), r.personName() + " manages " + r.where(), null, true)).toList(),
                lines.stream().map(l -> new Choice(l.id().toString(), l.supervisor() + " supervises " + l.supervisee(),
                        Words.sentence(l.kind()) + " supervisor, from " + Words.day(l.startsOn())
                                + (l.endsOn() == null ? "" : " until " + Words.day(l.endsOn())), true)).toList());
    }

    public boolean isEmpty() {
        return roles.isEmpty() && lines.isEmpty();
    }
}
