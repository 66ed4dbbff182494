package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.access.Role;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Words;

/** What waits for this viewer's confirmation, everything ticked. */
public record ConfirmationsPage(Chrome chrome, List<Choice> roles, List<Choice> lines) {
    static ConfirmationsPage of(Chrome chrome, List<People.RoleHeld> roles, List<People.Line> lines) {
        return new ConfirmationsPage(chrome,
                roles.stream().map(r -> new Choice(r.id().toString(), words(r), until(r.endsOn()), true)).toList(),
                lines.stream().map(l -> new Choice(l.id().toString(), l.supervisor() + " supervises " + l.supervisee(),
                        Words.sentence(l.kind()) + " supervisor, from " + Words.day(l.startsOn())
                                + (l.endsOn() == null ? "" : " to " + Words.day(l.endsOn().minusDays(1))), true)).toList());
    }

    private static String words(People.RoleHeld role) {
        return role.personName() + switch (Role.of(role.role())) {
            case TEAM_MANAGER, SERVICE_CENTRE_MANAGER -> " manages " + role.where();
            case AUDITOR -> " is auditor: " + role.where();
            default -> " is " + role.role();
        };
    }

    private static @Nullable String until(@Nullable LocalDate endsOn) {
        return endsOn == null ? null : "Until " + Words.day(endsOn.minusDays(1));
    }

    public boolean isEmpty() {
        return roles.isEmpty() && lines.isEmpty();
    }
}
