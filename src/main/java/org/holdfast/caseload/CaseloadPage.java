package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;

/**
 * The open cases of a person, or of a team by practitioner.
 *
 * @param summary what the list holds, in one sentence
 * @param ways    other caseloads this viewer may open from here
 * @param groups  one per worker on a team's list, those without a worker first; one without a heading on a person's
 */
public record CaseloadPage(
        Chrome chrome, String title, List<Link> where, String whoCanSee, String summary, List<Link> ways, List<Group> groups, Errors errors) {

    /**
     * @param heading the worker's name, or null for the only group of a person's list
     * @param href    the worker's own caseload, or null
     * @param note    one sentence under the heading, or null
     */
    public record Group(String id, @Nullable String heading, @Nullable String href, @Nullable String note, List<CaseCard> cases) {}
}
