package org.holdfast.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.database.KeyEncryptionKeys;

/**
 * The key-encryption keys the service holds, each found by its fingerprint. One it does not know yet is looked for where
 * the secrets are kept, so that a rotation needs no restart; one it has held it keeps until it stops, for rows that were
 * read just before they were wrapped anew.
 */
final class KeyRing {
    private static final int FINGERPRINT_BYTES = 8;

    private final KeyEncryptionKeys kept;
    private final Map<String, DataKey> known = new ConcurrentHashMap<>();
    private volatile String first;

    KeyRing(KeyEncryptionKeys kept) {
        this.kept = kept;
        look();
    }

    private void look() {
        Map<String, DataKey> found = new LinkedHashMap<>();
        kept.now().forEach(key -> found.put(fingerprint(key), new DataKey(key)));
        known.putAll(found);
        first = found.keySet().iterator().next();
    }

    /** Recognises a key and says nothing about it: the beginning of an HMAC-SHA-256 under the key, 16 hexadecimal digits. */
    static String fingerprint(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("Holdfast key-encryption key".getBytes(UTF_8)), 0, FINGERPRINT_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The fingerprint of the key that stands first among the secrets. */
    String first() {
        return first;
    }

    /** Those of these fingerprints for which no key is to be found. */
    List<String> lacking(List<String> fingerprints) {
        return fingerprints.stream().filter(fingerprint -> find(fingerprint).isEmpty()).toList();
    }

    /** @throws KeyMissing where no key with that fingerprint is to be found */
    DataKey of(String fingerprint) {
        return find(fingerprint).orElseThrow(() -> new KeyMissing(fingerprint));
    }

    /** @throws SealBroken where it works with none of the keys */
    byte[] tryEach(Function<DataKey, byte[]> opening) {
        for (DataKey key : known.values()) {
            try {
                return opening.apply(key);
            } catch (SealBroken another) {
                // it may have been sealed under another of the keys
            }
        }
        throw new SealBroken();
    }

    private Optional<DataKey> find(String fingerprint) {
        if (!known.containsKey(fingerprint)) {
            look();
        }
        return Optional.ofNullable(known.get(fingerprint));
    }
}
