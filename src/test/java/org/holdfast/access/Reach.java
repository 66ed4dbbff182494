package org.holdfast.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one room says about reach: grids that repeat the matrix of who may see and do what, and for each route and table
 * which letter of its grid it asks for. {@link ReachTest} and {@link ReachInTheDatabaseTest} hold the service and the
 * database against it.
 */
public final class Reach {
    final List<Way> ways = new ArrayList<>();
    final List<Rows> tables = new ArrayList<>();
    final List<Words> words = new ArrayList<>();

    /**
     * A route as it is tried.
     *
     * @param route  method and path, as the service declares it
     * @param grid   whose records it is tried with
     * @param needs  the letters of which a cell must hold one; {@code -} where nobody may
     * @param idOf   what of a record its {@code {id}} is: see {@link World#id}
     * @param only   the records it is tried with
     * @param body   a form as names and values, or one JSON text
     */
    record Way(String route, Grid grid, String needs, String idOf, List<String> only, List<String> body) {
        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String path() {
            return route.substring(route.indexOf(' ') + 1);
        }
    }

    /**
     * A table as it is tried.
     *
     * @param record SQL over the table's row {@code t} that says which record a row belongs to: the id of {@code idOf}
     * @param read   the letters of which a cell must hold one to read; {@code insert} and {@code update} likewise. Empty
     *               where nobody may; {@code *} where this grid does not say
     * @param with   what is written instead of what stands in the record's row, as column names and JSON values, where
     *               {@code $viewer} is whoever writes
     */
    record Rows(String table, Grid grid, String idOf, String record, String read, String insert, String update, List<String> with) {}

    /** Words of one part of a record, and the letters of which a cell must hold one where a page shows them. See {@link World#words}. */
    record Words(String part, Grid grid, String needs) {}

    /** A route that is tried with every record of the grid. */
    public Reach way(String route, Grid grid, String needs, String idOf, String... body) {
        ways.add(new Way(route, grid, needs, idOf, grid.records(), List.of(body)));
        return this;
    }

    /** A route that means something for these records alone; elsewhere it says 404 for its own reasons. */
    public Reach wayFor(List<String> only, String route, Grid grid, String needs, String idOf, String... body) {
        ways.add(new Way(route, grid, needs, idOf, only, List.of(body)));
        return this;
    }

    public Reach table(String table, Grid grid, String idOf, String record, String read, String insert, String update, String... with) {
        tables.add(new Rows(table, grid, idOf, record, read, insert, update, Arrays.asList(with)));
        return this;
    }

    /** Cases whose reference nobody reads without one of those letters. */
    public Reach references(Grid cases, String needs) {
        words.add(new Words("reference", cases, needs));
        return this;
    }

    /** Parts of a record whose words nobody reads without that letter, on whatever page. */
    public Reach words(Grid grid, String needs, String... parts) {
        for (String part : parts) {
            words.add(new Words(part, grid, needs));
        }
        return this;
    }
}
