package org.holdfast.home;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;

/**
 * A short work list.
 *
 * @param hats one part for each hat the viewer wears; a single one goes without a heading
 */
public record HomePage(Chrome chrome, String greeting, List<Hat> hats) {
    /** What one hat brings. */
    public record Hat(String id, String heading, List<Part> parts) {}

    /**
     * One list.
     *
     * @param empty what this is for and what would appear, said while there is nothing; null leaves an empty part out
     * @param way   where the whole list stands, or null
     */
    public record Part(String id, String heading, List<Item> items, @Nullable String empty, @Nullable Link way) {}

    /**
     * One thing to do or to know.
     *
     * @param title  the link's words
     * @param detail one line below, or empty
     * @param mark   a word that stands out, or null
     */
    public record Item(String href, String title, String detail, @Nullable String mark) {}

    public boolean wearsSeveralHats() {
        return hats.size() > 1;
    }
}
