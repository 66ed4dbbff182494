package org.holdfast.sealing;

/** A sealed item does not open: it was changed, cut off, moved from where it was sealed, or its key is gone. Says nothing of what it holds. */
public final class SealBroken extends RuntimeException {
    SealBroken() {
        super("A sealed item does not open");
    }
}
