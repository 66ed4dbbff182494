package org.holdfast.accounts;

import java.util.List;
import org.holdfast.web.Chrome;

/**
 * New recovery codes, shown this once.
 *
 * @param justSetUp whether a second factor has just been set up; otherwise only the codes are new
 */
public record RecoveryCodesPage(Chrome chrome, List<String> codes, boolean justSetUp) {}
