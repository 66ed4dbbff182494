package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.ADA;
import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.holdfast.supervision.SupervisionCast.DAN;
import static org.holdfast.supervision.SupervisionCast.GRACE;
import static org.holdfast.supervision.SupervisionCast.NOOR;
import static org.holdfast.supervision.SupervisionCast.OLU;
import static org.holdfast.supervision.SupervisionCast.PRIYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees which part of a session, and who is told that it is not there. */
class SessionAccessTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static SupervisionCast cast;

    @BeforeAll
    static void everybodyIsInPlace() {
        cast = new SupervisionCast(service);
    }

    @Test
    void outsidersAndAdministratorsAreToldThatItIsNotThere() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-11-24T14:00:00Z");
        for (UUID outsider : List.of(DAN, NOOR, OLU, PRIYA, ADA)) {
            assertEquals(404, cast.as(outsider).get("/sessions/" + session).status());
            assertEquals(404, cast.as(outsider).post("/sessions/" + session + "/cancellation", "cancelCause", "other").status());
            assertEquals(404, cast.as(outsider).post("/sessions/" + session + "/holding").status());
            assertEquals(404, cast.as(outsider).post("/sessions/" + session + "/agreement", "version", "1").status());
        }
        assertEquals("planned", cast.state(session));
        assertEquals(404, cast.as(ADA).get("/sessions").status());
        assertEquals(404, cast.as(BEN).get("/sessions/not-an-id").status());
    }

    @Test
    void aCentreManagerSeesDatesAndNothingOfWhatIsSaid() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-11-25T14:00:00Z");
        cast.as(AMINA).post("/sessions/" + session + "/preparation", "preparation", "The week with the flood");
        cast.as(BEN).post("/sessions/" + session + "/moves", "date", "26 November 2026", "time", "10:00", "minutes", "90", "cause", "sickness");

        Page page = cast.as(GRACE).get("/sessions/" + session);

        assertEquals(200, page.status());
        assertTrue(page.text().contains("Moved once by Ben Okafor"));
        assertTrue(page.text().contains(": away"));
        assertFalse(page.text().toLowerCase().contains("sickness"));
        assertFalse(page.text().contains("flood"));
        assertTrue(page.document().select("#agenda, #preparing, #versions, form[action^=/sessions]").isEmpty());
        assertEquals(404, cast.as(GRACE).post("/sessions/" + session + "/holding").status());
        assertTrue(cast.as(GRACE).get("/sessions").document().select("#team + *, section[aria-labelledby=team]").text().contains("Amina Khan with Ben Okafor"));
    }

    @Test
    void aLockedRecordIsStillOnlyADateForACentreManager() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-03T14:00:00Z");
        cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1", "comment", "The part about the flood");

        Page page = cast.as(GRACE).get("/sessions/" + session);

        assertEquals("Held", page.texts(".hf-title .hf-tag").getFirst());
        assertFalse(page.text().contains("flood"));
        assertFalse(page.text().contains("agreed"));
        assertTrue(page.document().select("a[href$=/record], a[href$=/pdf]").isEmpty());
        String said = "select string_agg(session_event_words(id), '') from session_event where session_id = ?";
        assertEquals("The part about the flood", service.asApp(AMINA).one(String.class, said, session));
        assertNull(service.asApp(GRACE).one(String.class, said, session));
    }

    @Test
    void aNewLineSupervisorReadsLockedLineRecordsOnly() {
        UUID locked = cast.locked(NOOR, BEN, "2026-11-05T14:00:00Z");
        UUID draft = cast.drafted(NOOR, BEN, "2026-11-12T14:00:00Z");
        cast.line(NOOR, OLU, "line");

        Page record = cast.as(OLU).get("/sessions/" + locked);
        assertEquals("Locked", record.texts(".hf-title .hf-tag").getFirst());
        assertEquals(1, record.document().select("a[href$=/record]").size());
        assertTrue(record.document().select("form[action^=/sessions]").isEmpty());

        Page dates = cast.as(OLU).get("/sessions/" + draft);
        assertEquals("Held", dates.texts(".hf-title .hf-tag").getFirst());
        assertTrue(dates.document().select("a[href$=/record]").isEmpty());
        assertEquals(409, cast.as(OLU).post("/sessions/" + locked + "/addenda", "addendum", "From outside").status());
    }

    @Test
    void aMiddleManagerSeesEachHatApart() {
        UUID asSupervisor = cast.planned(AMINA, BEN, "one-to-one", "2026-12-01T14:00:00Z");
        UUID asSupervisee = cast.planned(BEN, GRACE, "one-to-one", "2026-12-02T14:00:00Z");

        Page list = cast.as(BEN).get("/sessions");

        assertTrue(list.one("section[aria-labelledby=supervisor]").html().contains(asSupervisor.toString()));
        assertFalse(list.one("section[aria-labelledby=supervisor]").html().contains(asSupervisee.toString()));
        assertTrue(list.one("section[aria-labelledby=supervisee]").html().contains(asSupervisee.toString()));
        assertFalse(list.one("section[aria-labelledby=supervisee]").html().contains(asSupervisor.toString()));
    }

    @Test
    void aMiddleManagerAnswersTheirOwnRecordAndSharesTheOthers() {
        UUID own = cast.shared(BEN, GRACE, "2026-11-06T14:00:00Z");
        UUID others = cast.shared(AMINA, BEN, "2026-11-07T14:00:00Z");

        assertEquals(1, cast.as(BEN).get("/sessions/" + own).document().select("form[action$=/agreement]").size());
        assertTrue(cast.as(BEN).get("/sessions/" + own).document().select("form[action$=/withdrawal]").isEmpty());
        assertTrue(cast.as(BEN).get("/sessions/" + others).document().select("form[action$=/agreement]").isEmpty());
        assertEquals(409, cast.as(BEN).post("/sessions/" + others + "/agreement", "version", "1").status());
        assertEquals("shared", cast.state(others));
    }

    @Test
    void readingASessionIsNotedForThePersonItConcerns() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-12-08T14:00:00Z");
        cast.as(BEN).get("/sessions/" + session);

        assertEquals(AMINA, service.asOwner().one(UUID.class, "select concerns_id from access_log where subject_id = ? and viewer_id = ?", session, BEN));
    }

    @Test
    void supervisionOfOneselfIsImpossible() {
        assertEquals("23514", service.asOwner().refusal("""
            insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at) values (?, 'one-to-one', ?, ?, ?, '2026-11-21')""",
            cast.fresh(), BEN, BEN, BEN));
    }
}
