package org.holdfast.accounts;

import java.util.List;
import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** One's own account, log and file: who is signed in where, and what is held about somebody, is for that person alone. */
public final class AccountsReach {
    /** o opens their own account; e ends a browser session of AMINA's. */
    private static final Grid ACCOUNT = Grid.of("account", """
                | OWN | AMINAS
        AMINA   | o   | e
        BEN     | o   | -
        GRACE   | o   | -
        NOOR    | o   | -
        PRIYA   | o   | -
        CARL    | o   | -
        ENA     | o   | -
        LEO     | o   | -
        PENNY   | o   | -
        FAY     | o   | -
        EVE     | o   | -
        OLU     | o   | -
        SUE     | o   | -
        TESS    | o   | -
        HANA    | o   | -
        DAN     | o   | -
        RUTH    | o   | -
        SAM     | o   | -
        DEV     | o   | -
        AUDE    | o   | -
        ADA     | o   | -
        ABE     | o   | -
        """);

    public static final Reach REACH = new Reach()
        .wayFor(List.of("OWN"), "GET /account", ACCOUNT, "o", "account")
        .wayFor(List.of("AMINAS"), "POST /account/browser-sessions/{id}/ending", ACCOUNT, "e", "browser session elsewhere")
        .wayFor(List.of("OWN"), "GET /access-log", ACCOUNT, "o", "account")
        .wayFor(List.of("OWN"), "GET /own-file", ACCOUNT, "o", "account")
        .wayFor(List.of("OWN"), "POST /own-file/copies", ACCOUNT, "o", "account");

    private AccountsReach() {}
}
