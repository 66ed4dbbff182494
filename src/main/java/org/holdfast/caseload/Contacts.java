package org.holdfast.caseload;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dealings with a child. Only ever added; a wrong one is struck out beside it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Contacts extends GenericRepository<Contacts.Listed, UUID> {
    /** One line of a case's list of contacts. @param struckBecause null where it counts */
    @Introspected
    record Listed(
            UUID id, LocalDate onDay, String mode, String withWhom, boolean seen, @Nullable Boolean seenAlone, @Nullable Integer minutes,
            boolean outOfHours, boolean crisis, @Nullable String hardEvent, @Nullable String who, boolean struck,
            @Nullable String struckBecause, @Nullable String struckBy) {}

    /** The newest contacts of a case, struck ones among them; replaced imports are not shown. */
    @Query(value = """
            select t.id, t.on_day, t.mode, t.with_whom, t.seen, t.seen_alone, t.minutes, t.out_of_hours, t.crisis, t.hard_event, p.name as who,
                   x.contact_id is not null as struck, case when :inFull then x.reason end as struck_because, b.name as struck_by
            from contact t
            left join contact_strike x on x.contact_id = t.id
            left join person p on p.id = t.person_id left join person b on b.id = x.struck_by
            where t.case_id = :caseId
            order by t.on_day desc, t.recorded_at desc, t.id desc limit :most""", nativeQuery = true)
    List<Listed> newest(UUID caseId, boolean inFull, int most);

    /** Whether that person works on the case, or did since it was last opened. */
    @Query(value = """
            select exists (select from assignment a where a.case_id = :caseId and a.person_id = :person
                           and (a.ends_on is null or a.ends_on >= cast(:openedOn as date)))""", nativeQuery = true)
    boolean worksOn(UUID caseId, UUID person, LocalDate openedOn);

    @Query(value = """
            insert into contact (id, case_id, on_day, person_id, with_whom, mode, seen, seen_alone, minutes, out_of_hours, crisis, hard_event,
                                 recorded_by, recorded_at)
            values (:id, :caseId, :day, :person, :with, :mode, :seen, :seenAlone, :minutes, :outOfHours, :crisis, :hardEvent, :by, :at)
            on conflict (id) do nothing""", nativeQuery = true)
    int add(
            UUID id, UUID caseId, LocalDate day, UUID person, String with, String mode, boolean seen, @Nullable Boolean seenAlone,
            @Nullable Integer minutes, boolean outOfHours, boolean crisis, @Nullable String hardEvent, UUID by, Instant at);

    /** One contact that has not been struck out. */
    @Query(value = """
            select t.id, t.on_day, t.mode, t.with_whom, t.seen, t.seen_alone, t.minutes, t.out_of_hours, t.crisis, t.hard_event, p.name as who,
                   false as struck, null as struck_because, null as struck_by
            from contact t left join person p on p.id = t.person_id
            where t.id = :id and not exists (select from contact_strike x where x.contact_id = t.id)""", nativeQuery = true)
    Optional<Listed> find(UUID id);

    /** The case of a contact. */
    @Query(value = "select case_id from contact where id = :id", nativeQuery = true)
    Optional<UUID> caseOf(UUID id);

    @Query(value = """
            insert into contact_strike (contact_id, reason, struck_by, struck_at) values (:id, :reason, :by, :at)
            on conflict (contact_id) do nothing""", nativeQuery = true)
    int strike(UUID id, String reason, UUID by, Instant at);
}
