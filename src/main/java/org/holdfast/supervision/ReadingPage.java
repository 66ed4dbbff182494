package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;

/**
 * A record to read: as it stands while nobody writes in it, or one of its versions.
 *
 * @param standing how it stands, such as "Shared with Nadia Rahman, who has not answered yet"
 * @param typed    what somebody typed just now and what could not be saved any more
 * @param versions ways to the versions there are
 * @param pdf      where its PDF is, or null where there is none
 * @param restricted where its restricted part is, or null where there is none or this viewer does not read it
 */
public record ReadingPage(
        Chrome chrome, List<Link> where, String title, String caption, String whoCanSee, String standing, List<RecordPage.Lost> typed,
        RecordPdf record, List<Link> versions, @Nullable String pdf, @Nullable String restricted) {}
