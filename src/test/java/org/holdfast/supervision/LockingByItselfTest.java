package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.holdfast.supervision.SupervisionCast.OLU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A record that waits does not wait for ever. It was shared, or seen differently, on Saturday 21 November 2026; the
 * twentieth working day after that is Friday 18 December.
 */
class LockingByItselfTest {
    private static final LocalDate TWENTIETH = LocalDate.of(2026, 12, 18);

    @RegisterExtension final TestService service = TestService.started();

    private SupervisionCast cast;
    private UUID session;

    @BeforeEach
    void aRecordIsShared() {
        cast = new SupervisionCast(service);
        session = cast.shared(AMINA, BEN, "2026-11-19T14:00:00Z");
    }

    @Test
    void whatNobodyAnswersLocksAfterTwentyWorkingDays() {
        assertEquals(0, locksOn(TWENTIETH));
        assertEquals("shared", cast.state(session));

        assertEquals(1, locksOn(TWENTIETH.plusDays(1)));

        assertEquals("locked", cast.state(session));
        assertEquals("not answered", cause());
        assertEquals("job not answered", service.asOwner().one(String.class,
            "select by_kind || ' ' || why from act where subject_id = ? and what = 'supervision record locked'", session));
        assertEquals(0, locksOn(TWENTIETH.plusDays(2)));
    }

    @Test
    void whatLocksIsTheVersionThatWasSharedAndItsPdfIsMade() {
        locksOn(TWENTIETH.plusDays(1));

        assertEquals(List.of("shared", "locked"),
            service.asOwner().column(String.class, "select cause from record_version where session_id = ? order by number", session));
        assertEquals(1L, service.asOwner().one(Long.class,
            "select count(distinct content -> 'functions') from record_version where session_id = ?", session));
        assertEquals("not answered", service.asOwner().one(String.class,
            "select content -> 'agreeing' -> -1 ->> 'cause' from record_version where session_id = ? and number = 2", session));
        service.bean(RecordPdfJob.class).run();
        assertEquals(1L, service.asOwner().one(Long.class, """
            select count(*) from stored_report s join report_request r on r.id = s.request_id where r.subject_id = ? and r.version = 2""", session));
    }

    @Test
    void aDisputeLocksWithBothTextsStanding() {
        dispute();

        assertEquals(1, locksOn(TWENTIETH.plusDays(1)));

        assertEquals("both standing", cause());
        assertTrue(service.asOwner().one(String.class, "select cast(content as text) from record_version where session_id = ? and number = 2", session)
            .contains("Not how it was"));
    }

    @Test
    void daysTheSuperviseeIsAwayDoNotCountTowardsAnAnswerButDoTowardsADispute() {
        UUID disputed = session;
        dispute();
        UUID waiting = cast.shared(AMINA, BEN, "2026-11-20T14:00:00Z");
        service.asOwner().run("""
            insert into absence (id, person_id, kind, starts_on, ends_on, recorded_at) values (?, ?, 'sickness', '2026-11-30', '2026-12-04', now())""",
            cast.fresh(), AMINA);

        assertEquals(1, locksOn(TWENTIETH.plusDays(1)));
        assertEquals("locked", cast.state(disputed));
        assertEquals("shared", cast.state(waiting));
        // five more working days, of which Christmas and Boxing Day are none
        assertEquals(0, locksOn(LocalDate.of(2026, 12, 29)));
        assertEquals(1, locksOn(LocalDate.of(2026, 12, 30)));
    }

    @Test
    void whatSomebodyLeftBehindLocksTheDayAfterTheyLeft() {
        service.asOwner().run("update person set left_on = '2026-11-27' where id = ?", AMINA);

        assertEquals(0, locksOn(LocalDate.of(2026, 11, 27)));
        assertEquals(1, locksOn(LocalDate.of(2026, 11, 28)));
        assertEquals("left before agreeing", cause());
    }

    @Test
    void thePageSaysWhenItWillAndThatItHas() {
        assertTrue(page().contains("Locks by itself On 19 December 2026, if Amina Khan has not answered by then"), page());

        locksOn(TWENTIETH.plusDays(1));

        assertTrue(page().contains("Locked as version 2: not answered within 20 working days at work"), page());
        Page late = cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1");
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The record has locked by itself: not answered within 20 working days at work"), late.text());
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/addenda", "addendum", "I was not asked about the visit").status());
    }

    @Test
    void whoSettledADisputeReadsItUntilTheEndOfThatDay() {
        dispute();
        cast.as(OLU).post("/sessions/" + session + "/dispute/outcome", "outcome", "They have talked");
        assertEquals(200, cast.as(OLU).get("/sessions/" + session).status());

        service.asOwner().run("update session_event set on_day = on_day - 1 where session_id = ?", session);

        assertEquals(404, cast.as(OLU).get("/sessions/" + session).status());
        assertEquals(404, cast.as(OLU).get("/sessions/" + session + "/pdf").status());
    }

    @Test
    void whoWasToHelpReadsNothingOnceItHasLockedByItself() {
        dispute();
        assertEquals(200, cast.as(OLU).get("/sessions/" + session).status());

        locksOn(TWENTIETH.plusDays(1));

        assertEquals(404, cast.as(OLU).get("/sessions/" + session).status());
        assertEquals(404, cast.as(OLU).get("/sessions/" + session + "/versions/1").status());
    }

    private void dispute() {
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/dispute", "version", "1", "dispute", "Not how it was", "thirdPerson", OLU.toString()).status());
    }

    /** How many lock in the night to that day. The day ends there for everybody signed in, so the clock goes back. */
    private int locksOn(LocalDate day) {
        service.clock().setDay(day);
        int locked = service.bean(LockingByItselfJob.class).run();
        service.clock().set(TestClock.START);
        return locked;
    }

    private String cause() {
        return service.asOwner().one(String.class, "select cause from session_event where session_id = ? order by number desc limit 1", session);
    }

    private String page() {
        return cast.as(AMINA).get("/sessions/" + session).document().text();
    }
}
