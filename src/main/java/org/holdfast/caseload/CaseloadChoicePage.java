package org.holdfast.caseload;

import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;

/** Whose caseload to open, for somebody who holds no cases and manages more than one team. */
public record CaseloadChoicePage(Chrome chrome, List<Link> teams, List<Link> people) {}
