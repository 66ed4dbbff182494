package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What sessions and records leave in the trail: who did what when and why, and not one word of what was said. */
class TrailOfSessionsTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static SupervisionCast cast;

    @BeforeAll
    static void everybodyIsInPlace() {
        cast = new SupervisionCast(service);
    }

    @Test
    void theWayFromSharingToTheLockStandsInTheTrail() {
        UUID session = cast.drafted(AMINA, BEN, "2026-11-02T14:00:00Z");

        cast.as(BEN).post("/sessions/" + session + "/sharing", "notCoveredBecause", "We had half an hour");
        cast.as(AMINA).post("/sessions/" + session + "/edit-requests", "version", "1", "edits", "The second line is not what I said");
        cast.as(BEN).post("/sessions/" + session + "/sharing", "notCoveredBecause", "We had half an hour");
        cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "3", "comment", "Thank you both");

        assertEquals(List.of("supervision record shared", "supervision record drafted (edits requested)", "supervision record shared",
            "supervision record agreed with comment", "supervision record locked (agreed with comment)"), trail(session));
        assertEquals(List.of(BEN, AMINA, BEN, AMINA, AMINA),
            service.asOwner().column(UUID.class, "select by_id from act where subject_id = ? order by id", session));
        assertEquals(List.of(AMINA), service.asOwner().column(UUID.class, "select distinct concerns_id from act where subject_id = ?", session));
    }

    @Test
    void whatIsRefusedLeavesNoAct() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-02T15:00:00Z");

        assertEquals(409, cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "7").status());

        assertEquals(List.of("supervision record shared"), trail(session));
    }

    @Test
    void whyASessionWasCancelledIsNotInTheTrailBecauseItMayBeSomebodysHealth() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-12-08T14:00:00Z");

        cast.as(BEN).post("/sessions/" + session + "/cancellation", "cancelCause", "sickness", "cancelWords", "Flu");

        assertEquals(List.of("session cancelled"), trail(session));
    }

    private static List<String> trail(UUID session) {
        return service.asOwner().column(String.class,
            "select what || coalesce(' (' || why || ')', '') from act where subject_id = ? order by id", session);
    }
}
