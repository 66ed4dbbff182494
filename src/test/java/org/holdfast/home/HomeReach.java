package org.holdfast.home;

import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** The first page is everybody's own; what it lists is the other rooms' to say. */
public final class HomeReach {
    private static final Grid PAGES = Grid.of("page", """
                | HOME
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

    public static final Reach REACH = new Reach().way("GET /", PAGES, "o", "page");

    private HomeReach() {}
}
