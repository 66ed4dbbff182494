package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;

/**
 * One of several answers in radios, checkboxes or a select.
 *
 * @param hint one line below the label, or null
 */
public record Choice(String value, String label, @Nullable String hint, boolean chosen) {
    public static Choice of(String value, String label, @Nullable String chosen) {
        return new Choice(value, label, null, value.equals(chosen));
    }
}
