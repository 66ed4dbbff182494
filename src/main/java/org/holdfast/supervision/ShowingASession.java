package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Choice;
import org.holdfast.web.Chromes;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/** Makes the page of a session, and notes that it was read. */
@Singleton
final class ShowingASession {
    private final Lives lives;
    private final Agenda agenda;
    private final AgendaItems agendaItems;
    private final Chromes chromes;
    private final Reads reads;
    private final Ids ids;
    private final Today today;

    ShowingASession(Lives lives, Agenda agenda, AgendaItems agendaItems, Chromes chromes, Reads reads, Ids ids, Today today) {
        this.lives = lives;
        this.agenda = agenda;
        this.agendaItems = agendaItems;
        this.chromes = chromes;
        this.reads = reads;
        this.ids = ids;
        this.today = today;
    }

    /** What a form that did not go through brings back to the page. */
    record Back(Errors errors, Map<String, String> typed, @Nullable String notNow, List<String> warnings, @Nullable SharingQuestion question) {
        static final Back NOTHING = new Back(Errors.none(), Map.of(), null, List.of(), null);

        static Back of(Outcome outcome, Map<String, String> typed) {
            return switch (outcome) {
                case Outcome.Refused(Errors errors) -> new Back(errors, typed, null, List.of(), null);
                case Outcome.NotNow(String sentence) -> new Back(Errors.none(), typed, sentence, List.of(), null);
                case Outcome.Clashing(List<String> warnings) -> new Back(Errors.none(), typed, null, warnings, null);
                case Outcome.Asked(SharingQuestion question) -> new Back(Errors.none(), typed, null, List.of(), question);
                case Outcome.Done _ -> NOTHING;
            };
        }
    }

    SessionPage page(Session session, Viewer viewer, @Nullable String said, Back back) {
        Particulars about = session.about();
        UUID me = viewer.id();
        boolean mine = about.sight() == Sight.ONE_OF_THE_TWO;
        reads.note(viewer, "session", session.id(), about.isSupervisee(me) ? null : about.supervisee().id());
        List<Lives.Happened> happened = lives.happened(session.id());
        String path = "/sessions/" + session.id();
        String title = title(session, me);
        return new SessionPage(
                chromes.of(viewer, path).saying(said), List.of(Link.to("Home", "/"), Link.to("Sessions", "/sessions"), Link.here(title)),
                session.id().toString(), title, Words.day(about.day()), SessionWords.whoCanSee(session, me), SessionWords.standing(session),
                SessionWords.next(session, me), facts(session), history(session, happened), record(session, path), restrictedPart(session, path), pdf(session, path),
                bookNext(session, me), version(session), mine ? agenda(session, viewer) : List.of(), mine ? preparation(session, me) : null,
                about.isSupervisee(me) && mine ? path + "/private-preparation" : null,
                texts(session, happened), about.sight() == Sight.DATES ? List.of() : versions(session, path), addenda(session), may(session, me),
                choices(session, me, back), back.typed(), back.errors(), back.notNow(), back.warnings(), back.question(), ids.next().toString());
    }

    private static String title(Session session, UUID me) {
        Particulars about = session.about();
        return about.isOneOfTheTwo(me)
                ? about.kind().label() + " with " + about.other(me).name()
                : about.kind().label() + ": " + about.supervisee().name() + " and " + about.supervisor().name();
    }

