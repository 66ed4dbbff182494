package org.holdfast.sealing;

import jakarta.inject.Singleton;
import java.util.List;
import org.holdfast.database.CannotStart;

/** Sees at the start that everything sealed can be opened. */
@Singleton
public final class KeysAtHand {
    private final OwnerKeys.OfJobs owners;
    private final KeyRing keys;

    KeysAtHand(OwnerKeys.OfJobs owners, KeyRing keys) {
        this.owners = owners;
        this.keys = keys;
    }

    /** @throws CannotStart where a key-encryption key that something sealed needs is not among the secrets */
    public void check() {
        List<String> lacking = keys.lacking(owners.needed());
        if (!lacking.isEmpty()) {
            throw new CannotStart("What is sealed in this database needs the key-encryption key with the fingerprint "
                + String.join(" and ", lacking) + ", and it is not among the secrets; the first one there is " + keys.first()
                + ". Put the right key back from your copy.");
        }
    }
}
