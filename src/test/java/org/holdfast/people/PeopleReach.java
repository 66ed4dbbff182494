package org.holdfast.people;

import java.util.List;
import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** People, roles, who supervises whom, absences: the matrix's lines "People, teams, settings" and "Absence". */
public final class PeopleReach {
    /**
     * k reads their name; s opens the person's page; c arranges cover; w reads when they are away; n notes and ends absences; a administers.
     * A name is also read by whoever works, worked or holds sessions with them; a practice or cover supervisor reads when
     * a supervisee is away and opens no page of theirs.
     */
    private static final Grid PEOPLE = Grid.of("person", """
                | AMINA | NOOR  | BEN   | GRACE | SUE   | DAN   | RUTH  | ADA
        AMINA   | kswn  | k     | k     | k     | -     | -     | -     | -
        BEN     | kswn  | kswn  | kswn  | k     | -     | -     | -     | -
        GRACE   | ksc   | ksc   | kswnc | kswn  | ksc   | -     | k     | ksc
        NOOR    | k     | kswn  | k     | k     | -     | -     | -     | -
        PRIYA   | kw    | k     | k     | k     | -     | -     | -     | -
        CARL    | kw    | kw    | k     | k     | -     | -     | -     | -
        ENA     | k     | -     | -     | k     | -     | -     | -     | -
        LEO     | k     | -     | -     | k     | -     | -     | -     | -
        PENNY   | k     | -     | -     | k     | -     | -     | -     | -
        FAY     | k     | -     | -     | k     | -     | -     | -     | -
        EVE     | -     | -     | -     | k     | -     | -     | -     | -
        OLU     | -     | k     | -     | k     | kswn  | -     | -     | -
        SUE     | -     | k     | -     | k     | kswn  | -     | -     | -
        TESS    | k     | -     | k     | k     | -     | -     | -     | -
        HANA    | -     | -     | -     | -     | -     | kswnc | -     | -
        DAN     | -     | -     | -     | -     | -     | kswn  | -     | -
        RUTH    | -     | -     | -     | k     | -     | -     | kswn  | -
        ADA     | kswna | kswna | kswna | kswna | kswna | kswna | kswna | kswna
        ABE     | kswna | kswna | kswna | kswna | kswna | kswna | kswna | kswna
        READER  | k     | k     | k     | k     | k     | k     | k     | k
        BRINGER | k     | k     | k     | k     | k     | k     | k     | k
        """);

    /** r reads the name of the centre and its teams; a adds and changes them. */
    private static final Grid CENTRES = Grid.of("centre", """
                | HARBOUR | HILL
        AMINA   | r       | -
        BEN     | r       | -
        GRACE   | r       | -
        NOOR    | r       | -
        PRIYA   | r       | -
        CARL    | r       | -
        ENA     | r       | -
        LEO     | r       | -
        PENNY   | r       | -
        FAY     | r       | -
        EVE     | r       | -
        OLU     | r       | -
        SUE     | r       | -
        TESS    | r       | -
        HANA    | -       | r
        DAN     | -       | r
        ADA     | ra      | ra
        ABE     | ra      | ra
        READER  | r       | r
        BRINGER | r       | r
        """);

    /** Supervisee and supervisor of a line. r reads it; a ends it, and proposes others; c ends a cover. */
    private static final Grid LINES = Grid.of("line", """
                | AMINA BEN | AMINA PRIYA | AMINA LEO | AMINA CARL | BEN GRACE | SUE OLU | DAN HANA
        AMINA   | r         | r           | r         | r          | -         | -       | -
        BEN     | r         | r           | r         | r          | r         | -       | -
        GRACE   | r         | r           | r         | rc         | r         | r       | -
        PRIYA   | -         | r           | -         | -          | -         | -       | -
        LEO     | -         | -           | r         | -          | -         | -       | -
        CARL    | -         | -           | -         | r          | -         | -       | -
        OLU     | -         | -           | -         | -          | -         | r       | -
        SUE     | -         | -           | -         | -          | -         | r       | -
        HANA    | -         | -           | -         | -          | -         | -       | r
        DAN     | -         | -           | -         | -          | -         | -       | r
        ADA     | ra        | ra          | ra        | ra         | ra        | ra      | ra
        ABE     | ra        | ra          | ra        | ra         | ra        | ra      | ra
        """);

