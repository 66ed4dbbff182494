package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/**
 * One person: where they work, in which roles, supervised by whom, when away.
 *
 * @param administers   whether the viewer may change roles and lines here and invite
 * @param maySeeKind    whether the kind of an absence is shown, or only that somebody is away
 * @param covers        whether the viewer may arrange and end cover for this person
 * @param mayNoteAbsence whether the viewer may note an absence
 * @param invitation    a link just made, shown this once; null otherwise
 * @param forms         the forms as they stand
 */
public record PersonPage(
        Chrome chrome, String id, String name, String whoCanSee, List<Link> where, List<Fact> facts, List<Dated> roles,
        List<Dated> lines, List<Away> absences, boolean administers, boolean covers, boolean mayNoteAbsence, @Nullable String invitation,
        AccountStanding account, Choices choices, PersonForms forms, String once, @Nullable String caseload) {

    /** What can be chosen in the page's forms. */
    public record Choices(
            List<Choice> roles, List<Choice> teams, List<Choice> centres, List<Choice> supervisors, List<Choice> lineKinds, List<Choice> covers,
            List<Choice> absenceKinds) {}

    /**
     * Somebody's account, for an administrator.
     *
     * @param exists       whether they can sign in; otherwise they can be invited
     * @param address      where they get mail, or what was typed there; empty for nowhere
     * @param mailsAreSent whether there is a mail server
     */
    public record AccountStanding(
            String words, boolean exists, boolean locked, boolean hasSecondFactor, String address, boolean mailsAreSent) {}

    /** The same page with what was typed as the mail address. */
    PersonPage withAddress(String typed) {
        var standing = new AccountStanding(
                account.words(), account.exists(), account.locked(), account.hasSecondFactor(), typed, account.mailsAreSent());
        return new PersonPage(
                chrome, id, name, whoCanSee, where, facts, roles, lines, absences, administers, covers, mayNoteAbsence, invitation, standing,
                choices, forms, once, caseload);
    }

    /** A role or a line with its dates. */
    public record Dated(String id, String words, String dates, boolean waits, boolean current, boolean cover) {}

    /** An absence. */
    public record Away(String id, String words, boolean open) {}

    static Dated of(People.RoleHeld role, LocalDate today) {
        String words = Words.sentence(role.role()) + (role.where() == null ? "" : ", " + role.where());
        return new Dated(role.id().toString(), words, span(role.startsOn(), role.endsOn()), role.confirmedAt() == null,
                role.endsOn() == null || role.endsOn().isAfter(today), false);
    }

    static Dated of(People.Line line, UUID person, LocalDate today) {
        String kind = switch (line.kind()) {
            case "line" -> "line supervisor";
            case "practice" -> "practice supervisor";
            default -> "cover supervisor";
        };
        String words = line.superviseeId().equals(person)
                ? line.supervisor() + " is " + kind
                : kind.substring(0, 1).toUpperCase() + kind.substring(1) + " of " + line.supervisee();
        return new Dated(line.id().toString(), words, span(line.startsOn(), line.endsOn()), line.confirmedAt() == null,
                line.endsOn() == null || line.endsOn().isAfter(today), line.kind().equals("cover"));
    }

    static Away of(People.Absence absence, boolean maySeeKind) {
        String what = maySeeKind ? Words.sentence(absence.kind()) : "Away";
        String when = absence.endsOn() == null
                ? " since " + Words.day(absence.startsOn()) + ", return not known yet"
                : " from " + Words.day(absence.startsOn()) + " to " + Words.day(absence.endsOn());
        return new Away(absence.id().toString(), what + when, absence.endsOn() == null);
    }

    /** @param until the first day on which it no longer counts */
    private static String span(LocalDate from, @Nullable LocalDate until) {
        if (until == null) {
            return "since " + Words.day(from);
        }
        return until.isAfter(from) ? Words.day(from) + " to " + Words.day(until.minusDays(1)) : "ended on " + Words.day(until) + ", the day it began";
    }
}
