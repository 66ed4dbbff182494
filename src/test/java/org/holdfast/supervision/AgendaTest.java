package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.holdfast.supervision.SupervisionCast.NOOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Holdfast puts on an agenda, and what people do with it. */
class AgendaTest {
    @RegisterExtension final TestService service = TestService.started();

    private SupervisionCast cast;

    @BeforeEach
    void everybodyIsInPlace() {
        cast = new SupervisionCast(service);
    }

    private UUID next() {
        return cast.planned(AMINA, BEN, "one-to-one", "2026-11-24T14:00:00Z");
    }

    private static List<String> cases(Page page) {
        return page.document().select("#agenda-cases + ul a[href^=/cases]").eachText();
    }

    @Test
    void missingChildrenComeFirstAndEachCaseSaysWhy() {
        UUID over = cast.heldCase("YP-0001", AMINA, "2026-09-01");
        UUID within = cast.heldCase("YP-0002", AMINA, "2026-11-01");
        UUID missing = cast.heldCase("YP-0003", AMINA, "2026-11-01");
        cast.seen(over, AMINA, "2026-10-12");
        cast.seen(within, AMINA, "2026-11-19");
        cast.seen(missing, AMINA, "2026-11-19");
        cast.missing(missing, "2026-11-20");
        UUID session = next();

        Page page = cast.as(AMINA).get("/sessions/" + session);

        assertEquals(List.of("YP-0003", "YP-0001"), cases(page));
        assertTrue(page.text().contains("Missing since 20 November 2026"));
        assertTrue(page.text().contains("Not seen for 40 days; our own requirement is 28"));

        cast.seen(over, AMINA, "2026-11-21");
        String after = cast.as(BEN).get("/sessions/" + session).text();
        assertFalse(after.contains("Not seen for 40 days"));
        assertTrue(after.contains("Not talked about in supervision yet"));
    }

    @Test
    void aCaseComesFromAnotherWorkerOnceThatWorkerHasGivenItUp() {
        UUID aCase = cast.heldCase("YP-0001", NOOR, "2026-09-01");
        service.asOwner().run("insert into assignment (id, case_id, person_id, role, starts_on) values (?, ?, ?, 'co-worker', '2026-11-10')", cast.fresh(), aCase, AMINA);
        UUID session = next();
        assertFalse(cast.as(AMINA).get("/sessions/" + session).text().contains("Came from another worker"));

        service.asOwner().run("update assignment set ends_on = '2026-11-10' where person_id = ?", NOOR);

        assertTrue(cast.as(AMINA).get("/sessions/" + session).text().contains("Came from another worker on 10 November 2026"));
    }

    @Test
    void whatPeopleTookOffStaysOffAndWhatTheyAddedStays() {
        UUID over = cast.heldCase("YP-0001", AMINA, "2026-09-01");
        cast.heldCase("YP-0002", AMINA, "2026-11-15");
        UUID session = next();
        String path = "/sessions/" + session;
        Page page = cast.as(BEN).get(path);
        assertEquals(List.of("YP-0001"), cases(page));

        String removal = page.document().select("#agenda-cases + ul form[action$=/removal]").attr("action");
        assertEquals(303, cast.as(BEN).post(removal).status());
        assertEquals(List.of(), cases(cast.as(AMINA).get(path)));

        UUID asked = service.asOwner().one(UUID.class, "select id from child_case where reference = 'YP-0002'");
        assertEquals(303, cast.as(AMINA).post(path + "/agenda-items", "caseId", asked.toString()).status());
        assertEquals(422, cast.as(AMINA).post(path + "/agenda-items", "caseId", cast.fresh().toString()).status());
        assertEquals(303, cast.as(BEN).post(path + "/agenda-items", "section", "mediation", "item", "The school's new rule").status());
        assertEquals(422, cast.as(BEN).post(path + "/agenda-items", "section", "mediation", "item", "").status());

        Page after = cast.as(BEN).get(path);
        assertEquals(List.of("YP-0002"), cases(after));
        assertTrue(after.text().contains("Amina Khan asked to talk about this one"));
        assertTrue(after.one("#agenda-mediation + ul").text().contains("The school's new rule"));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from agenda_item where case_id = ?", over));
    }

