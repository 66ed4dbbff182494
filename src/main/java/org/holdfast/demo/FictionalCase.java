package org.holdfast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A piece of work with a child or young person who does not exist. Each method tells one thing that happened and on
 * which day; what has a history (stage, need, risk, plans) is told in order of time.
 */
final class FictionalCase {
    private static final class Worker {
        private final FictionalPerson person;
        private final LocalDate from;
        private LocalDate until;

        Worker(FictionalPerson person, LocalDate from) {
            this.person = person;
            this.from = from;
        }

        boolean worksOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    private final Fiction fiction;
    private final FictionalTeam team;
    private final UUID id;
    private final String reference;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final NavigableSet<LocalDate> seen = new TreeSet<>();
    private UUID opening;
    private LocalDate opened;
    private LocalDate closed;
    private String shortTerm = "not yet clear";
    private String longerTerm = "not yet clear";
    private UUID newestContact;
    private LocalDate lastTalkedAbout;

    FictionalCase(Fiction fiction, FictionalTeam team, LocalDate referred) {
        this.fiction = fiction;
        this.team = team;
        this.id = fiction.id(referred);
        this.reference = team.centre().nextReference();
        fiction.add(Table.CHILD_CASE, id, team.centre().id(), team.id(), reference);
        openOn(referred);
        reaches("referred", referred);
        fiction.remember(this);
    }

    private void openOn(LocalDate day) {
        opened = day;
        closed = null;
        opening = fiction.id(day);
        fiction.add(Table.CASE_OPENING, opening, id, next("opening"), day);
    }

    private int next(String history) {
        return numbers.merge(history, 1, Integer::sum);
    }

    // ---- what is known of it

    UUID id() {
        return id;
    }

    String reference() {
        return reference;
    }

    LocalDate opened() {
        return opened;
    }

    String shortTerm() {
        return shortTerm;
    }

    String longerTerm() {
        return longerTerm;
    }

    /** The day it was last told to be on a session's record, or the day it was opened. */
    LocalDate lastTalkedAbout() {
        return lastTalkedAbout == null ? opened : lastTalkedAbout;
    }

    void talkedAbout(LocalDate day) {
        lastTalkedAbout = day;
    }

    boolean isOpenOn(LocalDate day) {
        return !opened.isAfter(day) && (closed == null || closed.isAfter(day));
    }

    /** The young person's worker on that day, or null. */
    FictionalPerson workerOn(LocalDate day) {
        return workers.stream().filter(worker -> worker.worksOn(day)).map(worker -> worker.person).findFirst().orElse(null);
    }

    private UUID writerOn(LocalDate day) {
        FictionalPerson person = workerOn(day);
        return person == null ? team.manager().id() : person.id();
    }

    /** The day a gap is counted from, as the rule counts it. */
    LocalDate gapSince(LocalDate day) {
        LocalDate last = seen.floor(day);
        if (last != null && !last.isBefore(opened)) {
            return last;
        }
        return workers.isEmpty() || workers.getFirst().from.isBefore(opened) ? opened : workers.getFirst().from;
    }

    // ---- who works with it

    /** Becomes the young person's worker on that day; whoever was it before hands over. */
    FictionalCase workedBy(FictionalPerson person, LocalDate from) {
        endWork(from);
        workers.add(new Worker(person, from));
        person.remember(this);
        return this;
    }

    /** Nobody is the young person's worker from that day on. */
    FictionalCase endWork(LocalDate on) {
        if (!workers.isEmpty() && workers.getLast().until == null) {
            workers.getLast().until = on;
        }
        return this;
    }

    /** Somebody works with a parent or carer of the young person. */
    FictionalCase carerWorkedBy(FictionalPerson person, LocalDate from) {
        return also(person, "parent/carer worker", from, null);
    }

    FictionalCase withCoWorker(FictionalPerson person, LocalDate from, LocalDate until) {
        return also(person, "co-worker", from, until);
    }

    private FictionalCase also(FictionalPerson person, String role, LocalDate from, LocalDate until) {
        fiction.add(Table.ASSIGNMENT, fiction.id(from), id, person.id(), role, from, until);
        return this;
    }

    // ---- what kind of work it is, and how far

    FictionalCase service(String type) {
        return history("service type", type, opened);
    }

    FictionalCase need(String category, LocalDate from) {
        return history("need", category, from);
    }

    FictionalCase statutoryPlan(String plan, LocalDate from) {
        return history("statutory plan", plan, from);
    }

    FictionalCase reaches(String stage, LocalDate on) {
        return history("stage", stage, on);
    }

    private FictionalCase history(String what, String value, LocalDate from) {
        fiction.add(Table.CASE_HISTORY, fiction.id(from), id, what, next(what), value, from, writerOn(from), Fiction.afternoonOf(from));
        return this;
    }

    /** Risk on both horizons as its worker judges it, with a reason or null. */
    FictionalCase risk(String inTheShortTerm, String inTheLongerTerm, LocalDate on, String why) {
        judge("short term", inTheShortTerm, inTheShortTerm.equals(shortTerm) && numbers.containsKey("short term"), on, why);
        judge("medium to long term", inTheLongerTerm, inTheLongerTerm.equals(longerTerm) && numbers.containsKey("medium to long term"), on, why);
        shortTerm = inTheShortTerm;
        longerTerm = inTheLongerTerm;
        return this;
    }

    private void judge(String horizon, String level, boolean unchanged, LocalDate on, String why) {
        fiction.add(Table.RISK_JUDGEMENT, fiction.id(on), id, horizon, next(horizon), level, unchanged, why, on, writerOn(on),
            Fiction.afternoonOf(on));
    }

