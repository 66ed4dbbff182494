package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import org.holdfast.web.Words;

/**
 * The soft check before a record is shared for the first time: asked once, never a condition.
 *
 * @param reflection a question for a record that has actions but no thinking in it, or null
 * @param support    whether to ask why support was not talked about
 */
public record SharingQuestion(@Nullable String reflection, boolean support) {
    static SharingQuestion about(RecordChecks.Written written) {
        return new SharingQuestion(reflection(written), !written.support());
    }

    private static @Nullable String reflection(RecordChecks.Written written) {
        return written.actions() == 0 || written.reflection() ? null
                : "This record holds " + Words.count(written.actions(), "action") + " and no thinking yet. "
                        + "What did the two of you work out together that should stand beside " + (written.actions() == 1 ? "it" : "them") + "?";
    }

    boolean isNeeded() {
        return reflection != null || support;
    }
}
