package org.holdfast.home;

import static java.util.Comparator.comparing;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.caseload.TeamFigures;
import org.holdfast.home.HomePage.Hat;
import org.holdfast.home.HomePage.Item;
import org.holdfast.home.HomePage.Part;
import org.holdfast.people.SupervisionChanges;
import org.holdfast.people.ToConfirm;
import org.holdfast.prompts.PromptCard;
import org.holdfast.prompts.Prompts;
import org.holdfast.prompts.PromptsOfPerson;
import org.holdfast.supervision.Actions;
import org.holdfast.supervision.Session;
import org.holdfast.supervision.Sessions;
import org.holdfast.supervision.Waiting;
import org.holdfast.time.Today;
import org.holdfast.web.Chromes;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/** What is to be done, for each hat of one viewer: as supervisee and practitioner, as supervisor, as centre manager. */
@Singleton
final class WorkLists {
    private static final int MOST = 8;

    private final Prompts prompts;
    private final Sessions sessions;
    private final Actions actions;
    private final TeamFigures teamFigures;
    private final ToConfirm toConfirm;
    private final Reads reads;
    private final SupervisionChanges changes;
    private final Chromes chromes;
    private final Today today;

    WorkLists(
            Prompts prompts, Sessions sessions, Actions actions, TeamFigures teamFigures, ToConfirm toConfirm, SupervisionChanges changes,
            Reads reads, Chromes chromes, Today today) {
        this.prompts = prompts;
        this.sessions = sessions;
        this.actions = actions;
        this.teamFigures = teamFigures;
        this.toConfirm = toConfirm;
        this.reads = reads;
        this.changes = changes;
        this.chromes = chromes;
        this.today = today;
    }

    HomePage of(Viewer viewer) {
        List<Hat> hats = new ArrayList<>();
        if (viewer.is(Role.ADMINISTRATOR)) {
            hats.add(administrator());
        } else if (isInPractice(viewer)) {
            hats.addAll(inPractice(viewer));
        } else {
            hats.add(outsidePractice(viewer));
        }
        return new HomePage(chromes.of(viewer, "/"), "Hello, " + viewer.name(), hats);
    }

    private static Hat administrator() {
        return new Hat("administrator", "Administrator", List.of(
                new Part("first", "Setting up, in this order", List.of(
                        new Item("/intake", "Import from the case system", "Professionals, involvements and visits. A dry run shows what would change.", null),
                        new Item("/people", "See who is there", "Give roles, propose supervisors and make invitation links.", null),
                        new Item("/centres", "Centres and teams", "An import makes them; more can be added by hand.", null)), null, null)));
    }

    /** Also whoever was named to take a centre up, and whoever is told of a change. */
    private boolean isInPractice(Viewer viewer) {
        return viewer.roles().stream().anyMatch(Role::isInPractice) || toConfirm.centreToTakeUp().isPresent();
    }

    /** An appointment brings no work by itself, and without any role there is nothing to do yet. */
    private Hat outsidePractice(Viewer viewer) {
        List<Part> parts = new ArrayList<>();
        told().ifPresent(parts::add);
        viewer.roles().stream().sorted().forEach(role -> parts.add(new Part(
                "appointed-" + role.ordinal(), role.label(), List.of(), "You are appointed. Nothing waits for you now.", null)));
        if (viewer.roles().isEmpty()) {
            parts.add(new Part("no-role", "Nothing here yet", List.of(),
                    "You have no role today. An administrator gives you one, and what it brings appears here.", null));
        }
        return new Hat("appointed", "Appointed", parts);
    }

    /** What has changed in who supervises whom, while it is not read. */
    private Optional<Part> told() {
        int count = changes.unread();
        return count == 0 ? Optional.empty() : Optional.of(new Part("changes", "Your supervision has changed", List.of(new Item(
                "/supervision-changes", Words.count(count, "change") + " to read", "Who supervises you, or whom you supervise.", null)), null, null));
    }

