package org.holdfast.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * Seals bytes with AES-256-GCM, each item under a fresh key of its own, and that key under the installation's
 * key-encryption key.
 *
 * <p>What an item belongs to is bound to it: it opens only with the same {@code belongsTo} (such as the table's name
 * and the row's id), so a row's sealed bytes cannot be passed off as another's. {@code belongsTo} is not secret and is
 * not stored with the item. Safe for use by several threads at once.
 */
public final class Sealing {
    /** Length of the key-encryption key and of each item's key, in bytes. */
    public static final int KEY_LENGTH = 32;

    /** Written before each wrapped key, so that a second key-encryption key can stand beside the first one day. */
    private static final int KEY_ID = 1;

    private final Aead wrapping;

    /** @param keyEncryptionKey the installation's secret, {@value #KEY_LENGTH} bytes */
    public Sealing(byte[] keyEncryptionKey) {
        this.wrapping = withId(keyEncryptionKey);
    }

    private static Aead withId(byte[] key) {
        try {
            return AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters())
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(KEY_ID)
                    .build());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("A key-encryption key has " + KEY_LENGTH + " bytes", unusable);
        }
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(KEY_LENGTH).setIvSizeBytes(12).setTagSizeBytes(16).setVariant(Variant.TINK).build();
    }

    public Sealed seal(byte[] content, byte[] belongsTo) {
        SecretBytes itemKey = SecretBytes.randomBytes(KEY_LENGTH);
        try {
            return new Sealed(wrapping.encrypt(bytes(itemKey), belongsTo), item(itemKey).encrypt(content, belongsTo));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws SealBroken if anything about the item, its key or what it belongs to differs from when it was sealed */
    public byte[] open(Sealed sealed, byte[] belongsTo) {
        try {
            byte[] itemKey = wrapping.decrypt(sealed.wrappedKey(), belongsTo);
            return new AesGcmJce(itemKey).decrypt(sealed.content(), belongsTo);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken(broken);
        }
    }

    private static Aead item(SecretBytes key) throws GeneralSecurityException {
        return new AesGcmJce(bytes(key));
    }

    private static byte[] bytes(SecretBytes key) {
        return key.toByteArray(InsecureSecretKeyAccess.get());
    }
}
