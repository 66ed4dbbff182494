package org.holdfast.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.time.Today;
import org.junit.jupiter.api.Test;

/** What may be done with a session in each state, and by whom. */
class SessionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Named AMINA = new Named(UUID.randomUUID(), "Amina Khan");
    private static final Named BEN = new Named(UUID.randomUUID(), "Ben Okafor");
    private static final Named GRACE = new Named(UUID.randomUUID(), "Grace Lloyd");
    private static final UUID DAN = UUID.randomUUID();

    @Test
    void theSupervisorStartsTheRecordOnTheDay() {
        assertEquals(List.of(State.HELD, State.DRAFTED), states(planned(TODAY).hold(BEN.id(), TODAY)));
    }

    @Test
    void theSuperviseeDoesNotStartTheRecord() {
        assertRefused(planned(TODAY).hold(AMINA.id(), TODAY), "Ben Okafor starts the record");
    }

    @Test
    void aSessionIsNotHeldBeforeItsDay() {
        assertRefused(planned(TODAY.plusDays(1)).hold(BEN.id(), TODAY), "planned for Sunday 22 November 2026");
    }

    @Test
    void aMissedSessionCanBeRecordedForSixtyDays() {
        assertInstanceOf(Next.Steps.class, missed(TODAY.minusDays(60)).hold(BEN.id(), TODAY));
        assertRefused(missed(TODAY.minusDays(61)).hold(BEN.id(), TODAY), "up to 60 days");
    }

    @Test
    void aPlannedSessionOfYesterdayIsMissed() {
        assertInstanceOf(Session.Missed.class, row("planned", TODAY.minusDays(1)).asOf(TODAY));
        assertInstanceOf(Session.Planned.class, row("planned", TODAY).asOf(TODAY));
    }

    @Test
    void eitherOfTheTwoCancelsAndNobodyElse() {
        assertEquals(List.of(State.CANCELLED), states(planned(TODAY).cancel(AMINA.id(), Cause.CRISIS, null)));
        assertEquals(List.of(State.CANCELLED), states(planned(TODAY).cancel(BEN.id(), Cause.LEAVE, null)));
        assertRefused(planned(TODAY).cancel(DAN, Cause.OTHER, null), "Only the two");
    }

    @Test
    void onlyTheSupervisorShares() {
        assertEquals(List.of(State.SHARED), states(drafted().share(BEN.id())));
        assertRefused(drafted().share(AMINA.id()), "Ben Okafor shares the record");
    }

    @Test
    void theSuperviseesAgreementLocksAtOnce() {
        assertEquals(List.of(State.AGREED, State.LOCKED), states(shared(3).agree(AMINA.id(), 3, null)));
        assertEquals(List.of(State.AGREED_WITH_COMMENT, State.LOCKED), states(shared(3).agree(AMINA.id(), 3, "Thank you")));
    }

    @Test
    void nobodyAgreesAsBothSides() {
        assertRefused(shared(3).agree(BEN.id(), 3, null), "Nobody agrees as both sides");
    }

    @Test
    void anOlderVersionIsNotAgreed() {
        assertRefused(shared(3).agree(AMINA.id(), 2, null), "Version 3 is the one that is shared now");
        assertRefused(shared(3).requestEdits(AMINA.id(), 0, "More"), "Version 3");
        assertRefused(shared(3).dispute(AMINA.id(), 1, "No", GRACE.id()), "Version 3");
    }

    @Test
    void askingForEditsMakesItADraftAgain() {
        assertEquals(List.of(State.DRAFTED), states(shared(1).requestEdits(AMINA.id(), 1, "The date is wrong")));
    }

    @Test
    void onlyTheSupervisorTakesItBack() {
        assertEquals(List.of(State.DRAFTED), states(shared(1).withdraw(BEN.id())));
        assertRefused(shared(1).withdraw(AMINA.id()), "You can ask for edits");
    }

    @Test
    void theThirdPersonIsNeitherOfTheTwo() {
        assertEquals(List.of(State.DISPUTED), states(shared(1).dispute(AMINA.id(), 1, "I see it differently", GRACE.id())));
        assertRefused(shared(1).dispute(AMINA.id(), 1, "I see it differently", BEN.id()), "somebody other than the two");
    }

    @Test
    void onlyTheThirdPersonSettlesADispute() {
        assertEquals(List.of(State.LOCKED), states(disputed().settle(GRACE.id(), "Both texts stand")));
        assertRefused(disputed().settle(BEN.id(), "Mine stands"), "The person named");
        assertRefused(disputed().settle(AMINA.id(), "Mine stands"), "The person named");
    }

    @Test
    void onlyTheTwoAddToALockedRecord() {
        Session.Locked locked = new Session.Locked(about(TODAY), 6, 4);
        assertInstanceOf(Next.Steps.class, locked.add(AMINA.id()));
        assertRefused(locked.add(GRACE.id()), "Only the two");
    }

    @Test
    void movesAreCountedBySide() {
        assertEquals("Not moved", SessionWords.moves(moved(0, 0)));
        assertEquals("Moved twice by Ben Okafor", SessionWords.moves(moved(2, 2)));
        assertEquals("Moved once by Amina Khan", SessionWords.moves(moved(1, 0)));
        assertEquals("Moved 3 times: twice by Ben Okafor, once by Amina Khan", SessionWords.moves(moved(3, 2)));
    }

    @Test
    void managersAreToldOfSicknessAsAway() {
        assertEquals("Away", Cause.SICKNESS.labelFor(Sight.DATES));
        assertEquals("Sickness", Cause.SICKNESS.labelFor(Sight.ONE_OF_THE_TWO));
    }

    private static Session.Planned planned(LocalDate day) {
        return new Session.Planned(about(day), 1);
    }

    private static Session.Missed missed(LocalDate day) {
        return new Session.Missed(about(day), 1);
    }

    private static Session.Drafted drafted() {
        return new Session.Drafted(about(TODAY), 3);
    }

    private static Session.Shared shared(int version) {
        return new Session.Shared(about(TODAY), 4, version);
    }

    private static Session.Disputed disputed() {
        return new Session.Disputed(about(TODAY), 5, 1);
    }

    private static Particulars about(LocalDate day) {
        return new Particulars(UUID.randomUUID(), Kind.ONE_TO_ONE, AMINA, BEN, at(day), 90, null, 0, 0, GRACE, Sight.ONE_OF_THE_TWO);
    }

    private static Particulars moved(int moves, int bySupervisor) {
        return new Particulars(UUID.randomUUID(), Kind.ONE_TO_ONE, AMINA, BEN, at(TODAY), 90, null, moves, bySupervisor, null, Sight.DATES);
    }

    private static SessionRow row(String state, LocalDate day) {
        return new SessionRow(UUID.randomUUID(), "one-to-one", AMINA.id(), AMINA.name(), BEN.id(), BEN.name(), at(day).toInstant(), 90, null, 0, 0,
                null, null, "DATES", 1, state, null);
    }

    private static ZonedDateTime at(LocalDate day) {
        return day.atTime(14, 0).atZone(Today.LONDON);
    }

    private static List<State> states(Next next) {
        return assertInstanceOf(Next.Steps.class, next).steps().stream().map(Next.Step::state).toList();
    }

    private static void assertRefused(Next next, String because) {
        String sentence = assertInstanceOf(Next.Refused.class, next).sentence();
        assertTrue(sentence.contains(because), sentence);
    }
}
