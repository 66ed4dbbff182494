package org.holdfast.intake;

import java.util.List;
import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** Extracts are brought by administrators, each seeing their own, and by systems whose token says so. */
public final class IntakeReach {
    /** p opens the page, o their own extract, b brings one as a system; n begins one of their own. */
    private static final Grid INTAKE = Grid.of("intake", """
                | ADAS | ANY
        ADA     | on   | p
        ABE     | n    | p
        BRINGER | n    | b
        """);

    private static final Grid SOURCES = Grid.of("source", """
                | HARBOUR
        ADA     | r
        ABE     | r
        READER  | r
        BRINGER | r
        """);

    public static final Reach REACH = new Reach()
        .wayFor(List.of("ANY"), "GET /intake", INTAKE, "p", "intake")
        .wayFor(List.of("ANY"), "POST /intake", INTAKE, "p", "intake")
        .wayFor(List.of("ANY"), "POST /api/v1/intake", INTAKE, "b", "intake")
        .wayFor(List.of("ANY"), "GET /intake/uploads/{upload}", INTAKE, "p", "intake")
        .wayFor(List.of("ADAS"), "GET /intake/{id}", INTAKE, "o", "intake")
        .wayFor(List.of("ADAS"), "POST /intake/{id}/application", INTAKE, "o", "intake")
        .wayFor(List.of("ADAS"), "POST /intake/{id}/removal", INTAKE, "o", "intake")
        .table("intake_source", SOURCES, "source", "t.id", "r", "", "")
        .table("intake", INTAKE, "intake", "t.id", "o", "n", "o")
        .table("intake_row", INTAKE, "intake", "t.intake_id", "o", "o", "");

    private IntakeReach() {}
}
