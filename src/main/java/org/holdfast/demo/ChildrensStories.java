package org.holdfast.demo;

import java.time.LocalDate;

/** What the demonstration can tell about the work with children and young people. Each method is one story. */
final class ChildrensStories {
    private final Fiction fiction;
    private final Cast cast;

    ChildrensStories(Fiction fiction, Cast cast) {
        this.fiction = fiction;
        this.cast = cast;
    }

    void tell() {
        openFor900Days();
        sixMonthsOfWeeklyAttemptsThenSettled();
        threeWorkersAndACentreClosing();
        monthlyContactKeptByAPlan();
        closedWithRiskLeft();
        carerAndChildWithSeparateWorkers();
        notSeenForFiveWeeksThoughSomebodyKeepsTrying();
        missingNow();
        aPlanThatRanOut();
        almostFourWeeks();
        aPlanThatWaitsForAgreement();
        anEndingInSmallSteps();
        openedAgain();
        aContactStruckOut();
        aDecisionThatHoldsUntilItsReview();
        aCaseWithoutAWorker();
        aWorkerWithNothingButHighRisk();
        firstCasesOfANewlyQualifiedWorker();
        nobodyCoversForSiobhan();
        managersWhoHoldCasesThemselves();
    }

    private LocalDate ago(int days) {
        return fiction.ago(days);
    }

    private LocalDate ahead(int days) {
        return fiction.workdayAhead(days);
    }

    /** Nine hundred days is long, and each of them had a reason: slow trust, a move, a court date, and now an ending. */
    private void openFor900Days() {
        cast.priya.opens(ago(900)).service("recovery").need("needs help recovering", ago(900)).statutoryPlan("child in need", ago(900))
            .reaches("allocated", ago(893)).reaches("engaging", ago(885))
            .seenEvery(10, ago(880), ago(700))
            .reaches("assessing", ago(760)).risk("high", "high", ago(740), "So much is still unsaid that we plan for the worst and hope.")
            .reaches("planning", ago(640)).statutoryPlan("looked after", ago(610))
            .reaches("intervention", ago(600)).risk("medium", "high", ago(590), "The new placement holds; the old contacts know where it is.")
            .contact("accompanied appointment", "child", ago(500), 120, "court")
            .seenEvery(13, ago(690), ago(120))
            .risk("low", "medium", ago(200), "A year without a night away from the placement.")
            .statutoryPlan("none", ago(150))
            .seenEvery(18, ago(110), ago(8))
            .risk("low", "low", ago(40), "They describe what they would do now, and whom they would ring.");
    }

    /** Every Tuesday somebody went and knocked. In the seventh month the door opened. */
    private void sixMonthsOfWeeklyAttemptsThenSettled() {
        cast.callum.opens(ago(305)).service("risk reduction").need("not yet clear", ago(305)).statutoryPlan("child in need", ago(305))
            .reaches("allocated", ago(298)).reaches("engaging", ago(295))
            .attemptedEvery(7, ago(294), ago(120))
            .gapDecided("continue with a plan", "child not engaging", ago(262), ago(231),
                "A card and a knock each week, no questions. He knows our names now.")
            .gapDecided("change approach", "child not engaging", ago(231), ago(200),
                "His football coach will come along. We meet where the dog is walked.")
            .gapDecided("continue with a plan", "child not engaging", ago(200), ago(170), "He waved from the window twice. We go on.")
            .contact("phone", "carer", ago(180), 25).contact("text or message", "child", ago(140), null)
            .seen(ago(113), 10).seen(ago(106), 20).seenEvery(8, ago(99), ago(6))
            .reaches("assessing", ago(90)).need("at risk in the short term", ago(88))
            .risk("medium", "medium", ago(60), "He talks about the boys he no longer waits for.")
            .reaches("planning", ago(30)).reaches("intervention", ago(15));
    }

