package org.holdfast.sealing;

/** A key-encryption key that something sealed needs is not among the secrets. */
final class KeyMissing extends RuntimeException {
    KeyMissing(String fingerprint) {
        super("The key-encryption key " + fingerprint + " is not among the secrets");
    }
}
