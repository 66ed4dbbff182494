package org.holdfast.rights;

import org.holdfast.web.Missing;

/** The number of a page of a long list, as an address carries it. */
final class PageNumber {
    private static final int LAST = 100_000;

    private PageNumber() {}

    /**
     * How many entries come before that page.
     *
     * @throws Missing for a number that no page has
     */
    static int skipping(int page, int perPage) {
        if (page < 1 || page > LAST) {
            throw new Missing();
        }
        return (page - 1) * perPage;
    }
}
