package org.holdfast.sealing;

/** A sealed item with everything that is needed to open it, for opening many at once. */
public record SealedItem(Owner owner, Place place, Sealed sealed) {}
