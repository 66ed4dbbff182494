package org.holdfast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A service centre that does not exist, its teams and the references it has given. */
final class FictionalCentre {
    private final Fiction fiction;
    private final UUID id;
    private final String name;
    private final LocalDate since;
    private final List<FictionalTeam> teams = new ArrayList<>();
    private FictionalPerson manager;
    private int references;

    FictionalCentre(Fiction fiction, String name, LocalDate since, LocalDate closedOn) {
        this.fiction = fiction;
        this.id = fiction.id(since);
        this.name = name;
        this.since = since;
        fiction.add(Table.CENTRE, id, name, closedOn);
    }

    FictionalTeam team(String teamName, LocalDate closedOn) {
        FictionalTeam team = new FictionalTeam(fiction, this, teamName, since, closedOn);
        teams.add(team);
        return team;
    }

    /** Somebody who works in this centre without being in a team, such as its manager. */
    FictionalPerson person(String personName, String jobTitle, LocalDate started) {
        return new FictionalPerson(fiction, this, null, personName, jobTitle, started);
    }

    /** Takes the whole centre on; whoever confirms the role becomes the supervisor. */
    FictionalPerson managedBy(FictionalPerson person, FictionalPerson confirmedBy) {
        manager = person;
        person.manages(this, confirmedBy);
        person.supervisedBy(confirmedBy, "line", person.started(), null);
        return person;
    }

    FictionalPerson manager() {
        return manager;
    }

    List<FictionalTeam> teams() {
        return teams;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String nextReference() {
        references++;
        return "YP-%04d".formatted(references);
    }
}
