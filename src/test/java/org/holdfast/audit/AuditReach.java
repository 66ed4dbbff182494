package org.holdfast.audit;

import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** The trail: a read or an act is read by whom it concerns and by who did it; security events by administrators too. */
public final class AuditReach {
    /** What BEN read and did about AMINA. */
    private static final Grid TRAIL = Grid.of("trail", """
                | AMINAS
        AMINA   | r
        BEN     | r
        """);

    public static final Reach REACH = new Reach()
        .table("access_log", TRAIL, "log", "t.id", "r", "*", "")
        .table("act", TRAIL, "act", "t.id", "r", "*", "");

    private AuditReach() {}
}
