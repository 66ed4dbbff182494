package org.holdfast.sealing;

import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** Owners' keys: whoever may not read what a key closes does not read the key either. */
public final class SealingReach {
    /** r reads the wrapped key; m makes it. */
    private static final Grid KEYS = Grid.of("owner key", """
                | person AMINA | session DRAFTED | documents LEOS
        AMINA   | rm           | rm              | r
        BEN     | -            | rm              | r
        LEO     | -            | -               | r
        """);

    public static final Reach REACH = new Reach().table("owner_key", KEYS, "owner key", "t.id", "r", "m", "");

    private SealingReach() {}
}
