package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.Words;

/** Reads and words caseloads, for one viewer; each reading is noted. */
@Singleton
class CaseloadPages {
    static final Said SAID = new Said(Map.of(
            "seen-logged", "The contact is logged. The child was seen, so the count begins again on that day.",
            "contact-logged", "The contact is logged.",
            "attempt-logged", "The attempt is logged. It is counted, and shows that you keep trying.",
            "met-logged", "The contact is logged. It does not count as seen, because nobody who works on the case met the child."));

    private static final Integer[] NO_MARKS = {};

    /** A contact that was typed on a caseload and has to be put right there. */
    record Typed(UUID caseId, ContactForm form, Errors errors) {}

    private final Caseloads caseloads;
    private final Reads reads;
    private final Chromes chromes;
    private final Today today;
    private final Ids ids;

    CaseloadPages(Caseloads caseloads, Reads reads, Chromes chromes, Today today, Ids ids) {
        this.caseloads = caseloads;
        this.reads = reads;
        this.chromes = chromes;
        this.today = today;
        this.ids = ids;
    }

    /** @throws Missing where the viewer may not open that person's work */
    CaseloadPage ofPerson(UUID person, Viewer viewer, @Nullable String said, @Nullable Typed typed) {
        String name = viewer.is(person) ? viewer.name() : caseloads.person(person).orElseThrow(Missing::new).name();
        return ofPerson(person, name, caseloads.of(person, today.date()), viewer, said, typed);
    }

    CaseloadPage ofPerson(
            UUID person, String name, List<Caseloads.Held> held, Viewer viewer, @Nullable String said, @Nullable Typed typed) {
        reads.note(viewer, "caseload", person, person);
        boolean own = viewer.is(person);
        List<CaseCard> cards = cards(held, "caseload/" + person, viewer, typed);
        return new CaseloadPage(
                chromes.of(viewer, "/caseload").saying(SAID.sentence(said)), own ? "Your caseload" : name + "'s caseload",
                own ? List.of() : List.of(Link.to("Caseload", "/caseload"), Link.here(name)),
                own ? "You, your supervisors, your team manager and your centre manager"
                        : name + ", their supervisors, their team manager and their centre manager",
                summary(held), own ? teamWays(viewer) : List.of(), List.of(new CaseloadPage.Group("cases", null, null, null, cards)),
                typed == null ? Errors.none() : typed.errors());
    }

    /** A centre manager reads the cases of the centre without what people wrote; the case's own page knows the exceptions. */
    private static boolean readsInFull(Viewer viewer) {
        return viewer.is(Role.PRACTITIONER) || viewer.is(Role.TEAM_MANAGER);
    }

    private List<Link> teamWays(Viewer viewer) {
        if (!viewer.is(Role.TEAM_MANAGER) && !viewer.is(Role.SERVICE_CENTRE_MANAGER)) {
            return List.of();
        }
        return caseloads.teams(today.date()).stream().map(CaseloadPages::teamWay).toList();
    }

    static Link teamWay(Caseloads.Owner team) {
        return Link.to(team.name(), "/teams/" + team.id() + "/caseload");
    }

    /** @throws Missing where the viewer does not manage that team or its centre */
    CaseloadPage ofTeam(UUID team, Viewer viewer) {
        Caseloads.Owner owner = caseloads.team(team).orElseThrow(Missing::new);
        List<Caseloads.Held> held = caseloads.ofTeam(team, today.date());
        reads.noteForAll(viewer, "caseload of a team", team, workers(held));
        return new CaseloadPage(
                chromes.of(viewer, "/caseload"), "Caseload of " + owner.name(), List.of(Link.to("Caseload", "/caseload"), Link.here(owner.name())),
                "The team's manager and the centre manager; each practitioner sees their own part", summary(held), List.of(), groups(held, viewer),
                Errors.none());
    }

    private static Set<UUID> workers(List<Caseloads.Held> held) {
        return held.stream().map(Caseloads.Held::workerId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private List<CaseloadPage.Group> groups(List<Caseloads.Held> held, Viewer viewer) {
        List<CaseCard> cards = cards(held, null, viewer, null);
        List<CaseloadPage.Group> groups = new ArrayList<>();
        for (int from = 0, to; from < held.size(); from = to) {
            for (to = from + 1; to < held.size() && Objects.equals(held.get(to).workerId(), held.get(from).workerId()); ) {
                to++;
            }
            groups.add(group(held.get(from), cards.subList(from, to)));
        }
        return groups;
    }

    private static CaseloadPage.Group group(Caseloads.Held first, List<CaseCard> cards) {
        if (first.workerId() == null) {
            return new CaseloadPage.Group(
                    "without", "Without a worker", null, "Nobody is the young person's worker of these cases today.", cards);
        }
        String name = first.worker() == null ? "Somebody of another team" : first.worker();
        return new CaseloadPage.Group(
                "of-" + first.workerId(), name, "/people/" + first.workerId() + "/caseload", Words.count(cards.size(), "open case"), cards);
    }

    /** @param from the page its forms lead back to; null for a list too long for forms */
    private List<CaseCard> cards(List<Caseloads.Held> held, @Nullable String from, Viewer viewer, @Nullable Typed typed) {
        boolean inFull = readsInFull(viewer);
        LocalDate day = today.date();
        Map<UUID, Integer[]> marks = marks(held, day);
        List<CaseCard> cards = new ArrayList<>(held.size());
        for (Caseloads.Held one : held) {
            ContactStrip strip = ContactStrip.of(day, one.limitDays(), marks.getOrDefault(one.caseId(), NO_MARKS));
            cards.add(CaseCard.of(one, strip, inFull && from != null ? entry(one, from, typed) : null, inFull, day));
        }
        return cards;
    }

    private Map<UUID, Integer[]> marks(List<Caseloads.Held> held, LocalDate day) {
        if (held.isEmpty()) {
            return Map.of();
        }
        StringBuilder cases = new StringBuilder(held.size() * 37);
        held.forEach(one -> cases.append(cases.isEmpty() ? "" : ",").append(one.caseId()));
        Map<UUID, Integer[]> marks = HashMap.newHashMap(held.size());
        caseloads.marks(cases.toString(), day).forEach(one -> marks.put(one.caseId(), one.marks()));
        return marks;
    }

    private ContactEntry entry(Caseloads.Held held, String from, @Nullable Typed typed) {
        ContactEntry blank = ContactEntry.blank(held.caseId(), held.reference(), ids.next(), from);
        return typed != null && typed.caseId().equals(held.caseId()) ? blank.typed(typed.form(), typed.errors()) : blank;
    }

    private static String summary(List<Caseloads.Held> held) {
        int missing = 0;
        int over = 0;
        int notice = 0;
        for (Caseloads.Held one : held) {
            missing += one.missingSince() == null ? 0 : 1;
            over += one.state().equals("over") ? 1 : 0;
            notice += one.state().equals("notice") ? 1 : 0;
        }
        return Words.count(held.size(), "open case") + ". " + Words.number(missing) + " missing now, " + Words.number(over)
                + " past the time to be seen, " + Words.number(notice) + " coming up to it.";
    }
}
