package org.holdfast.accounts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.holdfast.jobs.Schedule;
import org.holdfast.jobs.Scheduled;

/** Removes old tries to sign in, which the trail has noted anyway, and mails dealt with long ago. */
@Singleton
final class ForgettingSignIns implements Scheduled {
    private final Rows rows;
    private final Clock clock;

    ForgettingSignIns(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Introspected
    record Forgotten(UUID id) {}

    @Repository("jobs")
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Forgotten, UUID> {
        @Query(value = "select forget_old_sign_ins(:at)", nativeQuery = true)
        long forget(Instant at);
    }

    @Override
    public Schedule.Entry entry() {
        return Schedule.FORGETTING_SIGN_INS;
    }

    @Override
    public int run() {
        return (int) rows.forget(clock.instant());
    }
}
