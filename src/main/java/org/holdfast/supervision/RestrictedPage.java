package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;

/**
 * The restricted part of a record while it is written.
 *
 * @param viewerId whose page this is: nobody else's saves are sent from it
 * @param once     the once-only key of this page's form
 * @param base     the record's revision as shown
 * @param asShown  how each field was shown; see {@link Shown}
 * @param lost     what was typed about a case that somebody took out meanwhile
 */
public record RestrictedPage(
        Chrome chrome, List<Link> where, String title, String caption, String whoCanSee, Errors errors, String address,
        String viewerId, String once, int base, String asShown, String saved, @Nullable String noticed,
        List<RecordPage.Lost> lost, String otherName, FieldBox wellbeing, List<FieldBox> impacts, String record) {}
