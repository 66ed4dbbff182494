package org.holdfast.supervision;

import static org.holdfast.supervision.SupervisionCast.AMINA;
import static org.holdfast.supervision.SupervisionCast.BEN;
import static org.holdfast.supervision.SupervisionCast.GRACE;
import static org.holdfast.supervision.SupervisionCast.OLU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.holdfast.database.Login;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the draft to the locked record, with everything that can go another way. */
class AgreeingTheRecordTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static SupervisionCast cast;

    @BeforeAll
    static void everybodyIsInPlace() {
        cast = new SupervisionCast(service);
    }

    @Test
    void agreementLocksAndAsksForThePdfOnce() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-02T14:00:00Z");

        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1").status());
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1").status());

        assertEquals(List.of("shared", "locked"), service.asOwner().column(String.class, "select cause from record_version where session_id = ? order by number", session));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from report_request where subject_id = ?", session));
        assertEquals(List.of("planned", "held", "drafted", "shared", "agreed", "locked"),
            service.asOwner().column(String.class, "select state from session_event where session_id = ? order by number", session));
    }

    @Test
    void agreeingToAnOlderVersionIsToldCalmlyAndKeepsWhatWasTyped() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-02T15:00:00Z");
        cast.as(BEN).post("/sessions/" + session + "/sharing/withdrawal");
        cast.as(BEN).post("/sessions/" + session + "/sharing");

        Page answer = cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1", "comment", "Thank you both");

        assertEquals(409, answer.status());
        assertTrue(answer.text().contains("Version 3 is the one that is shared now"));
        assertEquals("Thank you both", answer.one("#comment").wholeText().strip());
        assertEquals("shared", cast.state(session));
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-02T16:00:00Z");
        cast.as(BEN).post("/sessions/" + session + "/sharing/withdrawal");

        Page answer = cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1");

        assertEquals(409, answer.status());
        assertTrue(answer.text().contains("Ben Okafor has just taken the shared record back"));
    }

    @Test
    void ofTwoAtTheSameMomentOneIsFirstAndTheOtherIsTold() throws Exception {
        UUID session = cast.shared(AMINA, BEN, "2026-11-02T17:00:00Z");
        CompletableFuture<Page> agreeing;
        CompletableFuture<Page> withdrawing;
        try (Connection before = service.database().connect(Login.OWNER)) {
            before.setAutoCommit(false);
            try (PreparedStatement keep = before.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 5))")) {
                keep.setString(1, session.toString());
                keep.execute();
            }
            cast.as(AMINA);
            cast.as(BEN);
            agreeing = CompletableFuture.supplyAsync(() -> cast.as(AMINA).post("/sessions/" + session + "/agreement", "version", "1"));
            withdrawing = CompletableFuture.supplyAsync(() -> cast.as(BEN).post("/sessions/" + session + "/sharing/withdrawal"));
            untilBothWait();
            before.commit();
        }

        List<Integer> statuses = Stream.of(agreeing.get().status(), withdrawing.get().status()).sorted().toList();

        assertEquals(List.of(303, 409), statuses);
        boolean agreed = agreeing.get().status() == 303;
        assertEquals(agreed ? "locked" : "drafted", cast.state(session));
        assertTrue((agreed ? withdrawing.get().text() : agreeing.get().text()).contains(agreed ? "Amina Khan has just" : "Ben Okafor has just"));
    }

    private static void untilBothWait() {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (service.asOwner().one(Long.class, "select count(*) from pg_locks where locktype = 'advisory' and not granted") < 2) {
            assertTrue(Instant.now().isBefore(until), "Both requests should be waiting by now");
            Thread.onSpinWait();
        }
    }

    @Test
    void askingForEditsMakesItADraftWithTheWordsBesideIt() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-03T14:00:00Z");

        assertEquals(422, cast.as(AMINA).post("/sessions/" + session + "/edit-requests", "version", "1", "edits", "  ").status());
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/edit-requests", "version", "1", "edits", "The date is the 2nd").status());

        assertEquals("drafted", cast.state(session));
        assertTrue(cast.as(BEN).get("/sessions/" + session).text().contains("The date is the 2nd"));
        assertEquals(List.of("shared", "edits requested"),
            service.asOwner().column(String.class, "select cause from record_version where session_id = ? order by number", session));
    }

    @Test
    void aDisputeKeepsBothTextsAndLocksWhenTheThirdPersonSaysHowItEnded() {
        UUID session = cast.shared(AMINA, BEN, "2026-11-04T14:00:00Z");
        Page page = cast.as(AMINA).get("/sessions/" + session);
        assertTrue(page.document().select("input[name=thirdPerson]").eachAttr("value").contains(GRACE.toString()));
        assertFalse(page.document().select("input[name=thirdPerson]").eachAttr("value").contains(BEN.toString()));
        assertEquals(404, cast.as(OLU).get("/sessions/" + session).status());

        assertEquals(422, cast.as(AMINA).post("/sessions/" + session + "/dispute", "version", "1", "dispute", "Not how it was").status());
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/dispute", "version", "1", "dispute", "Not how it was", "thirdPerson", OLU.toString()).status());

        assertEquals(409, cast.as(BEN).post("/sessions/" + session + "/dispute/outcome", "outcome", "Mine stands").status());
        Page olus = cast.as(OLU).get("/sessions/" + session);
        assertTrue(olus.text().contains("Not how it was"));
        assertTrue(cast.as(OLU).get("/sessions").text().contains("Help with a record the two see differently"));
        assertEquals(303, cast.as(OLU).submit(olus, "form[action$=/outcome]", "outcome", "Both texts stand").status());

        assertEquals("locked", cast.state(session));
        Page locked = cast.as(AMINA).get("/sessions/" + session);
        assertTrue(locked.text().contains("Not how it was") && locked.text().contains("Both texts stand"));
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from report_request where subject_id = ?", session));
    }

    @Test
    void anEmptyRecordIsNotShared() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-11-20T14:00:00Z");
        cast.as(BEN).post("/sessions/" + session + "/holding");

        Page answer = cast.as(BEN).post("/sessions/" + session + "/sharing");

        assertEquals(409, answer.status());
        assertTrue(answer.text().contains("There is nothing in this record yet"));
    }

    @Test
    void actionsWithoutThinkingAndNoSupportAreAskedAboutOnce() {
        UUID session = cast.planned(AMINA, BEN, "one-to-one", "2026-11-19T14:00:00Z");
        cast.as(BEN).post("/sessions/" + session + "/holding");
        cast.action(session, "Ring the school", AMINA);
        cast.action(session, "Book the room", BEN);

        Page asked = cast.as(BEN).post("/sessions/" + session + "/sharing");

        assertEquals(422, asked.status());
        assertTrue(asked.text().contains("This record holds 2 actions and no thinking yet"));
        assertEquals("drafted", cast.state(session));
        assertEquals(303, cast.as(BEN).submit(asked, "form[action$=/sharing]", "notCoveredBecause", "Amina wanted to talk on Monday").status());
        assertEquals("shared", cast.state(session));
        assertEquals("Amina wanted to talk on Monday", service.asOwner().one(String.class,
            "select not_covered_because from function_note where session_id = ? and function = 'support'", session));

        cast.as(BEN).post("/sessions/" + session + "/sharing/withdrawal");
        assertEquals(303, cast.as(BEN).post("/sessions/" + session + "/sharing").status());
    }

    @Test
    void aLockedRecordTakesDatedAddendaFromTheTwoOnly() {
        UUID session = cast.locked(AMINA, BEN, "2026-11-05T14:00:00Z");
        Page page = cast.as(AMINA).get("/sessions/" + session);

        assertEquals(303, cast.as(AMINA).submit(page, "form[action$=/addenda]", "addendum", "The visit was on Tuesday").status());
        assertEquals(303, cast.as(AMINA).submit(page, "form[action$=/addenda]", "addendum", "The visit was on Tuesday").status());
        assertEquals(422, cast.as(BEN).post("/sessions/" + session + "/addenda", "addendum", "").status());
        assertEquals(422, cast.as(BEN).post("/sessions/" + session + "/addenda", "addendum", "x".repeat(20_001)).status());

        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from addendum where session_id = ?", session));
        assertTrue(cast.as(BEN).get("/sessions/" + session).text().contains("The visit was on Tuesday"));
        assertEquals(409, cast.as(BEN).post("/sessions/" + session + "/sharing").status());
        assertEquals(409, cast.as(BEN).post("/sessions/" + session + "/sharing/withdrawal").status());
    }

    @Test
    void nothingIsAddedToADraft() {
        UUID session = cast.drafted(AMINA, BEN, "2026-11-06T14:00:00Z");

        assertEquals(409, cast.as(BEN).post("/sessions/" + session + "/addenda", "addendum", "Too early").status());
        assertEquals(409, cast.as(AMINA).post("/sessions/" + session + "/sharing").status());
    }
}
