package org.holdfast.sealing;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.database.Ids;
import org.holdfast.database.Secrets;

@Factory
final class InstallationSealing {
    @Singleton
    KeyRing keys(Secrets secrets) {
        return new KeyRing(secrets.keyEncryptionKeys());
    }

    @Singleton
    @Primary
    Sealing ofRequests(OwnerKeys.OfRequests owners, KeyRing keys, Ids ids, Clock clock) {
        return new Sealing(owners, keys, ids, clock);
    }

    @Singleton
    @Named("jobs")
    Sealing ofJobs(OwnerKeys.OfJobs owners, KeyRing keys, Ids ids, Clock clock) {
        return new Sealing(owners, keys, ids, clock);
    }
}
