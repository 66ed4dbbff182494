package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param signedIn      whether somebody is signed in; without, there is neither navigation nor a way to sign out
 * @param name          the viewer's own name, empty when nobody is signed in
 * @param demonstration whether all people here are fictional, which every page then says
 * @param today         the service's day in words, such as "Saturday 21 November 2026"
 * @param ways          the rooms this viewer may enter, in the order of the navigation
 * @param presence      the browser session the page is made in, or null where there is none
 * @param said          what the last step did, such as "The contact is logged.", or null
 */
public record Chrome(
        boolean signedIn, String name, boolean demonstration, String today, List<Link> ways, @Nullable Presence presence,
        @Nullable String said) {

    /** The same surroundings with one sentence on top about what the last step did; none for null. */
    public Chrome saying(@Nullable String sentence) {
        return new Chrome(signedIn, name, demonstration, today, ways, presence, sentence);
    }
}
