package org.holdfast.sealing;

/** A sealed item does not open: it was changed, belongs to something else, or was sealed by another installation. */
public final class SealBroken extends RuntimeException {
    SealBroken(Throwable cause) {
        super("A sealed item does not open", cause);
    }
}
