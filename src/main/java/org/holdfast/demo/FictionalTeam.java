package org.holdfast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A team of a fictional centre, with its manager and its people. */
final class FictionalTeam {
    private final Fiction fiction;
    private final FictionalCentre centre;
    private final UUID id;
    private final List<FictionalPerson> practitioners = new ArrayList<>();
    private FictionalPerson manager;

    FictionalTeam(Fiction fiction, FictionalCentre centre, String name, LocalDate since, LocalDate closedOn) {
        this.fiction = fiction;
        this.centre = centre;
        this.id = fiction.id(since);
        fiction.add(Table.TEAM, id, centre.id(), name, closedOn);
    }

    /** Its manager, who is supervised by the manager of the centre. */
    FictionalPerson managedBy(String name, LocalDate started) {
        manager = new FictionalPerson(fiction, centre, this, name, "Team manager", started);
        manager.joins(this, started, null);
        manager.manages(this, centre.manager());
        manager.supervisedBy(centre.manager(), "line", started, null);
        return manager;
    }

    /** Somebody who works in it, supervised by its manager. */
    FictionalPerson practitioner(String name, String jobTitle, LocalDate started) {
        FictionalPerson person = new FictionalPerson(fiction, centre, this, name, jobTitle, started);
        person.joins(this, started, null);
        person.practises();
        person.supervisedBy(manager, "line", started, null);
        practitioners.add(person);
        return person;
    }

    /** Somebody who comes from elsewhere in the service on that day. */
    void welcomes(FictionalPerson person, LocalDate on) {
        person.movesTo(this, on);
        practitioners.add(person);
    }

    FictionalPerson manager() {
        return manager;
    }

    FictionalCentre centre() {
        return centre;
    }

    List<FictionalPerson> practitioners() {
        return practitioners;
    }

    UUID id() {
        return id;
    }
}
