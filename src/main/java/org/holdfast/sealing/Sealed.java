package org.holdfast.sealing;

/**
 * A sealed item, ready to be stored. Deleting {@code wrappedKey} makes {@code content} unreadable for good, except in
 * backups that still hold it.
 *
 * @param wrappedKey the item's own key, wrapped by its owner's
 * @param content    the sealed bytes
 */
public record Sealed(byte[] wrappedKey, byte[] content) {}