    /** Three workers in fourteen months, and a centre that closed in between. The young person counted them too. */
    private void threeWorkersAndACentreClosing() {
        FictionalCase work = new FictionalCase(fiction, cast.jess.team(), ago(420));
        work.workedBy(cast.oliver, ago(413)).service("risk reduction").need("at risk in the short term", ago(420))
            .statutoryPlan("child protection", ago(420)).reaches("allocated", ago(413)).reaches("engaging", ago(405))
            .seenEvery(9, ago(404), ago(270)).reaches("assessing", ago(370)).risk("medium", "medium", ago(340), null)
            .workedBy(cast.liam, ago(255))
            .gapDecided("continue with a plan", "change of practitioner", ago(238), ago(224),
                "The gap is ours. Liam and the social worker go together; a card from Oliver explains why he left.")
            .seenEvery(11, ago(226), ago(128)).reaches("planning", ago(220)).reaches("intervention", ago(200))
            .workedBy(cast.jess, ago(112))
            .gapDecided("continue with a plan", "centre closed", ago(96), ago(80),
                "Fennisbrook has closed and the bus to Otterholt takes an hour. Jess drives there and has asked where to meet.")
            .seen(ago(88), 30).seenEvery(10, ago(80), ago(9))
            .risk("medium", "high", ago(70), "Three goodbyes in a year. We do not yet know what that has done.");
    }

    /** Once a month is what this young person can manage; it is agreed, dated and kept. */
    private void monthlyContactKeptByAPlan() {
        cast.joseph.opens(ago(380)).service("recovery").need("needs help recovering", ago(380)).statutoryPlan("none", ago(380))
            .reaches("allocated", ago(373)).reaches("engaging", ago(370)).seenEvery(14, ago(366), ago(240))
            .reaches("assessing", ago(340)).risk("low", "medium", ago(310), null).reaches("intervention", ago(250))
            .seenEvery(30, ago(210), ago(30))
            .planAgreed("monthly", fiction.workdayAgo(12), ahead(24),
                "She keeps one meeting a month, every month, and rings in between when she wants to. More felt like being watched.");
    }

    /** Closed with some risk left in the longer term, and everybody who stays knows it. */
    private void closedWithRiskLeft() {
        cast.bethan.opens(ago(410)).service("child protection").need("being exploited", ago(410)).statutoryPlan("child protection", ago(410))
            .reaches("allocated", ago(403)).reaches("engaging", ago(400)).seenEvery(9, ago(398), ago(32))
            .reaches("assessing", ago(370)).risk("high", "high", ago(340), null)
            .reaches("intervention", ago(290)).need("needs help recovering", ago(160)).statutoryPlan("child in need", ago(150))
            .risk("medium", "medium", ago(120), null).windsDown(ago(70), ago(20)).risk("low", "medium", ago(30),
                "Settled now. School holidays and one address remain a worry.")
            .seen(ago(21), 60)
            .closed(fiction.workdayAgo(20), "The plan is done and the young person asked to stop while it is good.",
                "One address they still pass on the way to college. Contact with an older cousin is not understood.",
                "The social worker until the child in need plan ends; the college mentor has our number and knows the signs.",
                "\u201cDon't make it a big goodbye. Can I text you when I pass?\u201d");
    }

    /** Mother has her own worker; neither worker reads what the other discusses, and both see what keeps the child safe. */
    private void carerAndChildWithSeparateWorkers() {
        cast.priya.opens(ago(230)).service("risk reduction").need("at risk in the short term", ago(230))
            .statutoryPlan("child in need", ago(230)).carerWorkedBy(cast.ngozi, ago(210))
            .reaches("allocated", ago(223)).reaches("engaging", ago(220)).seenEvery(9, ago(218), ago(11))
            .contact("in person", "carer", ago(190), 60).contact("in person", "carer", ago(150), 60)
            .contact("in person", "carer", ago(90), 60).contact("phone", "carer", ago(20), 30)
            .reaches("assessing", ago(190)).risk("medium", "medium", ago(170), null)
            .reaches("planning", ago(110)).reaches("intervention", ago(95))
            .risk("medium", "medium", ago(25), "Mother and daughter tell it differently. Both are believed.");
    }

