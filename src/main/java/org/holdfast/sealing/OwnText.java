package org.holdfast.sealing;

import io.micronaut.core.annotation.Nullable;
import java.util.UUID;

/**
 * One sealed text that somebody may read, before it is opened.
 *
 * @param what     what it is, as a heading: "Private preparation, 21 November 2026"
 * @param href     where it is read
 * @param kind     what its reading is called in the access log
 * @param subject  what was read, for the access log
 * @param concerns who sees this reading in their log, or null
 */
public record OwnText(SealedItem item, String what, String href, String kind, UUID subject, @Nullable UUID concerns) {}