    private List<Hat> inPractice(Viewer viewer) {
        Sessions.Open own = sessions.openFor(viewer);
        List<Session> upcoming = own.upcoming();
        List<Waiting> waiting = own.waiting();
        List<PromptsOfPerson> open = prompts.openFor(viewer, today.date());
        reads.noteForAll(viewer, "home page", viewer.id(), others(viewer, upcoming, waiting, open));
        List<Hat> hats = new ArrayList<>();
        if (viewer.is(Role.REGIONAL_LEAD)) {
            hats.add(new Hat("regional-lead", "As regional lead", List.of(toConfirm("When somebody is proposed as manager of a service centre, or to be appointed, it waits for you here."))));
        }
        if (viewer.is(Role.SERVICE_CENTRE_MANAGER) || toConfirm.centreToTakeUp().isPresent()) {
            hats.add(centreManager(viewer));
        }
        if (supervises(viewer, upcoming, waiting)) {
            hats.add(supervisor(viewer, upcoming, waiting, open));
        }
        hats.add(supervisee(viewer, upcoming, waiting, open));
        return hats;
    }

    /** Whom this page says something about besides the viewer. */
    private static Set<UUID> others(Viewer viewer, List<Session> upcoming, List<Waiting> waiting, List<PromptsOfPerson> open) {
        Stream<UUID> supervisees = Stream.concat(upcoming.stream(), waiting.stream().map(Waiting::session)).map(s -> s.about().supervisee().id());
        Stream<UUID> workers = open.stream().map(PromptsOfPerson::personId).filter(Objects::nonNull);
        return Stream.concat(supervisees, workers).filter(person -> !viewer.is(person)).collect(Collectors.toSet());
    }

    private static boolean supervises(Viewer viewer, List<Session> upcoming, List<Waiting> waiting) {
        return viewer.is(Role.TEAM_MANAGER) || viewer.is(Role.SERVICE_CENTRE_MANAGER)
                || Stream.concat(upcoming.stream(), waiting.stream().map(Waiting::session)).anyMatch(s -> s.about().isSupervisor(viewer.id()));
    }

    private Hat centreManager(Viewer viewer) {
        List<Part> parts = new ArrayList<>();
        toConfirm.centreToTakeUp().ifPresent(centre -> parts.add(new Part("take-up", "Your service centre", List.of(
                new Item("/confirmations/centre", "Take up " + centre, "An administrator named you as its manager. You are the first, so you confirm it yourself.", null)), null, null)));
        if (viewer.is(Role.SERVICE_CENTRE_MANAGER)) {
            Part waiting = toConfirm(null);
            if (!waiting.items().isEmpty()) {
                parts.add(waiting);
            }
            parts.add(teams("The teams of your centre"));
        }
        return new Hat("centre-manager", "As service centre manager", parts);
    }

    private Part toConfirm(@Nullable String whileEmpty) {
        int count = toConfirm.count();
        return new Part("confirm", "To confirm", count == 0 ? List.of() : List.of(new Item("/confirmations", Words.count(count, "proposal") + " to confirm",
                "Who manages what and who supervises whom. They count once you have confirmed them.", null)), whileEmpty, null);
    }

    private Part teams(String heading) {
        LocalDate day = today.date();
        return new Part("teams", heading, teamFigures.ofTeams(day).stream().map(WorkLists::team).toList(),
                "Teams appear here with how many cases they hold and how many children have not been seen for a while.", null);
    }

    private static Item team(TeamFigures.Figures team) {
        List<String> details = new ArrayList<>();
        details.add(Words.count(team.over(), "child", "children") + " over the 28 days without a plan");
        if (team.missing() > 0) {
            details.add(Words.count(team.missing(), "child", "children") + " missing now");
        }
        if (team.withoutWorker() > 0) {
            details.add(Words.count(team.withoutWorker(), "case") + " without a worker");
        }
        return new Item("/teams/" + team.id() + "/caseload", team.name() + ": " + Words.count(team.openCases(), "open case"),
                Words.sentence(Words.list(details)) + ".", null);
    }