    /** Thirty-four days, and five visits that are worth seeing beside them. It waits for a decision. */
    private void notSeenForFiveWeeksThoughSomebodyKeepsTrying() {
        cast.callum.opens(ago(190)).service("risk reduction").need("at risk in the short term", ago(190))
            .statutoryPlan("child protection", ago(190)).reaches("allocated", ago(183)).reaches("engaging", ago(180))
            .seenEvery(9, ago(178), ago(34)).reaches("assessing", ago(150)).risk("medium", "high", ago(120), null)
            .reaches("planning", ago(70)).reaches("intervention", ago(60))
            .attempted(ago(27)).didNotAttend(ago(21)).attempted(ago(16)).contact("text or message", "child", ago(12), null)
            .attempted(ago(6)).contact("phone", "professional", ago(5), 15);
    }

    /** Missing for five days now; everything else waits. */
    private void missingNow() {
        cast.joseph.opens(ago(140)).service("child protection").need("being exploited", ago(140)).statutoryPlan("looked after", ago(140))
            .reaches("allocated", ago(134)).reaches("engaging", ago(133)).seenEvery(8, ago(132), ago(31))
            .missing(ago(96), ago(95)).missing(ago(61), ago(58)).missing(ago(5), null)
            .reaches("assessing", ago(110)).risk("high", "high", ago(56), "Three times missing in ten weeks, each time for longer.")
            .attempted(ago(22)).attempted(ago(15)).didNotAttend(ago(9)).contact("phone", "professional", ago(4), 40);
    }

    /** There was a plan for monthly meetings; with high risk it lasts 31 days, and those have passed. */
    private void aPlanThatRanOut() {
        cast.bethan.opens(ago(250)).service("child protection").need("being exploited", ago(250))
            .statutoryPlan("child protection", ago(250)).reaches("allocated", ago(243)).reaches("engaging", ago(240))
            .seenEvery(9, ago(238), ago(120)).reaches("assessing", ago(205)).risk("high", "high", ago(190), null)
            .reaches("planning", ago(125)).reaches("intervention", ago(110)).seenEvery(27, ago(108), ago(29))
            .planAgreed("monthly", ago(43), ago(13), "The young person set the pace. We agreed to look at it again after the hearing.")
            .risk("high", "high", ago(36), "The hearing was moved; waiting is the hardest part.");
    }

    /** Twenty-four days: worth a thought before it becomes a gap. */
    private void almostFourWeeks() {
        cast.priya.opens(ago(165)).service("preventative").need("vulnerable", ago(165)).statutoryPlan("none", ago(165))
            .reaches("allocated", ago(158)).reaches("engaging", ago(156)).seenEvery(9, ago(150), ago(24))
            .reaches("assessing", ago(130)).risk("low", "medium", ago(90), null).reaches("planning", ago(50))
            .reaches("intervention", ago(40)).didNotAttend(ago(14)).contact("text or message", "child", ago(7), null);
    }

    /** The worker has proposed six-weekly meetings; the supervisor has not answered yet. */
    private void aPlanThatWaitsForAgreement() {
        cast.callum.opens(ago(330)).service("preventative").need("vulnerable", ago(330)).statutoryPlan("none", ago(330))
            .reaches("allocated", ago(323)).reaches("engaging", ago(320)).seenEvery(12, ago(316), ago(25))
            .reaches("assessing", ago(290)).risk("low", "low", ago(200), null).reaches("planning", ago(205)).reaches("intervention", ago(190))
            .planProposed("six-weekly", fiction.workdayAgo(6), ahead(40), "He has a job and a girlfriend and says: every six weeks, and a pizza.");
    }