    private List<Fact> facts(Session session) {
        Particulars about = session.about();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("When", SessionWords.time(about) + " (" + Words.distance(about.day(), today.date()) + ")"));
        if (about.place() != null && about.sight() != Sight.DATES) {
            facts.add(Fact.of("Where", about.place()));
        }
        facts.add(Fact.of("Supervisor", about.supervisor().name()));
        facts.add(Fact.of("Supervisee", about.supervisee().name()));
        facts.add(Fact.of("Moved", SessionWords.moves(about)));
        if (about.sight() != Sight.DATES) {
            lives.ownEnd(session.id()).ifPresent(day -> facts.add(Fact.of("Locks by itself", locksByItself(session, day))));
        }
        return facts;
    }

    private static String locksByItself(Session session, LocalDate day) {
        return session instanceof Session.Disputed
                ? "On " + Words.day(day) + " with both texts in it, if nobody has written by then how it ended"
                : "On " + Words.day(day) + ", if " + session.about().supervisee().name() + " has not answered by then";
    }

    /** Planned first, then its moves, which only a planned session has, then what came of it. */
    private List<SessionPage.Line> history(Session session, List<Lives.Happened> happened) {
        Sight sight = session.about().sight();
        List<SessionPage.Line> lines = new ArrayList<>();
        for (Lives.Happened row : happened) {
            if (sight != Sight.DATES || isAboutTheDate(row)) {
                lines.add(new SessionPage.Line(Words.day(row.onDay()), what(row, sight)));
            }
            if (row.number() == 1) {
                lines.addAll(moves(session, sight));
            }
        }
        return lines;
    }

    private List<SessionPage.Line> moves(Session session, Sight sight) {
        List<SessionPage.Line> lines = new ArrayList<>();
        List<Lives.Dated> dates = lives.dates(session.id());
        for (int i = 1; i < dates.size(); i++) {
            Lives.Dated date = dates.get(i);
            String from = Words.moment(dates.get(i - 1).startsAt().atZone(Today.LONDON));
            String to = Words.moment(date.startsAt().atZone(Today.LONDON));
            lines.add(new SessionPage.Line(Words.day(date.setAt().atZone(Today.LONDON).toLocalDate()),
                    "Moved by " + name(date.setByName()) + " from " + from + " to " + to + because(date.cause(), sight)));
        }
        return lines;
    }

    private static boolean isAboutTheDate(Lives.Happened row) {
        return List.of("planned", "held", "cancelled", "missed").contains(row.state());
    }

    private static String because(@Nullable String cause, Sight sight) {
        return cause == null ? "" : ": " + Cause.of(cause).map(c -> c.labelFor(sight).toLowerCase()).orElse(cause);
    }

    private static String name(@Nullable String name) {
        return name == null ? "a former colleague" : name;
    }

    private static String what(Lives.Happened row, Sight sight) {
        String by = " by " + name(row.byName());
        return switch (State.of(row.state())) {
            case PLANNED -> "Planned" + by;
            case HELD -> "Held, as " + name(row.byName()) + " says";
            case DRAFTED -> row.cause() == null ? "Record started" + by
                    : row.cause().equals("withdrawn") ? "Version " + row.version() + " taken back" + by : "Edits to version " + row.version() + " asked for" + by;
            case SHARED -> "Version " + row.version() + " shared" + by;
            case AGREED -> "Version " + row.version() + " agreed" + by;
            case AGREED_WITH_COMMENT -> "Version " + row.version() + " agreed with a comment" + by;
            case DISPUTED -> "Version " + row.version() + " seen differently" + by;
            case LOCKED -> "Locked as version " + row.version() + LockedBecause.of(row.cause()).map(because -> ": " + locked(row, because)).orElse("");
            case CANCELLED -> "Cancelled" + by + because(row.cause(), sight);
            case MISSED -> "Missed";
        };
    }

    private static String locked(Lives.Happened row, LockedBecause because) {
        return because == LockedBecause.DISPUTE_SETTLED ? name(row.byName()) + " recorded how it ended" : because.words();
    }

    private static @Nullable Link record(Session session, String path) {
        if (session.about().sight() == Sight.DATES || !session.isHeld()) {
            return null;
        }
        return Link.to(session.isBeingRecorded() ? "Open the record" : "Read the record", path + "/record");
    }

    private static @Nullable Link restrictedPart(Session session, String path) {
        Particulars about = session.about();
        return about.sight() == Sight.ONE_OF_THE_TWO && about.kind().hasRestrictedPart() && session.isHeld()
                ? Link.to(session.isBeingRecorded() ? "Open the restricted part" : "Read the restricted part", path + "/restricted-part")
                : null;
    }

    private static @Nullable Link pdf(Session session, String path) {
        return session instanceof Session.Locked && session.about().sight() != Sight.DATES ? Link.to("PDF of the locked record", path + "/pdf") : null;
    }

    private static @Nullable Link bookNext(Session session, UUID me) {
        Particulars about = session.about();
        boolean over = !(session instanceof Session.Planned || session.isBeingRecorded());
        return over && about.isOneOfTheTwo(me)
                ? Link.to("Plan the next session", "/sessions/new?with=" + (about.isSupervisor(me) ? "supervisee." : "supervisor.") + about.other(me).id())
                : null;
    }

    private static int version(Session session) {
        return switch (session) {
            case Session.Shared shared -> shared.version();
            case Session.Disputed disputed -> disputed.version();
            case Session.Locked locked -> locked.version();
            default -> 0;
        };
    }

    private List<SessionPage.AgendaSection> agenda(Session session, Viewer viewer) {
        List<AgendaItem> rows = agenda.opened(session, viewer);
        return Arrays.stream(Section.values())
                .map(section -> new SessionPage.AgendaSection(
                        section.code().replace(' ', '-'), section.label(), section.empty(),
                        items(section, rows.stream().filter(row -> row.section().equals(section.code())).toList(), viewer.id())))
                .filter(section -> !section.items().isEmpty() || session instanceof Session.Planned)
                .toList();
    }

    private List<SessionPage.Item> items(Section section, List<AgendaItem> rows, UUID me) {
        return switch (section) {
            case CASES -> cases(rows);
            case FUNCTIONS -> functions(rows);
            case SUPERVISION_ITSELF -> rows.stream().filter(row -> row.words() != null).map(this::words).toList();
            case ACTIONS -> rows.stream().map(row -> row.actionId() == null ? words(row) : action(row)).toList();
            default -> rows.stream().map(this::words).toList();
        };
    }

    /** Each case once, with the reasons of every row that stands for it. A case out of reach has no reference here. */
    private List<SessionPage.Item> cases(List<AgendaItem> rows) {
        Map<UUID, List<AgendaItem>> byCase = new LinkedHashMap<>();
        rows.stream().filter(row -> row.caseReference() != null).forEach(row -> byCase.computeIfAbsent(row.caseId(), id -> new ArrayList<>()).add(row));
        List<SessionPage.Item> items = new ArrayList<>();
        byCase.values().forEach(same -> items.add(new SessionPage.Item(
                same.getFirst().id().toString(), same.getFirst().caseReference(), "/cases/" + same.getFirst().caseId(),
                same.stream().flatMap(row -> agenda.reasons(row).stream()).map(Reason::words).distinct().toList(), null, null, null)));
        rows.stream().filter(row -> row.caseId() == null && row.words() != null).map(this::words).forEach(items::add);
        return items;
    }

    /** The questions of a function under its name, which says once why it is here. */
    private List<SessionPage.Item> functions(List<AgendaItem> rows) {
        List<SessionPage.Item> items = new ArrayList<>();
        String above = null;
        for (AgendaItem row : rows) {
            if (row.questionId() == null) {
                items.add(words(row));
            } else {
                items.add(new SessionPage.Item(row.id().toString(), row.questionWords(), null, List.of(),
                        row.forSupervisor() ? "A question for the supervisor" : null, row.function().equals(above) ? null : lead(row), null));
                above = row.function();
            }
        }
        return items;
    }

    private String lead(AgendaItem row) {
        String label = Arrays.stream(FunctionOfSupervision.values()).filter(f -> f.code.equals(row.function())).map(f -> f.label).findFirst().orElse("");
        return label + ": " + agenda.reasons(row).stream().map(Reason::words).map(ShowingASession::small).findFirst().orElse("");
    }

    private static String small(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private SessionPage.Item action(AgendaItem row) {
        String who = row.actionOwner() == null ? "Nobody named yet" : row.actionOwner();
        String due = row.actionDueOn() == null ? "" : ", by " + Words.day(row.actionDueOn());
        return new SessionPage.Item(row.id().toString(), row.actionWhat() == null ? "" : row.actionWhat(), null,
                agenda.reasons(row).stream().map(Reason::words).toList(), who + due, null, row.actionId().toString());
    }

    private SessionPage.Item words(AgendaItem row) {
        return new SessionPage.Item(row.id().toString(), row.words() == null ? "" : row.words(), null, List.of(),
                row.addedBy() == null ? null : "Added by " + name(row.addedByName()), null, null);
    }

    /** Nothing once the session has begun and neither had written anything. */
    private SessionPage.@Nullable Preparation preparation(Session session, UUID me) {
        Named other = session.about().other(me);
        String mine = lives.preparation(session.id(), me).orElse("");
        String others = lives.preparation(session.id(), other.id()).orElse("");
        boolean canWrite = session instanceof Session.Planned;
        return canWrite || !mine.isEmpty() || !others.isEmpty() ? new SessionPage.Preparation(mine, other.name(), others, canWrite) : null;
    }

    private static List<SessionPage.SaidText> texts(Session session, List<Lives.Happened> happened) {
        return happened.stream().filter(row -> row.words() != null).map(row -> new SessionPage.SaidText(heading(row), who(row), row.words())).toList();
    }

    private static String heading(Lives.Happened row) {
        return switch (State.of(row.state())) {
            case DRAFTED -> "Edits asked for";
            case AGREED_WITH_COMMENT -> "Comment";
            case DISPUTED -> "How " + name(row.byName()) + " sees it";
            case LOCKED -> "How it ended";
            case CANCELLED -> "Why it was cancelled";
            default -> "Note";
        };
    }

    private static String who(Lives.Happened row) {
        return name(row.byName()) + ", " + Words.day(row.onDay());
    }

    private List<SessionPage.VersionLine> versions(Session session, String path) {
        return lives.versions(session.id()).stream()
                .map(version -> new SessionPage.VersionLine(path + "/versions/" + version.number(), "Version " + version.number(), versionWords(version)))
                .toList();
    }

    private static String versionWords(Lives.Version version) {
        String what = switch (version.cause()) {
            case "shared" -> "as it was shared";
            case "edits requested" -> "as it was when edits were asked for";
            case "withdrawn" -> "as it was when it was taken back";
            default -> "as it was locked";
        };
        return what + ", " + Words.day(version.madeAt().atZone(Today.LONDON).toLocalDate());
    }

    private List<SessionPage.SaidText> addenda(Session session) {
        return session instanceof Session.Locked && session.about().sight() != Sight.DATES
                ? lives.addenda(session.id()).stream()
                        .map(a -> new SessionPage.SaidText("Addendum " + a.number(), name(a.addedByName()) + ", " + Words.day(a.addedOn()), a.words()))
                        .toList()
                : List.of();
    }

    private SessionPage.May may(Session session, UUID me) {
        Particulars about = session.about();
        boolean planned = session instanceof Session.Planned && about.isOneOfTheTwo(me);
        boolean begins = session instanceof Session.Planned && !about.day().isAfter(today.date())
                || session instanceof Session.Missed && !about.day().isBefore(today.date().minusDays(Session.RECORDED_WITHIN_DAYS));
        return new SessionPage.May(
                begins && about.isSupervisor(me), planned, planned, session instanceof Session.Drafted && about.isSupervisor(me),
                session instanceof Session.Shared && about.isSupervisor(me), session instanceof Session.Shared && about.isSupervisee(me),
                session instanceof Session.Disputed && about.isThirdPerson(me), session instanceof Session.Locked && about.isOneOfTheTwo(me),
                planned, planned && about.isSupervisee(me));
    }

    private SessionPage.Choices choices(Session session, UUID me, Back back) {
        boolean answers = session instanceof Session.Shared && session.about().isSupervisee(me);
        boolean planned = session instanceof Session.Planned && session.about().isOneOfTheTwo(me);
        return new SessionPage.Choices(
                causes(back.typed().get("cause")), causes(back.typed().get("cancelCause")),
                answers ? lives.thirdPersonCandidates(session.id()).stream()
                        .map(c -> new Choice(c.personId().toString(), c.name(), capital(c.role()), c.personId().toString().equals(back.typed().get("thirdPerson")))).toList()
                        : List.of(),
                planned ? agendaItems.heldCases(session.about().supervisee().id(), today.date()).stream()
                        .map(held -> Choice.of(held.caseId().toString(), held.reference(), back.typed().get("caseId"))).toList()
                        : List.of(),
                Arrays.stream(Section.values()).filter(section -> section != Section.ACTIONS && section != Section.FUNCTIONS)
                        .map(section -> Choice.of(section.code(), section.label(), Objects.requireNonNullElse(back.typed().get("section"), Section.BROUGHT.code()))).toList());
    }

    private static List<Choice> causes(@Nullable String chosen) {
        return Arrays.stream(Cause.values()).map(cause -> Choice.of(cause.code(), cause.label(), chosen)).toList();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
