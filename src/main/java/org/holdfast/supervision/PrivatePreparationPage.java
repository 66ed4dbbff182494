package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;

/**
 * What a supervisee writes for themselves before a session.
 *
 * @param words   as it stands, or as typed where that could not be saved
 * @param base    the revision that is changed by saving, 0 where there is none
 * @param saved   such as "Saved on 21 November 2026 at 14:30"
 * @param standing what stands there now where somebody saved between, in another window; otherwise null
 */
public record PrivatePreparationPage(
        Chrome chrome, List<Link> where, String title, String caption, String address, String words, int base, String saved,
        boolean canWrite, @Nullable String standing, Errors errors) {
    public boolean isThere() {
        return base > 0;
    }
}
