package org.holdfast.supervision;

import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;

/**
 * The restricted part of a record to read, as it stands or as it was with one version.
 *
 * @param typed     what somebody typed just now and what could not be saved any more
 * @param wellbeing empty where nothing was written
 */
public record RestrictedReadPage(
        Chrome chrome, List<Link> where, String title, String caption, String whoCanSee, String standing, List<RecordPage.Lost> typed,
        String wellbeing, List<Impact> impacts) {

    /** What one case did to the worker. */
    public record Impact(String heading, String words) {}

    public boolean isEmpty() {
        return wellbeing.isEmpty() && impacts.isEmpty();
    }
}
