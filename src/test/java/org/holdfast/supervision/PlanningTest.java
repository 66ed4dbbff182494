package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.holdfast.supervision.SupervisionCast.DAN;
import static org.holdfast.supervision.SupervisionCast.NOOR;
import static org.holdfast.supervision.SupervisionCast.PRIYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Planning, moving and cancelling, and what is said when something is not right. */
class PlanningTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static SupervisionCast cast;

    @BeforeAll
    static void everybodyIsInPlace() {
        cast = new SupervisionCast(service);
    }

    private static Page plan(UUID viewer, String... fields) {
        return cast.as(viewer).submit(cast.as(viewer).get("/sessions/new"), "main form", fields);
    }

    @Test
    void aSuperviseeCanPlanToo() {
        Page planned = plan(NOOR, "who", "supervisor." + BEN, "date", "1 December", "time", "2.30pm");

        assertEquals(303, planned.status());
        UUID session = UUID.fromString(planned.location().replaceAll(".*/sessions/|\\?.*", ""));
        assertEquals(BEN, service.asOwner().one(UUID.class, "select supervisor_id from session where id = ?", session));
        assertEquals(Instant.parse("2026-12-01T14:30:00Z"), service.asOwner().one(Instant.class, "select starts_at from session_date where session_id = ?", session));
    }

    @Test
    void aDoubleTapPlansOneSession() {
        Page form = cast.as(BEN).get("/sessions/new");
        String[] fields = {"who", "supervisee." + AMINA, "date", "7 December 2026", "time", "09:00"};

        String first = cast.as(BEN).submit(form, "main form", fields).location();
        assertEquals(first, cast.as(BEN).submit(form, "main form", fields).location());

        UUID session = UUID.fromString(first.replaceAll(".*/sessions/|\\?.*", ""));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from session_event where session_id = ?", session));
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsKept() {
        Page answer = plan(BEN, "who", null, "kind", "group supervision", "date", "31 February", "time", "2.30", "minutes", "600", "place", "x".repeat(201));

        assertEquals(422, answer.status());
        assertTrue(answer.texts(".govuk-error-summary a").contains("Choose with whom"));
        assertEquals(6, answer.document().select(".govuk-error-summary a").size());
        answer.document().select(".govuk-error-summary a").eachAttr("href")
            .forEach(field -> assertEquals(1, answer.document().select(field).size(), field));
        assertEquals("31 February", answer.one("#date").val());
    }

    @Test
    void somebodyElsesSuperviseeCannotBeChosen() {
        assertEquals(422, plan(BEN, "who", "supervisee." + DAN, "date", "tomorrow", "time", "14:00").status());
        assertEquals(422, plan(AMINA, "who", "supervisee." + BEN, "date", "tomorrow", "time", "14:00").status());
    }

    @Test
    void practiceSupervisionIsNotOneToOne() {
        Page answer = plan(PRIYA, "who", "supervisee." + AMINA, "date", "tomorrow", "time", "16:00");
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("it is practice supervision, or another kind"));
        assertEquals(303, plan(PRIYA, "who", "supervisee." + AMINA, "date", "tomorrow", "time", "16:00", "kind", "practice supervision").status());
    }

    @Test
    void aSessionAlreadyHeldCanBeSixtyDaysBack() {
        assertEquals(422, plan(BEN, "who", "supervisee." + NOOR, "date", "21 September 2026", "time", "14:00").status());
        Page planned = plan(BEN, "who", "supervisee." + NOOR, "date", "22 September 2026", "time", "14:00");
        assertEquals(303, planned.status());
        Page page = cast.as(BEN).get(planned.location());
        assertEquals("Not held", page.texts(".hf-title .hf-tag").getFirst());
        assertEquals(303, cast.as(BEN).submit(page, "form[action$=/holding]").status());
    }

    @Test
    void aClashIsAWarningThatCanBeTaken() {
        cast.planned(BEN, SupervisionCast.GRACE, "one-to-one", "2026-12-10T10:00:00Z");
        service.asOwner().run("""
            insert into absence (id, person_id, kind, starts_on, ends_on, recorded_at) values (?, ?, 'sickness', '2026-12-09', '2026-12-11', '2026-11-21')""",
            cast.fresh(), BEN);

        Page warned = plan(AMINA, "who", "supervisor." + BEN, "date", "10 December 2026", "time", "11:00");

        assertEquals(422, warned.status());
        assertTrue(warned.text().contains("Ben Okafor has another session from 10:00 for 90 minutes."));
        assertTrue(warned.text().contains("Ben Okafor is away on 10 December 2026."));
        assertFalse(warned.text().toLowerCase().contains("sickness"));
        assertFalse(warned.text().contains("Grace"));
        assertEquals(303, cast.as(AMINA).submit(warned, "main form").status());
    }

    @Test
    void aMoveIsKeptWithWhoAndWhy() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-12-15T14:00:00Z");
        String path = "/sessions/" + session;

        assertEquals(422, cast.as(BEN).post(path + "/moves", "date", "16 December", "time", "14:00", "minutes", "90").status());
        assertEquals(422, cast.as(BEN).post(path + "/moves", "date", "yesterday", "time", "14:00", "minutes", "90", "cause", "crisis").status());
        assertEquals(303, cast.as(BEN).post(path + "/moves", "date", "16 December", "time", "14:00", "minutes", "90", "cause", "crisis").status());
        assertEquals(303, cast.as(BEN).post(path + "/moves", "date", "16 December", "time", "14:00", "minutes", "90", "cause", "crisis").status());
        assertEquals(303, cast.as(AMINA).post(path + "/moves", "date", "17 December", "time", "15:00", "minutes", "60", "cause", "leave").status());

        String text = cast.as(AMINA).get(path).document().text();
        assertTrue(text.contains("Moved twice: once by Ben Okafor, once by Amina Khan"), text);
        assertTrue(text.contains("Moved by Ben Okafor from 15 December 2026 at 14:00 to 16 December 2026 at 14:00: a crisis"), text);
    }

    @Test
    void aCancelledSessionSaysWhyAndIsOver() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-12-17T14:00:00Z");
        String path = "/sessions/" + session;

        assertEquals(422, cast.as(AMINA).post(path + "/cancellation").status());
        assertEquals(303, cast.as(AMINA).post(path + "/cancellation", "cancelCause", "practitioner unavailable").status());
        assertEquals(303, cast.as(AMINA).post(path + "/cancellation", "cancelCause", "practitioner unavailable").status());

        Page late = cast.as(BEN).post(path + "/moves", "date", "18 December", "time", "14:00", "minutes", "90", "cause", "crisis");
        assertEquals(409, late.status());
        assertTrue(late.text().contains("Amina Khan has just cancelled the session"));
    }

    @Test
    void aSessionIsNotHeldBeforeItsDay() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-12-18T14:00:00Z");

        assertTrue(cast.as(BEN).get("/sessions/" + session).document().select("form[action$=/holding]").isEmpty());
        assertEquals(409, cast.as(BEN).post("/sessions/" + session + "/holding").status());
        assertEquals("planned", cast.state(session));
    }

    @Test
    void nobodyToPlanWithIsSaidInWords() {
        Page page = cast.as(DAN).get("/sessions/new");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("Nobody to plan with yet"));
        assertTrue(cast.as(DAN).get("/sessions").text().contains("No sessions yet"));
    }
}
