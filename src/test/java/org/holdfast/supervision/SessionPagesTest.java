package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a date to a locked record, on the pages. */
class SessionPagesTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static SupervisionCast cast;

    @BeforeAll
    static void everybodyIsInPlace() {
        cast = new SupervisionCast(service);
    }

    @Test
    void aSessionIsPlannedHeldSharedAgreedAndLocked() {
        Page form = cast.as(BEN).get("/sessions/new?with=supervisee." + AMINA);
        Page planned = cast.as(BEN).submit(form, "main form", "date", "today", "time", "14:30", "kind", "one-to-one");
        assertEquals(303, planned.status(), planned.text());
        String path = planned.location().replaceAll("\\?.*", "");
        UUID session = UUID.fromString(path.substring("/sessions/".length()));

        Page page = cast.as(BEN).get(path);
        assertEquals(200, page.status());
        assertEquals("Planned", page.texts(".hf-title .hf-tag").getFirst());

        assertEquals(path + "/record?said=started", cast.as(BEN).submit(page, "form[action$=/holding]").location());
        cast.note(session, "support", "The long week");
        assertEquals(303, cast.as(BEN).submit(cast.as(BEN).get(path), "form[action$=/sharing]").status());

        Page shared = cast.as(AMINA).get(path);
        assertEquals(303, cast.as(AMINA).submit(shared, "form[action$=/agreement]", "comment", "Thank you").status());

        assertEquals("locked", cast.state(session));
        Page locked = cast.as(BEN).get(path);
        assertTrue(locked.document().text().contains("Thank you"));
        assertTrue(locked.document().text().contains("Plan the next session"));
        assertEquals(1, service.asOwner().one(Long.class, "select count(*) from report_request where subject_id = ?", session));
    }
}
