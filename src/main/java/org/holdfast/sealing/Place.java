package org.holdfast.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a sealed item stands. It opens only there: sealed bytes that were moved to another row or table stay closed.
 *
 * @param table the table's name
 * @param row   what names the row, and the field where a row holds several: ids and fixed words, nothing anybody typed
 */
public record Place(String table, String row) {
    /** What is bound to an item: its place and its owner. Neither is secret, and neither is stored with it. */
    byte[] boundTo(Owner owner) {
        return String.join("\n", "item", table, row, owner.kind(), owner.id().toString()).getBytes(UTF_8);
    }
}
