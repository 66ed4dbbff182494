package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.caseload.ContactGap;

/** What stands around a record while it is written: the cases that could be added, what is known about those in it, what is still open. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AroundTheRecord extends GenericRepository<AroundTheRecord.CaseToAdd, UUID> {
    /** A case on the agenda, or one of the supervisee's that the viewer reaches. */
    @Introspected
    record CaseToAdd(UUID id, String reference) {}

    /**
     * What the caseload knows about a case today.
     *
     * @param gapState within, notice, over or covered; null where the case is closed, like everything about the gap
     */
    @Introspected
    record Known(
            UUID caseId, String reference, String stage, String shortTerm, String longerTerm, @Nullable LocalDate lastSeenOn,
            @Nullable LocalDate since, @Nullable Integer days, @Nullable Integer limitDays, @Nullable String gapState,
            @Nullable String coveredBy, @Nullable LocalDate coveredUntil, @Nullable Boolean missing) {

        /** How long the child has not been seen; null where the case is closed. */
        @Nullable ContactGap gap() {
            return gapState == null ? null : new ContactGap(
                    ContactGap.State.of(gapState), lastSeenOn, since, days, limitDays, coveredBy, coveredUntil);
        }

        boolean isMissing() {
            return Boolean.TRUE.equals(missing);
        }
    }

    @Introspected
    record Contacted(UUID caseId, LocalDate onDay, String mode, boolean seen) {}

    @Introspected
    record EarlierDecision(UUID caseId, String what, @Nullable LocalDate dueOn, @Nullable LocalDate heldOn, boolean safety) {}

    @Query(value = """
            select c.id, c.reference from child_case c
            where c.id in (select viewer_case()) and c.id in (select a.case_id from assignment a
                           where a.person_id = :supervisee and a.starts_on <= :day and (a.ends_on is null or a.ends_on > :day)
                           union select i.case_id from agenda_item i where i.session_id = :session and i.removed_at is null)
            order by c.reference""", nativeQuery = true)
    List<CaseToAdd> casesToAdd(UUID session, UUID supervisee, LocalDate day);

    @Query(value = """
            select c.id as case_id, c.reference, s.stage, s.short_term_risk as short_term, s.medium_to_long_risk as longer_term,
                   s.last_seen_on, g.since, g.days, g.limit_days, g.state as gap_state, g.covered_by, g.covered_until, g.missing
            from case_discussion d join child_case c on c.id = d.case_id join case_standing s on s.case_id = c.id
            left join contact_gap(cast(:day as date)) g on g.case_id = c.id
            where d.session_id = :session and d.removed_at is null and c.id in (select viewer_case())""", nativeQuery = true)
    List<Known> known(UUID session, LocalDate day);

    @Query(value = """
            select t.case_id, t.on_day, t.mode, t.seen from contact t
            where t.case_id in (select d.case_id from case_discussion d where d.session_id = :session and d.removed_at is null)
              and t.case_id in (select viewer_case()) and t.on_day between cast(:day as date) - 90 and :day
              and not exists (select from contact_strike x where x.contact_id = t.id)""", nativeQuery = true)
    List<Contacted> contacts(UUID session, LocalDate day);

    @Query(value = """
            select n.case_id, n.what, n.due_on, r.held_on, n.safety
            from decision n join case_discussion d on d.id = n.discussion_id left join session_record r on r.session_id = d.session_id
            where n.case_id in (select x.case_id from case_discussion x where x.session_id = :session and x.removed_at is null)
              and d.session_id <> :session and n.removed_at is null and n.what is not null
              and (n.case_id in (select viewer_case()) or may_read_record(d.session_id))
            order by n.id desc""", nativeQuery = true)
    List<EarlierDecision> earlierDecisions(UUID session);

    /** A decision about a contact gap that was recorded in this session; the newest first. */
    @Introspected
    record GapDecided(UUID caseId, String decision, LocalDate reviewOn, LocalDate decidedOn) {}

    @Query(value = """
            select case_id, decision, review_on, decided_on from gap_decision
            where session_id = :session and case_id in (select viewer_case())
            order by number desc""", nativeQuery = true)
    List<GapDecided> gapDecisions(UUID session);

    @Query(value = "select saved_at from session_record where session_id = :session", nativeQuery = true)
    @Nullable Instant savedAt(UUID session);
}
