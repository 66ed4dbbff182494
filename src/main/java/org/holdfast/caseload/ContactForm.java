package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * One line that logs a contact, as typed.
 *
 * @param once  the id the contact gets, so that a double tap logs one
 * @param day   today where left empty
 * @param with  the child where left empty
 * @param who   whose contact it was, where it is not the obvious person's
 * @param from  which page it was typed on: {@code caseload/...} with the owner's id, or nothing for the case page
 */
@Serdeable
public record ContactForm(
        @Nullable String once, @Nullable String day, @Nullable String mode, @Nullable String with, @Nullable String who,
        @Nullable String minutes, @Nullable String outOfHours, @Nullable String crisis, @Nullable String seenAlone,
        @Nullable String hardEvent, @Nullable String from) {
    static final ContactForm EMPTY = new ContactForm(null, "today", null, "child", null, null, null, null, null, null, null);

    public String dayTyped() {
        return day == null ? "" : day;
    }

    public String minutesTyped() {
        return minutes == null ? "" : minutes;
    }

    public boolean ticked(@Nullable String box) {
        return "yes".equals(box);
    }

    /** Whether something under "More" was filled in, so that it is shown again. */
    public boolean saysMore() {
        return !minutesTyped().isBlank() || outOfHours != null || crisis != null || seenAlone != null || hardEvent != null && !hardEvent.isBlank();
    }
}
