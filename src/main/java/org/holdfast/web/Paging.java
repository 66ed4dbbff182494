package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;

/**
 * Where a reader stands in a long list.
 *
 * @param words    "Page 2 of 7"
 * @param previous the path of the page before, or null on the first
 * @param next     the path of the page after, or null on the last
 */
public record Paging(String words, @Nullable String previous, @Nullable String next) {
    /**
     * @param page from 1
     * @param path of the list without its page, such as {@code /caseload?team=3}
     */
    public static Paging of(int page, long total, int perPage, String path) {
        long pages = Math.max(1, (total + perPage - 1) / perPage);
        return new Paging(
                "Page " + Words.number(page) + " of " + Words.number(pages),
                page > 1 ? at(path, Math.min(page - 1, pages)) : null,
                page < pages ? at(path, page + 1L) : null);
    }

    /** Whether there is anywhere else to go. */
    public boolean isNeeded() {
        return previous != null || next != null;
    }

    private static String at(String path, long page) {
        return path + (path.contains("?") ? "&" : "?") + "page=" + page;
    }
}
