package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.holdfast.supervision.SupervisionCast.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The browser session of whoever has the record page of a running session open: ops/decisions/0011. */
class AtTheTableTest {
    private static final String UNTIL = "select in_session_until from browser_session where person_id = ?";

    @RegisterExtension final TestService service = TestService.started();

    @RegisterExtension final TestService onAnotherDay = TestService.started().with("holdfast.as-of", "2026-12-05");

    @Test
    void theTwoMayLeaveTheKeyboardUntilThePlannedEndAndHalfAnHour() {
        SupervisionCast cast = new SupervisionCast(service);
        UUID session = cast.drafted(AMINA, BEN, "2026-11-21T10:00:00Z");

        assertEquals(200, cast.as(BEN).get("/sessions/" + session + "/record").status());

        assertEquals(Instant.parse("2026-11-21T12:00:00Z"), service.asOwner().one(Instant.class, UNTIL, BEN));
        service.clock().advance(Duration.ofMinutes(50));
        assertEquals("2400", cast.as(BEN).get("/sessions").one("body").attr("data-ends-in"),
            "until twelve, which is sooner than an hour after the last use");
    }

    @Test
    void whoeverIsNotInTheSessionHasNoLongerTime() {
        SupervisionCast cast = new SupervisionCast(service);
        UUID session = cast.drafted(AMINA, BEN, "2026-11-21T10:00:00Z");

        assertEquals(404, cast.as(GRACE).get("/sessions/" + session + "/record").status());

        assertNull(service.asOwner().one(Instant.class, UNTIL, GRACE));
    }

    @Test
    void aSessionOfLastWeekThatIsStillWrittenGivesNoLongerTime() {
        SupervisionCast cast = new SupervisionCast(service);
        UUID session = cast.drafted(AMINA, BEN, "2026-11-14T10:00:00Z");

        assertEquals(200, cast.as(BEN).get("/sessions/" + session + "/record").status());

        assertNull(service.asOwner().one(Instant.class, UNTIL, BEN));
    }

    @Test
    void onAnotherDayThanTheMachinesTheTimeLeftIsWhatCounts() {
        SupervisionCast cast = new SupervisionCast(onAnotherDay);
        UUID session = cast.drafted(AMINA, BEN, "2026-12-05T10:00:00Z");

        assertEquals(200, cast.as(BEN).get("/sessions/" + session + "/record").status());

        assertEquals(Instant.parse("2026-11-21T12:00:00Z"), onAnotherDay.asOwner().one(Instant.class, UNTIL, BEN));
        assertTrue(onAnotherDay.clock().instant().isBefore(Instant.parse("2026-11-21T12:00:00Z")));
    }
}
