package org.holdfast.people;

import static java.util.Map.entry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.accounts.SomebodysAccount;
import org.holdfast.audit.Reads;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Choice;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.Words;

/** Puts the page of one person together, for a viewer who reaches them. */
@Singleton
final class PersonPages {
    static final Said SAID = new Said(Map.ofEntries(
            entry("role-given", "The role is given. If it gives reach, somebody is asked to confirm it: the service centre manager, or the regional lead."),
            entry("role-ended", "The role has ended."),
            entry("line-proposed", "The supervisor is proposed. It counts once the service centre manager, or the regional lead, has confirmed it."),
            entry("cover-arranged", "The cover is arranged and counts from now on. Both are told on their home pages."),
            entry("line-ended", "The supervision line has ended."),
            entry("absence-noted", "The absence is noted."),
            entry("returned", "The return is noted."),
            entry("address-set", "The mail address is kept. Links made before no longer work."),
            entry("link-sent", "A link is on its way. It works once, for 30 minutes after it has left."),
            entry("account-unlocked", "The account is unlocked."),
            entry("app-taken-away", "The authenticator app is taken away. They set up another one when they next sign in."),
            entry("person-added", "The person is added. Next: a role, a supervisor and an invitation.")));

    private static final PersonPage.AccountStanding NO_ACCOUNT = new PersonPage.AccountStanding("No account yet", false, false, false, "", false);

    private final People people;
    private final Reads reads;
    private final SomebodysAccount accounts;
    private final Chromes chromes;
    private final Today today;
    private final Clock clock;
    private final Ids ids;

    PersonPages(People people, Reads reads, SomebodysAccount accounts, Chromes chromes, Today today, Clock clock, Ids ids) {
        this.people = people;
        this.reads = reads;
        this.accounts = accounts;
        this.chromes = chromes;
        this.today = today;
        this.clock = clock;
        this.ids = ids;
    }

    PersonPage show(UUID id, Viewer viewer, @Nullable String said) {
        return page(id, viewer, said, null, PersonForms.blank());
    }

    PersonPage withInvitation(UUID id, Viewer viewer, String invitation) {
        return page(id, viewer, null, invitation, PersonForms.blank());
    }

    PersonPage toPutRight(UUID id, Viewer viewer, PersonForms forms) {
        return page(id, viewer, null, null, forms);
    }

    PersonPage toPutRight(UUID id, Viewer viewer, MailAddressForm address, Errors errors) {
        return page(id, viewer, null, null, PersonForms.blankWith(errors)).withAddress(address.typed());
    }

    private PersonPage page(UUID id, Viewer viewer, @Nullable String said, @Nullable String invitation, PersonForms forms) {
        People.Person person = people.find(id).orElseThrow(Missing::new);
        reads.note(viewer, "person", id, id);
        boolean administers = viewer.is(Role.ADMINISTRATOR);
        boolean covers = people.mayArrangeCover(id);
        List<People.Line> lines = people.lines(id);
        return new PersonPage(
                chromes.of(viewer, "/people").saying(SAID.sentence(said)), id.toString(), person.name(), whoCanSee(viewer, id),
                List.of(new Link("People", "/people", false), new Link(person.name(), null, true)), facts(person),
                people.roles(id).stream().map(role -> PersonPage.of(role, today.date())).toList(),
                lines.stream().map(l -> PersonPage.of(l, id, today.date())).toList(),
                people.absences(id, today.date()).stream().map(a -> PersonPage.of(a, maySeeKind(viewer, id, lines))).toList(),
                administers, covers, mayNoteAbsence(viewer, lines, id), invitation, administers ? account(id) : NO_ACCOUNT,
                choices(id, administers, covers, forms), forms, ids.next().toString(), opensCaseloads(viewer) ? "/people/" + id + "/caseload" : null);
    }

    private static boolean opensCaseloads(Viewer viewer) {
        return viewer.is(Role.PRACTITIONER) || viewer.is(Role.TEAM_MANAGER) || viewer.is(Role.SERVICE_CENTRE_MANAGER);
    }

    private PersonPage.Choices choices(UUID id, boolean administers, boolean covers, PersonForms forms) {
        return new PersonPage.Choices(
                roleChoices(forms.role().role()), teamChoices(forms.role().team()), centreChoices(forms.role().centre()),
                administers ? supervisorChoices(id, forms.line().supervisor()) : List.of(), lineKinds(forms.line().kind()),
                covers ? supervisorChoices(id, forms.cover().supervisor()) : List.of(), absenceKinds(forms.absence().kind()));
    }

    /** Whether that person may be chosen as cover: another one of the viewer's centre. */
    boolean mayCover(UUID supervisor, UUID supervisee) {
        return supervisorChoices(supervisee, null).stream().anyMatch(choice -> choice.value().equals(supervisor.toString()));
    }

