package org.holdfast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Somebody who does not exist and works here: where, in which roles, supervised by whom, away when, with which cases. */
final class FictionalPerson {
    /** Argon2id of a password that was thrown away: nobody of the demonstration signs in with one. */
    private static final String NO_PASSWORD =
        "$argon2id$v=19$m=19456,t=2,p=1$L1xJoM9tqH3eXxqQm1T0Yg$Hc1cQmC1m0cS2l0mJ6Xw3uJ4g6y8lq5uUeJb3V0i7Zk";

    /** A dated piece of somebody's working life; {@code until} is null while it lasts. */
    private static final class Span<T> {
        private final T of;
        private final LocalDate from;
        private LocalDate until;

        Span(T of, LocalDate from, LocalDate until) {
            this.of = of;
            this.from = from;
            this.until = until;
        }

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }

        void endBy(LocalDate day) {
            if (until == null || until.isAfter(day)) {
                until = day;
            }
        }
    }

    private record Line(FictionalPerson supervisor, String kind) {}

    private record RoleIn(String role, UUID centre, UUID team, FictionalPerson confirmedBy) {}

    private final Fiction fiction;
    private final UUID id;
    private final String name;
    private final String jobTitle;
    private final LocalDate started;
    private final List<Span<FictionalTeam>> teams = new ArrayList<>();
    private final List<Span<RoleIn>> roles = new ArrayList<>();
    private final List<Span<Line>> lines = new ArrayList<>();
    private final List<FictionalCase> cases = new ArrayList<>();
    private FictionalCentre centre;
    private FictionalTeam team;
    private LocalDate left;
    private String share = "1.00";
    private boolean newlyQualified;
    private String experience;
    private boolean written;

    FictionalPerson(Fiction fiction, FictionalCentre centre, FictionalTeam team, String name, String jobTitle, LocalDate started) {
        this.fiction = fiction;
        this.id = fiction.id(started);
        this.centre = centre;
        this.team = team;
        this.name = name;
        this.jobTitle = jobTitle;
        this.started = started;
        fiction.people().add(this);
    }

    // ---- who they are

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    /** What their own chance goes by; two people may share a name. */
    String subject() {
        return name + " " + id;
    }

    LocalDate started() {
        return started;
    }

    FictionalCentre centre() {
        return centre;
    }

    FictionalTeam team() {
        return team;
    }

    boolean hasLeft() {
        return left != null;
    }

    boolean works(LocalDate day) {
        return !started.isAfter(day) && (left == null || left.isAfter(day));
    }

    // ---- their working life

    FictionalPerson newlyQualified() {
        newlyQualified = true;
        return this;
    }

    FictionalPerson worksPart(String fullTimeShare) {
        share = fullTimeShare;
        return this;
    }

    /** What they bring to this work, in a sentence their own supervisor would write. */
    FictionalPerson experience(String words) {
        experience = words;
        return this;
    }

    void joins(FictionalTeam joined, LocalDate from, LocalDate until) {
        teams.add(new Span<>(joined, from, until));
    }

    void practises() {
        holds("practitioner", null, null, this);
    }

    /** Gives a role; reach counts because somebody confirmed it. */
    void holds(String role, UUID ofCentre, UUID ofTeam, FictionalPerson confirmedBy) {
        roles.add(new Span<>(new RoleIn(role, ofCentre, ofTeam, confirmedBy), started, null));
    }

    void manages(FictionalTeam managed, FictionalPerson confirmedBy) {
        holds("team manager", managed.centre().id(), managed.id(), confirmedBy);
    }

    void manages(FictionalCentre managed, FictionalPerson confirmedBy) {
        holds("service centre manager", managed.id(), null, confirmedBy);
    }

    /** Is supervised: {@code line}, {@code practice} or {@code cover}. */
    FictionalPerson supervisedBy(FictionalPerson supervisor, String kind, LocalDate from, LocalDate until) {
        lines.add(new Span<>(new Line(supervisor, kind), from, until));
        return this;
    }

    /** Changes team on that day: new colleagues and a new line supervisor. */
    void movesTo(FictionalTeam next, LocalDate on) {
        teams.forEach(span -> span.endBy(on));
        lines.forEach(span -> span.endBy(on));
        team = next;
        centre = next.centre();
        joins(next, on, null);
        supervisedBy(next.manager(), "line", on, null);
    }

    void leaves(LocalDate on) {
        left = on;
        teams.forEach(span -> span.endBy(on));
        roles.forEach(span -> span.endBy(on));
        lines.forEach(span -> span.endBy(on));
    }

    /** Away from that day to the last day, which is null while it is not known. */
    FictionalPerson away(String kind, LocalDate from, LocalDate last) {
        fiction.add(Table.ABSENCE, fiction.id(from), id, kind, from, last, team.manager().id(), Fiction.at(from, 9, 10));
        return this;
    }

    /** Who supervises them in line on that day, or null. */
    FictionalPerson supervisorOn(LocalDate day) {
        return lines.stream().filter(span -> span.of.kind.equals("line") && span.holdsOn(day))
            .map(span -> span.of.supervisor).findFirst().orElse(null);
    }

    /** Whom to ask about decisions: the line supervisor of today. */
    FictionalPerson supervisor() {
        return supervisorOn(fiction.today());
    }

    // ---- their cases

    /** Takes on a new case, referred on that day, as its young person's worker a week later. */
    FictionalCase opens(LocalDate referred) {
        return opens(referred, referred.plusDays(7));
    }

    FictionalCase opens(LocalDate referred, LocalDate allocated) {
        FictionalCase work = new FictionalCase(fiction, team, referred);
        work.workedBy(this, allocated);
        return work;
    }

    void remember(FictionalCase work) {
        cases.add(work);
    }

    /** Lets go of the cases once nothing more is told about them. */
    void forgetCases() {
        cases.clear();
    }

    /** The cases they were the young person's worker of on that day. */
    List<FictionalCase> casesOn(LocalDate day) {
        return cases.stream().filter(work -> work.isOpenOn(day) && work.workerOn(day) == this).toList();
    }

    // ---- as rows

    void write() {
        if (written) {
            return;
        }
        written = true;
        fiction.add(Table.PERSON, id, centre == null ? null : centre.id(), name, jobTitle, started, left, share, newlyQualified, experience);
        fiction.add(Table.ACCOUNT, id, userName(), NO_PASSWORD, Fiction.at(started, 9, 0));
        teams.forEach(span -> fiction.add(Table.TEAM_MEMBERSHIP, fiction.id(span.from), span.of.id(), id, span.from, span.until));
        roles.forEach(this::writeRole);
        lines.forEach(this::writeLine);
    }

    /** The id at the end keeps two people of the same name apart. */
    private String userName() {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
        return plain + "." + id.toString().substring(32);
    }

    private void writeRole(Span<RoleIn> span) {
        fiction.add(Table.ROLE_HELD, fiction.id(span.from), id, span.of.role, span.of.centre, span.of.team, span.from, span.until,
            span.of.confirmedBy.id, Fiction.at(span.from, 10, 0));
    }

    private void writeLine(Span<Line> span) {
        FictionalPerson confirmed = centre == null || centre.manager() == null ? span.of.supervisor : centre.manager();
        fiction.add(Table.SUPERVISION_LINE, fiction.id(span.from), id, span.of.supervisor.id, span.of.kind, span.from, span.until,
            confirmed.id, Fiction.at(span.from, 10, 0));
    }
}
