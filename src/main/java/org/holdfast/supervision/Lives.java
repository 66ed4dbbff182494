package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to sessions, as rows that are only ever added. Each history is numbered per session: an insert of a
 * number that is already there adds nothing and answers 0.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Lives extends GenericRepository<Lives.Happened, UUID> {
    /** One row of a session's life as this viewer may read it. */
    @MappedEntity
    record Happened(
            @Id int number, String state, @Nullable Integer version, @Nullable String cause, @Nullable String words,
            @Nullable UUID byId, @Nullable String byName, LocalDate onDay) {}

    /** One date a session was planned for. */
    @MappedEntity
    record Dated(@Id int number, Instant startsAt, int minutes, @Nullable String cause, UUID setBy, @Nullable String setByName, Instant setAt) {}

    @MappedEntity
    record Addendum(@Id int number, String words, UUID addedBy, @Nullable String addedByName, LocalDate addedOn) {}

    @MappedEntity
    record Version(@Id int number, String cause, @Nullable String madeByName, Instant madeAt) {}

    @MappedEntity
    record Candidate(@Id UUID personId, String name, String role) {}

    @Query("""
            insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at)
            values (:id, :kind, :supervisee, :supervisor, :by, :at) on conflict do nothing""")
    int addSession(UUID id, String kind, UUID supervisee, UUID supervisor, UUID by, Instant at);

    @Query("""
            insert into session_date (id, session_id, number, starts_at, minutes, place, cause, set_by, set_at)
            values (:id, :session, :number, :startsAt, :minutes, :place, :cause, :by, :at) on conflict do nothing""")
    int addDate(UUID id, UUID session, int number, Instant startsAt, int minutes, @Nullable String place, @Nullable String cause, UUID by, Instant at);

    @Query("""
            insert into session_event (id, session_id, number, state, version, cause, words, by_id, on_day, recorded_at)
            values (:id, :session, :number, :state, :version, :cause, :words, :by, :day, :at) on conflict do nothing""")
    int addEvent(
            UUID id, UUID session, int number, String state, @Nullable Integer version, @Nullable String cause,
            @Nullable String words, UUID by, LocalDate day, Instant at);

    @Query("insert into session_third_person (session_id, person_id, named_by, named_at) values (:session, :person, :by, :at) on conflict do nothing")
    int nameThirdPerson(UUID session, UUID person, UUID by, Instant at);

    @Query("""
            insert into addendum (id, session_id, number, words, added_by, added_on, added_at)
            select :id, :session, 1 + coalesce(max(a.number), 0), :words, :by, :day, :at from addendum a where a.session_id = :session
            on conflict do nothing""")
    int addAddendum(UUID id, UUID session, String words, UUID by, LocalDate day, Instant at);

    @Query("""
            select e.number, e.state, e.version, e.cause, session_event_words(e.id) as words,
                   e.by_id, p.name as by_name, e.on_day
            from session_event e left join person p on p.id = e.by_id
            where e.session_id = :session order by e.number""")
    List<Happened> happened(UUID session);

    @Query("""
            select d.number, d.starts_at, d.minutes, d.cause, d.set_by, p.name as set_by_name, d.set_at
            from session_date d left join person p on p.id = d.set_by where d.session_id = :session order by d.number""")
    List<Dated> dates(UUID session);

    @Query("""
            select a.number, a.words, a.added_by, p.name as added_by_name, a.added_on
            from addendum a left join person p on p.id = a.added_by where a.session_id = :session order by a.number""")
    List<Addendum> addenda(UUID session);

    @Query("""
            select v.number, v.cause, p.name as made_by_name, v.made_at
            from record_version v left join person p on p.id = v.made_by where v.session_id = :session order by v.number desc""")
    List<Version> versions(UUID session);

    @Query("select person_id, name, role from third_person_candidate(:session)")
    List<Candidate> thirdPersonCandidates(UUID session);

    /** From which day on the record is locked if nobody does anything, where that will happen. */
    @Query("select from_day from record_own_end(:session) where from_day is not null")
    Optional<LocalDate> ownEnd(UUID session);

    @Query("select words from shared_preparation where session_id = :session and person_id = :person")
    Optional<String> preparation(UUID session, UUID person);

    @Query("""
            insert into shared_preparation (session_id, person_id, words, revision, saved_at) values (:session, :person, :words, 1, :at)
            on conflict (session_id, person_id) do update set words = excluded.words, revision = shared_preparation.revision + 1, saved_at = excluded.saved_at""")
    int savePreparation(UUID session, UUID person, String words, Instant at);
}