    private static String whoCanSee(Viewer viewer, UUID id) {
        return viewer.is(id)
                ? "You, your supervisors, your team and centre managers, and administrators"
                : "The person, their supervisors, team and centre managers, and administrators";
    }

    private static List<Fact> facts(People.Person person) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Job title", person.jobTitle() == null ? "Not stated" : person.jobTitle()));
        facts.add(Fact.of("Service centre", person.centre() == null ? "The whole organisation" : person.centre()));
        facts.add(Fact.of("Here since", person.startedOn() == null ? "Not stated" : Words.day(person.startedOn())));
        if (person.leftOn() != null) {
            facts.add(Fact.of("Left on", Words.day(person.leftOn())));
        }
        return facts;
    }

    /** The kind of an absence is for the person and the line supervisor; everybody else reads "away". */
    private boolean maySeeKind(Viewer viewer, UUID id, List<People.Line> lines) {
        return viewer.is(id) || lines.stream().anyMatch(l -> isCurrent(l) && l.kind().equals("line") && viewer.is(l.supervisorId()));
    }

    private boolean mayNoteAbsence(Viewer viewer, List<People.Line> lines, UUID id) {
        return viewer.is(id) || viewer.is(Role.ADMINISTRATOR) || viewer.is(Role.TEAM_MANAGER)
                || lines.stream().anyMatch(l -> isCurrent(l) && l.kind().equals("line") && viewer.is(l.supervisorId()));
    }

    private boolean isCurrent(People.Line line) {
        LocalDate day = today.date();
        return line.confirmedAt() != null && !line.startsOn().isAfter(day) && (line.endsOn() == null || line.endsOn().isAfter(day));
    }

    private PersonPage.AccountStanding account(UUID id) {
        return accounts.of(id).map(account -> standing(id, account)).orElseGet(() -> noAccount(id));
    }

    private PersonPage.AccountStanding standing(UUID id, SomebodysAccount.Standing account) {
        String app = account.secondFactorSince().map(since -> "with an authenticator app since " + Words.day(since.atZone(Today.LONDON).toLocalDate()))
                .orElse("no authenticator app set up yet");
        return new PersonPage.AccountStanding(
                "Signs in as " + account.userName() + ", " + app, true, account.isLocked(), account.secondFactorSince().isPresent(),
                address(id), accounts.mailsAreSent());
    }

    private PersonPage.AccountStanding noAccount(UUID id) {
        return people.accounts(clock.instant()).stream()
                .filter(account -> account.personId().equals(id) && account.invitedUntil() != null).findFirst()
                .map(account -> "Invited; the link works until " + Words.moment(account.invitedUntil().atZone(Today.LONDON)))
                .map(words -> noAccount(id, words))
                .orElseGet(() -> noAccount(id, NO_ACCOUNT.words()));
    }

    private PersonPage.AccountStanding noAccount(UUID id, String words) {
        return new PersonPage.AccountStanding(words, false, false, false, address(id), accounts.mailsAreSent());
    }

    private String address(UUID id) {
        return accounts.mailAddress(id).orElse("");
    }

    private static List<Choice> roleChoices(@Nullable String chosen) {
        return Stream.of(Role.values()).map(role -> Choice.of(role.code(), role.label(), chosen)).toList();
    }

    private List<Choice> teamChoices(@Nullable String chosen) {
        return withNone("No team", people.teams(today.date()).stream().map(t -> Choice.of(t.id().toString(), t.name() + ", " + t.centre(), chosen)));
    }

    private List<Choice> centreChoices(@Nullable String chosen) {
        return withNone("No single centre", people.centres(today.date()).stream().map(c -> Choice.of(c.id().toString(), c.name(), chosen)));
    }

    private List<Choice> supervisorChoices(UUID supervisee, @Nullable String chosen) {
        return withNone("Choose somebody", people.listed(today.date()).stream().filter(p -> !p.id().equals(supervisee))
                .map(p -> Choice.of(p.id().toString(), p.name() + (p.team() == null ? "" : ", " + p.team()), chosen)));
    }

    private static List<Choice> withNone(String none, Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", none, null, false)), choices).toList();
    }

    private static List<Choice> lineKinds(@Nullable String chosen) {
        return List.of(
                new Choice("line", "Line supervisor", "One at a time; the older line ends", "line".equals(chosen)),
                new Choice("practice", "Practice supervisor", "For example a registered social worker where the line manager is not one", "practice".equals(chosen)),
                new Choice("cover", "Cover supervisor", "Stands in until a date at most 42 days ahead", "cover".equals(chosen)));
    }

    private static List<Choice> absenceKinds(@Nullable String chosen) {
        return Stream.of("leave", "sickness", "training", "other").map(k -> Choice.of(k, Words.sentence(k), chosen)).toList();
    }
}
