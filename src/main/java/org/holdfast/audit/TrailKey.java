package org.holdfast.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.database.Secrets;

/** Links rows of the trail with the chain key, which is never in the database. Not safe for several threads at once. */
final class TrailKey {
    /** Length of a link, in bytes. */
    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    TrailKey(Secrets secrets) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.chainKey(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The trail cannot be linked", e);
        }
    }

    /** The link of that row, which comes after the link {@code before}. */
    Head link(Head before, TrailRow row) {
        return link(before.sequence() + 1, before.mac(), row);
    }

    Head link(long sequence, byte[] before, TrailRow row) {
        mac.update(before);
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        return new Head(sequence, mac.doFinal(row.bytes()));
    }
}
