package org.holdfast.home;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Link;

/**
 * Searching what only its author, or the two who were present, can open.
 *
 * @param words    what was looked for
 * @param outcome  how many were found, as a sentence; null before anything was looked for
 * @param closed   a sentence where some do not open, or null
 */
public record SearchPage(
        Chrome chrome, List<Link> where, String words, @Nullable String outcome, @Nullable String closed, List<Hit> hits, Errors errors) {

    /** One text in which the words stand. */
    public record Hit(String what, String href, String before, String match, String after) {}
}
