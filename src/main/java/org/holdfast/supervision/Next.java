package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/** What follows when somebody wants to do something with a session: the rows its life grows by, or a refusal. */
sealed interface Next {
    /** It may be done; these rows follow in this order. */
    record Steps(List<Step> steps) implements Next {}

    /** It may not be done now, by this person or in this way; a sentence says why and what can be done instead. */
    record Refused(String sentence) implements Next {}

    /**
     * One row of a session's life.
     *
     * @param version the version of the record it is about, or null
     * @param cause   why, as a fixed word, or null
     * @param words   what somebody wrote with it, or null
     */
    record Step(State state, @Nullable Integer version, @Nullable String cause, @Nullable String words) {
        static Step to(State state) {
            return new Step(state, null, null, null);
        }

        static Step to(State state, @Nullable Integer version) {
            return new Step(state, version, null, null);
        }

        Step about(int aVersion) {
            return new Step(state, aVersion, cause, words);
        }

        Step because(String why) {
            return new Step(state, version, why, words);
        }

        Step saying(@Nullable String said) {
            return new Step(state, version, cause, said);
        }
    }

    static Next steps(Step... steps) {
        return new Steps(List.of(steps));
    }

    static Next refused(String sentence) {
        return new Refused(sentence);
    }
}
