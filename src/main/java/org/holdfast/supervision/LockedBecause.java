package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.Optional;

/** How a record came to be locked. */
enum LockedBecause {
    AGREED("agreed", "agreed by both"),
    AGREED_WITH_COMMENT("agreed with comment", "agreed with a comment"),
    DISPUTE_SETTLED("dispute settled", "after it was recorded how the disagreement ended"),
    BOTH_STANDING("both standing", "both texts stand, 20 working days after they were seen to differ"),
    NOT_ANSWERED("not answered", "not answered within 20 working days at work"),
    LEFT("left before agreeing", "the supervisee left before agreeing");

    private final String code;
    private final String words;

    LockedBecause(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** What follows "Locked: ". */
    String words() {
        return words;
    }

    /** Whether nobody locked it: time went by. */
    boolean isByItself() {
        return this == BOTH_STANDING || this == NOT_ANSWERED || this == LEFT;
    }

    /** Empty for a code no cause has. */
    static Optional<LockedBecause> of(@Nullable String code) {
        return Arrays.stream(values()).filter(cause -> cause.code.equals(code)).findFirst();
    }
}
