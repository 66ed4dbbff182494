package org.holdfast.sealing;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.holdfast.database.Secrets;

@Factory
final class InstallationSealing {
    @Singleton
    Sealing sealing(Secrets secrets) {
        return new Sealing(secrets.keyEncryptionKey());
    }
}