    /** The rule is held back while an ending is under way, because lateness near an ending is often about the ending. */
    private void anEndingInSmallSteps() {
        cast.callum.opens(ago(360)).service("recovery").need("needs help recovering", ago(360)).statutoryPlan("none", ago(360))
            .reaches("allocated", ago(353)).reaches("engaging", ago(350)).seenEvery(12, ago(348), ago(90))
            .reaches("assessing", ago(320)).risk("medium", "medium", ago(300), null).reaches("planning", ago(230))
            .reaches("intervention", ago(215)).risk("low", "low", ago(55), "Steady for three months, in their words and in school's.")
            .windsDown(fiction.workdayAgo(40), ahead(30)).seen(ago(60), 60).seen(ago(33), 60).didNotAttend(ago(12));
    }

    /** Closed seven months ago, and back for two: a second opening, counted from its own beginning. */
    private void openedAgain() {
        FictionalCase work = cast.alice.opens(ago(470)).service("risk reduction").need("at risk in the short term", ago(470))
            .statutoryPlan("child in need", ago(470)).reaches("allocated", ago(463)).seenEvery(10, ago(460), ago(225))
            .reaches("assessing", ago(440)).risk("medium", "medium", ago(420), null).reaches("intervention", ago(350))
            .risk("low", "medium", ago(230), null)
            .closed(ago(212), "The family moved away.", "How they will manage without their friends.", "The new area's social worker.",
                "\u201cIf we come back I want the same one.\u201d");
        work.openedAgain(ago(58), cast.alice).reaches("engaging", ago(52)).seen(ago(50), 45).seen(ago(41), 60).seen(ago(30), 60)
            .reaches("assessing", ago(28)).risk("medium", "medium", ago(20), "Back in the old street. Some of it is just as it was.")
            .seen(ago(19), 60).seen(ago(7), 60);
    }

    /** A meeting was logged on the wrong case and struck out; it stays visible and does not count. */
    private void aContactStruckOut() {
        cast.yusuf.opens(ago(120)).service("preventative").need("vulnerable", ago(120)).statutoryPlan("child in need", ago(120))
            .reaches("allocated", ago(113)).reaches("engaging", ago(111)).seenEvery(10, ago(110), ago(30)).reaches("assessing", ago(80))
            .risk("medium", "low", ago(50), null)
            .seen(ago(9), 60).struckOut(ago(8), "Logged on the wrong case: this was the brother.");
    }

    /** Not seen for forty days, talked about and decided; it comes back on its review date and not before. */
    private void aDecisionThatHoldsUntilItsReview() {
        cast.samuel.opens(ago(200)).service("risk reduction").need("at risk in the short term", ago(200)).statutoryPlan("none", ago(200))
            .reaches("allocated", ago(193)).reaches("engaging", ago(191)).seenEvery(10, ago(188), ago(40)).reaches("assessing", ago(160))
            .risk("medium", "medium", ago(130), null).reaches("planning", ago(90)).reaches("intervention", ago(80))
            .attempted(ago(31)).attempted(ago(24)).attempted(ago(10))
            .gapDecided("change approach", "child not engaging", fiction.workdayAgo(9), ahead(20),
                "His sister will introduce Keira, who also boxes. Samuel steps back for a month without disappearing.");
    }

    /** A worker moved to other cases and nobody has taken this one on: the team holds it. */
    private void aCaseWithoutAWorker() {
        cast.rhys.opens(ago(130)).service("preventative").need("vulnerable", ago(130)).statutoryPlan("child in need", ago(130))
            .reaches("allocated", ago(123)).reaches("engaging", ago(120)).seenEvery(9, ago(118), ago(17)).reaches("assessing", ago(95))
            .risk("low", "medium", ago(60), null).endWork(ago(11));
        new FictionalCase(fiction, cast.kwame.team(), ago(10)).service("risk reduction").need("not yet clear", ago(10))
            .statutoryPlan("unknown", ago(10)).reaches("consent sought", ago(6));
    }