    @Test
    void openActionsAreCarriedAndCanBeEnded() {
        UUID before = cast.locked(AMINA, BEN, "2026-10-20T14:00:00Z");
        UUID action = cast.action(before, "Ring the school", AMINA);
        UUID held = cast.drafted(AMINA, BEN, "2026-11-10T14:00:00Z");
        service.asOwner().run("insert into action_carried (action_id, session_id, recorded_at) values (?, ?, '2026-11-10')", action, held);
        UUID session = next();

        Page page = cast.as(AMINA).get("/sessions/" + session);
        String actions = page.one("#agenda-actions + ul").text();
        assertTrue(actions.contains("Ring the school") && actions.contains("Carried once") && actions.contains("Amina Khan, by 1 December 2026"), actions);

        assertEquals("/sessions/" + session + "?said=action-ended",
            cast.as(AMINA).submit(page, "form[action=/actions/" + action + "/end]", "how", "done").location());
        assertTrue(cast.as(AMINA).get("/sessions/" + session).document().select("#agenda-actions + ul").isEmpty());
        assertEquals(404, cast.as(SupervisionCast.NOOR).post("/actions/" + action + "/end", "how", "done").status());
        assertEquals("/", cast.as(BEN).post("/actions/" + action + "/end", "to", "https://elsewhere.example/sessions/").location());
    }

    @Test
    void holdingASessionCarriesWhatIsStillOpen() {
        UUID before = cast.drafted(AMINA, BEN, "2026-10-20T14:00:00Z");
        UUID action = cast.action(before, "Ring the school", AMINA);
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-11-21T09:00:00Z");

        cast.as(BEN).post("/sessions/" + session + "/holding");

        assertEquals(session, service.asOwner().one(UUID.class, "select session_id from action_carried where action_id = ?", action));
    }

    @Test
    void aPracticeSupervisorIsNotShownWhatTheLineAgreed() {
        UUID before = cast.locked(AMINA, BEN, "2026-10-20T14:00:00Z");
        cast.action(before, "Between Ben and me", AMINA);
        UUID session = cast.planned(AMINA, SupervisionCast.PRIYA, "practice supervision", "2026-11-25T14:00:00Z");

        assertFalse(cast.as(AMINA).get("/sessions/" + session).text().contains("Between Ben and me"));
        assertFalse(cast.as(SupervisionCast.PRIYA).get("/sessions/" + session).text().contains("Between Ben and me"));
    }

    @Test
    void functionsNotCoveredBringAtMostThreeQuestionsNeverTheSameTwiceRunning() {
        UUID first = cast.planned(AMINA, BEN, "one-to-one", "2026-11-21T09:00:00Z");
        cast.as(BEN).get("/sessions/" + first);
        Set<Integer> asked = questions(first);
        assertEquals(3L, service.asOwner().one(Long.class, "select count(*) from agenda_item where session_id = ? and function = 'support'", first));
        cast.as(BEN).post("/sessions/" + first + "/holding");
        cast.note(first, "support", "The long week");
        UUID second = next();

        Page page = cast.as(AMINA).get("/sessions/" + second);

        assertTrue(page.text().contains(": not covered in the last session"));
        Set<Integer> now = questions(second);
        assertFalse(now.isEmpty());
        Set<Integer> both = new HashSet<>(asked);
        both.retainAll(now);
        assertEquals(Set.of(), both);
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from agenda_item where session_id = ? and function = 'support'", second));
        cast.as(BEN).get("/sessions/" + second);
        assertEquals(now, questions(second));
    }

    private Set<Integer> questions(UUID session) {
        return new HashSet<>(service.asOwner().column(Integer.class,
            "select question_id from agenda_item where session_id = ? and question_id is not null and removed_at is null", session));
    }

    @Test
    void whatEachPreparesIsSeenByBothAndSettledOnceHeld() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-11-21T09:00:00Z");
        String path = "/sessions/" + session;
        assertEquals(303, cast.as(AMINA).post(path + "/preparation", "preparation", "I want to talk about endings").status());
        assertTrue(cast.as(BEN).get(path).text().contains("I want to talk about endings"));

        cast.as(BEN).post(path + "/holding");

        assertEquals(409, cast.as(AMINA).post(path + "/preparation", "preparation", "Later").status());
        assertEquals(409, cast.as(AMINA).post(path + "/agenda-items", "section", "brought", "item", "Later").status());
    }

    @Test
    void theBankHasItsThirtyEightQuestionsEachWithItsSource() {
        assertEquals(38L, service.asOwner().one(Long.class, "select count(*) from question where length(source_note) > 20"));
        assertEquals(10L, service.asOwner().one(Long.class, "select count(*) from question where function = 'accountability'"));
    }
}
