package org.holdfast.sealing;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.holdfast.database.Secrets;

/** Sealing with the installation's own key. */
@Factory
final class InstallationSealing {
    @Singleton
    Sealing sealing(Secrets secrets) {
        return new Sealing(secrets.keyEncryptionKey());
    }
}