    /** Bethan's other cases. Nobody planned it so; it grew, one urgent referral after the other. */
    private void aWorkerWithNothingButHighRisk() {
        Chance chance = fiction.chanceOf("high risk");
        for (int i = 0; i < 10; i++) {
            int age = 60 + 31 * i;
            FictionalCase work = cast.bethan.opens(ago(age)).service(chance.weighted("child protection", 5, "risk reduction", 3))
                .need(chance.weighted("being exploited", 3, "at risk in the short term", 2), ago(age))
                .statutoryPlan(chance.weighted("child protection", 3, "looked after", 2), ago(age))
                .reaches("allocated", ago(age - 7)).reaches("engaging", ago(age - 8)).reaches("assessing", ago(age - 25));
            if (age > 130) {
                work.reaches("planning", ago(age - 108)).reaches("intervention", ago(age - 115));
            }
            work.seenEvery(chance.between(6, 9), ago(age - 9), ago(chance.between(1, 9)))
                .risk("high", "high", ago(chance.between(3, 25)), "High on both, looked at again this month.");
        }
    }

    /** Four cases and not sixteen, each of them met together with somebody more experienced first. */
    private void firstCasesOfANewlyQualifiedWorker() {
        for (int i = 0; i < 4; i++) {
            int age = 8 + 6 * i;
            cast.tomasz.opens(ago(age), ago(age - 3)).service("preventative").need("vulnerable", ago(age)).statutoryPlan("none", ago(age))
                .withCoWorker(cast.priya, ago(age - 3), null).reaches("allocated", ago(age - 3)).reaches("engaging", ago(age - 4))
                .seen(ago(age - 5), 30).risk("not yet clear", "not yet clear", ago(age - 5), "We have only just met.");
        }
    }

    /** Siobhan has been away for three and a half weeks. Her cases are still hers, and nobody has taken them on. */
    private void nobodyCoversForSiobhan() {
        cast.siobhan.away("sickness", ago(25), null);
        for (int i = 0; i < 5; i++) {
            int age = 110 + 40 * i;
            cast.siobhan.opens(ago(age)).service(i % 2 == 0 ? "risk reduction" : "preventative").need("at risk in the short term", ago(age))
                .statutoryPlan(i == 1 ? "child protection" : "child in need", ago(age)).reaches("allocated", ago(age - 7))
                .reaches("engaging", ago(age - 9)).reaches("assessing", ago(age - 30))
                .seenEvery(8, ago(age - 10), ago(26 + 2 * i)).risk(i == 1 ? "high" : "medium", "medium", ago(50), null);
        }
    }

    /** Owen and Patrick manage teams and hold cases: a gap in those is not theirs to decide. */
    private void managersWhoHoldCasesThemselves() {
        cast.owen.opens(ago(100)).service("risk reduction").need("at risk in the short term", ago(100)).statutoryPlan("child in need", ago(100))
            .reaches("allocated", ago(93)).reaches("engaging", ago(90)).seenEvery(9, ago(88), ago(32)).reaches("assessing", ago(70))
            .risk("medium", "medium", ago(45), null).attempted(ago(20)).attempted(ago(13));
        cast.owen.opens(ago(70)).service("preventative").need("vulnerable", ago(70)).statutoryPlan("none", ago(70))
            .reaches("allocated", ago(63)).reaches("engaging", ago(60)).seenEvery(10, ago(58), ago(4)).risk("low", "medium", ago(30), null);
        cast.patrick.opens(ago(310)).service("recovery").need("needs help recovering", ago(310)).statutoryPlan("none", ago(310))
            .reaches("allocated", ago(303)).reaches("intervention", ago(200)).seenEvery(12, ago(300), ago(3)).risk("low", "low", ago(60), null);
    }
}
