package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.util.Map;

/**
 * What a page says after a step went well. The redirect carries a word such as {@code ?said=contact-logged}, and the
 * next page turns it into the room's fixed sentence: nothing anybody typed stands in an address, and a forged word says
 * nothing.
 */
public record Said(Map<String, String> sentences) {
    /** The sentence for that word; null for no word or one that is not known. */
    public @Nullable String sentence(@Nullable String word) {
        return word == null ? null : sentences.get(word);
    }

    /**
     * Where to send the browser after the step.
     *
     * @param path a path from the root; may carry a query, not a fragment
     * @throws IllegalArgumentException for a word without a sentence
     */
    public URI at(String path, String word) {
        if (!sentences.containsKey(word)) {
            throw new IllegalArgumentException("Nothing is said for " + word);
        }
        return URI.create(path + (path.contains("?") ? "&" : "?") + "said=" + word);
    }
}
