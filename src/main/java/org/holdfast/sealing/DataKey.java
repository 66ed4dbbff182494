package org.holdfast.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** A key of 32 bytes for AES-256-GCM: of one item, of an owner, or of the installation. Safe for several threads at once. */
final class DataKey {
    /** In bytes. */
    static final int LENGTH = 32;

    private static final SecureRandom CHANCE = new SecureRandom();

    private final byte[] bytes;
    private final Aead aead;

    DataKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A key has " + LENGTH + " bytes");
        }
        try {
            this.bytes = bytes.clone();
            this.aead = new AesGcmJce(this.bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DataKey fresh() {
        byte[] bytes = new byte[LENGTH];
        CHANCE.nextBytes(bytes);
        return new DataKey(bytes);
    }

    byte[] close(byte[] content, byte[] boundTo) {
        try {
            return aead.encrypt(content, boundTo);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws SealBroken if anything about the bytes or what they are bound to differs from when they were closed */
    byte[] open(byte[] closed, byte[] boundTo) {
        try {
            return aead.decrypt(closed, boundTo);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken();
        }
    }

    /** Another key, closed by this one. */
    byte[] wrap(DataKey other, byte[] boundTo) {
        return close(other.bytes, boundTo);
    }

    /** @throws SealBroken as {@link #open} */
    DataKey unwrap(byte[] wrapped, byte[] boundTo) {
        byte[] key = open(wrapped, boundTo);
        if (key.length != LENGTH) {
            throw new SealBroken();
        }
        return new DataKey(key);
    }

    Sealed seal(byte[] content, byte[] boundTo) {
        DataKey item = fresh();
        return new Sealed(wrap(item, boundTo), item.close(content, boundTo));
    }

    /** @throws SealBroken as {@link #open} */
    byte[] open(Sealed sealed, byte[] boundTo) {
        return unwrap(sealed.wrappedKey(), boundTo).open(sealed.content(), boundTo);
    }
}
