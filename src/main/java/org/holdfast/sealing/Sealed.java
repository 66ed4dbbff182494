package org.holdfast.sealing;

/**
 * A sealed item, ready to be stored. Deleting {@code wrappedKey} makes {@code content} unreadable for good.
 *
 * @param wrappedKey the item's own key, itself sealed; its first five bytes name the key that did so
 * @param content    the sealed bytes
 */
public record Sealed(byte[] wrappedKey, byte[] content) {}