    /** r reads the change that is told to them, and says that it is read. */
    private static final Grid CHANGES = Grid.of("change", """
                | AMINAS
        AMINA   | r
        """);

    /** o opens what is told about their own supervision. */
    private static final Grid OWN = Grid.of("page", """
                | OWN
        AMINA   | o
        BEN     | o
        GRACE   | o
        NOOR    | o
        PRIYA   | o
        CARL    | o
        ENA     | o
        LEO     | o
        PENNY   | o
        FAY     | o
        EVE     | o
        OLU     | o
        SUE     | o
        TESS    | o
        HANA    | o
        DAN     | o
        RUTH    | o
        SAM     | o
        DEV     | o
        AUDE    | o
        ADA     | o
        ABE     | o
        """);

    /** p opens the list of people; a administers; c confirms proposals. */
    private static final Grid PAGES = Grid.of("page", """
                | LISTS
        BEN     | p
        GRACE   | pc
        OLU     | p
        HANA    | pc
        RUTH    | c
        ADA     | pa
        ABE     | pa
        """);

    private static final String[] UNCONFIRMED = {"confirmed_by", "null", "confirmed_at", "null", "proposed_by", "$viewer"};

    public static final Reach REACH = new Reach()
        .way("GET /people", PAGES, "p", "page")
        .way("GET /security-events", PAGES, "a", "page")
        .way("GET /people/new", PAGES, "a", "page")
        .way("POST /people", PAGES, "a", "page", "once", "<once>", "name", "New Field", "jobTitle", "", "team", "", "centre", "", "startedOn", "today")
        .way("GET /centres", PAGES, "a", "page")
        .way("POST /centres", PAGES, "a", "page", "once", "<once>", "name", "Quay")
        .way("POST /centres/{id}/teams", CENTRES, "a", "centre", "once", "<once>", "name", "Quay")
        .way("GET /confirmations", PAGES, "c", "page")
        .way("POST /confirmations", PAGES, "c", "page", "line", "<proposed line PENNY>")
        .way("GET /confirmations/centre", PAGES, "-", "page")
        .way("POST /confirmations/centre", PAGES, "-", "page")
        .way("GET /people/{id}", PEOPLE, "s", "person")
        .way("POST /people/{id}/roles", PEOPLE, "a", "person", "once", "<once>", "role", "team manager", "team", "<team SOUTH>")
        .way("POST /people/{id}/roles/{role}/end", PEOPLE, "a", "person")
        .way("POST /people/{id}/supervision-lines", PEOPLE, "a", "person", "once", "<once>", "supervisor", "<person TESS>", "kind", "line")
        .wayFor(List.of("AMINA"), "POST /people/{id}/supervision-lines/{line}/end", PEOPLE, "a", "person")
        .way("GET /supervision-changes", OWN, "o", "page")
        .way("POST /supervision-changes", OWN, "o", "page", "change", "<change AMINAS>")
        .way("POST /people/{id}/covers", PEOPLE, "c", "person", "once", "<once>", "supervisor", "<person TESS>", "until", "1 December 2026")
        .wayFor(List.of("NOOR"), "POST /people/{id}/covers/{line}/end", PEOPLE, "c", "person")
        .way("POST /people/{id}/invitation", PEOPLE, "a", "person")
        .way("POST /people/{id}/mail-address", PEOPLE, "a", "person", "address", "<once>@example.org")
        .way("POST /people/{id}/absences", PEOPLE, "n", "person", "once", "<once>", "kind", "leave", "from", "today", "until", "tomorrow")
        .way("POST /people/{id}/absences/{absence}/return", PEOPLE, "n", "person")
        .table("centre", CENTRES, "centre", "t.id", "r", "a", "a")
        .table("team", CENTRES, "centre", "t.centre_id", "r", "a", "a")
        .table("person", PEOPLE, "person", "t.id", "k", "a", "a")
        .table("team_membership", PEOPLE, "person", "t.person_id", "s", "a", "a")
        .table("role_held", PEOPLE, "person", "t.person_id", "*", "a", "a", UNCONFIRMED)
        .table("supervision_line", LINES, "line", "t.id", "r", "a", "ac", UNCONFIRMED)
        .table("supervision_change", CHANGES, "change", "t.id", "r", "", "r")
        .table("absence", PEOPLE, "person", "t.person_id", "w", "n", "n");

    private PeopleReach() {}
}