    // ---- contact

    /** Met in person, for so many minutes. */
    FictionalCase seen(LocalDate day, int minutes) {
        return contact("in person", "child", day, minutes);
    }

    /** Met at least every so many days, from the first day to the last one named, both of them included. */
    FictionalCase seenEvery(int days, LocalDate first, LocalDate last) {
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(days)) {
            seen(day, 60);
        }
        return seen(last, 60);
    }

    /** The worker went, and the young person was not there or did not want to meet. */
    FictionalCase attempted(LocalDate day) {
        return contact("attempted", "child", day, 15);
    }

    FictionalCase attemptedEvery(int days, LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(days)) {
            attempted(day);
        }
        return this;
    }

    FictionalCase didNotAttend(LocalDate day) {
        return contact("did not attend", "child", day, null);
    }

    /** Any dealing; only meetings in person and accompanied appointments with the child count as seen. */
    FictionalCase contact(String mode, String withWhom, LocalDate day, Integer minutes) {
        return contact(mode, withWhom, day, minutes, null);
    }

    FictionalCase contact(String mode, String withWhom, LocalDate day, Integer minutes, String hardEvent) {
        if (day.isAfter(fiction.today()) || day.isBefore(opened)) {
            throw new IllegalStateException("A contact on " + day + " with a case opened on " + opened);
        }
        boolean counts = withWhom.equals("child") && (mode.equals("in person") || mode.equals("accompanied appointment"));
        if (counts) {
            seen.add(day);
        }
        newestContact = fiction.id(day);
        fiction.add(Table.CONTACT, newestContact, id, day, writerOn(day), withWhom, mode, counts, counts ? Boolean.TRUE : null, minutes,
            false, hardEvent != null, hardEvent, writerOn(day), Fiction.afternoonOf(day));
        return this;
    }

    /** The contact told last was a mistake: it stays visible and no longer counts. */
    FictionalCase struckOut(LocalDate on, String reason) {
        fiction.add(Table.CONTACT_STRIKE, newestContact, reason, writerOn(on), Fiction.afternoonOf(on));
        seen.pollLast();
        return this;
    }

    /** How often they agreed to meet, proposed and not agreed by the supervisor. */
    FictionalCase planProposed(String step, LocalDate on, LocalDate reviewOn, String why) {
        writePlan(step, on, reviewOn, why);
        return this;
    }

    /** How often they agreed to meet, with the supervisor's agreement on the same day. */
    FictionalCase planAgreed(String step, LocalDate on, LocalDate reviewOn, String why) {
        UUID plan = writePlan(step, on, reviewOn, why);
        fiction.add(Table.CONTACT_PLAN_AGREEMENT, plan, supervisorOn(on).id(), on, Fiction.at(on, 16, 40));
        return this;
    }

    private UUID writePlan(String step, LocalDate on, LocalDate reviewOn, String why) {
        UUID plan = fiction.id(on);
        fiction.add(Table.CONTACT_PLAN, plan, id, next("contact plan"), step, why, reviewOn, writerOn(on), on, Fiction.afternoonOf(on));
        return plan;
    }

    private FictionalPerson supervisorOn(LocalDate day) {
        FictionalPerson person = workerOn(day);
        FictionalPerson supervisor = person == null ? null : person.supervisorOn(day);
        return supervisor == null ? team.manager() : supervisor;
    }

    /** An ending in small steps until that day. */
    FictionalCase windsDown(LocalDate from, LocalDate until) {
        reaches("winding down", from);
        fiction.add(Table.WINDING_DOWN, fiction.id(from), id, next("winding down"), until, from, writerOn(from), Fiction.afternoonOf(from));
        return this;
    }

    /** Missing from that day; found again on {@code until}, or still missing where it is null. */
    FictionalCase missing(LocalDate from, LocalDate until) {
        return away("missing", from, until, until != null);
    }

    FictionalCase away(String kind, LocalDate from, LocalDate until, boolean accepted) {
        fiction.add(Table.MISSING_EPISODE, fiction.id(from), id, kind, from, until, until == null ? null : Boolean.TRUE,
            until == null ? null : (Boolean) accepted);
        return this;
    }

    /** The supervisor's recorded decision about a gap in contact. */
    FictionalCase gapDecided(String decision, String cause, LocalDate on, LocalDate reviewOn, String reasons) {
        LocalDate since = gapSince(on);
        fiction.add(Table.GAP_DECISION, fiction.id(on), id, since, next("gap since " + since), decision, cause, reasons, reviewOn,
            supervisorOn(on).id(), on, Fiction.at(on, 15, 30), null);
        return this;
    }

    // ---- endings

    FictionalCase closed(LocalDate on, String reason, String unresolved, String whoHoldsRisk, String childsView) {
        reaches("closed", on);
        fiction.add(Table.CASE_CLOSURE, opening, on, reason, unresolved, whoHoldsRisk, childsView, writerOn(on), Fiction.afternoonOf(on));
        endWork(on);
        closed = on;
        return this;
    }

    /** Comes back: a new opening of the same case, with that worker. */
    FictionalCase openedAgain(LocalDate on, FictionalPerson person) {
        openOn(on);
        reaches("referred", on);
        return workedBy(person, on.plusDays(3));
    }

    // ---- as rows

    /** Who worked with it until when is known once all has been told. */
    void write() {
        for (Worker worker : workers) {
            fiction.add(Table.ASSIGNMENT, fiction.id(worker.from), id, worker.person.id(), "young person's worker", worker.from,
                worker.until);
        }
    }
}