    private Hat supervisor(Viewer viewer, List<Session> upcoming, List<Waiting> waiting, List<PromptsOfPerson> open) {
        Predicate<Session> asSupervisor = session -> !session.about().isSupervisee(viewer.id());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("supervising", "Sessions you hold", next(upcoming, asSupervisor, viewer),
                "Sessions you plan with the people you supervise appear here, the next one first.", Link.to("Plan a session", "/sessions/new")));
        parts.add(new Part("records", "Records waiting for you", waitingFor(waiting, asSupervisor),
                "A record that is still to be written or shared appears here.", null));
        if (viewer.is(Role.TEAM_MANAGER)) {
            parts.add(teams("Your team"));
        }
        open.stream().filter(person -> !isOwn(person, viewer)).sorted(comparing(person -> !someoneIsMissing(person)))
                .map(WorkLists::ofPerson).forEach(parts::add);
        return new Hat("supervisor", "As supervisor", parts);
    }

    private static boolean isOwn(PromptsOfPerson person, Viewer viewer) {
        return person.personId() != null && viewer.is(person.personId());
    }

    private static boolean someoneIsMissing(PromptsOfPerson person) {
        return person.prompts().stream().anyMatch(prompt -> prompt.missing() != null);
    }

    /** All of them: prompts about children are never cut. */
    private static Part ofPerson(PromptsOfPerson person) {
        String id = person.personId() == null ? "without-worker" : "of-" + person.personId();
        Link way = person.personId() == null ? null : Link.to("Caseload", "/people/" + person.personId() + "/caseload");
        return new Part(id, person.name() + ": " + Words.count(person.prompts().size(), "child", "children") + " to think about",
                person.prompts().stream().map(WorkLists::prompt).toList(), null, way);
    }

    private static Item prompt(PromptCard prompt) {
        return new Item(prompt.href(), prompt.title(), prompt.question(), prompt.missing());
    }

    private Hat supervisee(Viewer viewer, List<Session> upcoming, List<Waiting> waiting, List<PromptsOfPerson> open) {
        Predicate<Session> asSupervisee = session -> session.about().isSupervisee(viewer.id());
        List<Part> parts = new ArrayList<>();
        told().ifPresent(parts::add);
        parts.add(new Part("supervised", "Your own supervision", next(upcoming, asSupervisee, viewer),
                "Your next session appears here once it is planned. You may plan one with your supervisor yourself.", Link.to("Plan a session", "/sessions/new")));
        List<Item> answers = waitingFor(waiting, asSupervisee);
        if (!answers.isEmpty()) {
            parts.add(new Part("answers", "Records waiting for your answer", answers, null, null));
        }
        open.stream().filter(person -> isOwn(person, viewer)).forEach(own -> parts.add(new Part(
                "own-prompts", "Your cases that want a thought", own.prompts().stream().map(WorkLists::prompt).toList(), null,
                Link.to("Your caseload", "/caseload"))));
        parts.add(new Part("actions", "What you said you would do", actions(viewer),
                "Actions from your sessions stay here until they are done or no longer needed.", null));
        return new Hat("supervisee", "As supervisee", parts);
    }

    private List<Item> next(List<Session> upcoming, Predicate<Session> hat, Viewer viewer) {
        return upcoming.stream().filter(hat).limit(MOST).map(session -> new Item(
                "/sessions/" + session.id(),
                session.about().other(viewer.id()).name() + ", " + Words.weekday(session.about().day()) + " at " + Words.time(session.about().startsAt().toLocalTime()),
                "Look at the agenda and prepare.",
                session.about().day().equals(today.date()) ? "Today" : null)).toList();
    }

    private static List<Item> waitingFor(List<Waiting> waiting, Predicate<Session> hat) {
        return waiting.stream().filter(w -> hat.test(w.session())).limit(MOST)
                .map(w -> new Item(w.href(), w.step(), w.with(), null)).toList();
    }

    private List<Item> actions(Viewer viewer) {
        LocalDate day = today.date();
        return actions.openFor(viewer, day).stream().limit(MOST).map(action -> new Item(
                "/sessions/" + action.sessionId(), action.what(),
                due(action, day) + (action.carried() == 0 ? "" : ", carried " + Words.count(action.carried(), "time")), null)).toList();
    }

    private static String due(Actions.Open action, LocalDate day) {
        if (action.dueOn() == null) {
            return "No day agreed";
        }
        return (action.isPast(day) ? "Was to be done by " : "By ") + Words.shortDay(action.dueOn(), day);
    }
}
