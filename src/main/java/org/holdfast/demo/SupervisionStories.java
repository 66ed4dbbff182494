package org.holdfast.demo;

import static org.holdfast.demo.OrdinarySessions.after;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the demonstration can tell about supervision. Each method is one story; whoever is in none has ordinary months. */
final class SupervisionStories {
    private static final int HISTORY = 540;

    private final Fiction fiction;
    private final Cast cast;
    private final OrdinarySessions ordinary;

    SupervisionStories(Fiction fiction, Cast cast) {
        this.fiction = fiction;
        this.cast = cast;
        this.ordinary = new OrdinarySessions(fiction);
    }

    void tell() {
        aSessionThatIsPrepared();
        aRecordThatWaitsForBothSides();
        aDraftThatIsNotFinished();
        sixCasesAgreedWithAComment();
        aManagerWhoseOwnRecordWaits();
        weeklyForANewlyQualifiedWorker();
        anOutreachWorkerWithoutNamedCases();
        aPeerMentor();
        movedThreeTimesByTheManager();
        lapsedForTwoMonths();
        aNewcomerWithAnInexperiencedSupervisor();
        sixteenAndRefusedAProtectionPlan();
        anActionCarriedThreeTimes();
        practiceSupervisionBesideTheLine();
        aRecordTheTwoSeeDifferently();
        aDisputeThatEnded();
        somethingAddedLater();
        coverWhilePatrickIsAway();
        everybodyElse();
    }

    private LocalDate workdayAgo(int days) {
        return fiction.workdayAgo(days);
    }

    private LocalDate workdayAhead(int days) {
        return fiction.workdayAhead(days);
    }

    private FictionalSession oneToOne(FictionalPerson supervisee, LocalDate day) {
        return session("one-to-one", supervisee.supervisorOn(day), supervisee, day);
    }

    private FictionalSession session(String kind, FictionalPerson supervisor, FictionalPerson supervisee, LocalDate day) {
        return new FictionalSession(fiction, supervisor, supervisee, kind, day);
    }

    private void monthlyUntil(FictionalPerson supervisee, int daysAgo) {
        ordinary.every(30, supervisee, fiction.ago(HISTORY), fiction.ago(daysAgo));
    }

    private FictionalCase caseOf(FictionalPerson worker, int index) {
        return worker.casesOn(fiction.today()).get(index);
    }

    /** In two days, with an agenda both have looked at. */
    private void aSessionThatIsPrepared() {
        monthlyUntil(cast.priya, 20);
        LocalDate prepared = workdayAgo(1);
        FictionalSession session = oneToOne(cast.priya, workdayAhead(2));
        session.at("Room 2, door closed")
            .onAgenda(caseOf(cast.priya, 0), cast.priya, prepared)
            .onAgenda(caseOf(cast.priya, 1), cast.maryam, prepared)
            .onAgenda("brought", cast.priya, prepared, "Nine hundred days with one young person. I would like to think about how it ends, and with whom.")
            .onAgenda("brought", cast.maryam, prepared, "Mother's worker and you: what do the two of you need from me?")
            .onAgenda("mediation", cast.priya, prepared, "Travel: the bus to the college takes longer than the meeting.")
            .onAgenda("supervision itself", cast.maryam, prepared, "Is ninety minutes still right for you?")
            .prepared(cast.priya, prepared, "I want to start with the long one, and leave time for how the endings are for me.")
            .prepared(cast.maryam, prepared, "Please bring the letter you are writing with her. No need to finish it first.");
    }

    /** Shared three days ago. Joseph has not answered; there is no hurry yet. */
    private void aRecordThatWaitsForBothSides() {
        monthlyUntil(cast.joseph, 25);
        FictionalSession session = oneToOne(cast.joseph, workdayAgo(5)).held();
        session.covers("accountability", "Started with the young person who is missing. Everything else waited.")
            .covers("support", "Nights are hard while somebody is missing. Agreed who rings whom after eight.");
        session.discusses(caseOf(cast.joseph, 1), "Missing again")
            .heard("Before this: quieter, and twice asked what happens to children who are moved.")
            .changed("worse", "The fourth time in fourteen weeks, and the longest.")
            .thinks("Leaving the placement before it can leave them.", "Somebody may be waiting whom we do not know.")
            .knows("The phone was last used on Thursday. The placement rang within the hour.", "They are with somebody they trust.", "Where.")
            .practitionerSees("high", "high").supervisorSees("high", "high")
            .decides("Strategy meeting asked for again, today, by me", "The plan still describes the first time.", cast.maryam, workdayAgo(4), true,
                workdayAgo(4))
            .gap("continue with a plan", "child missing", "Nobody can plan a visit now. We plan the first hour after they are found.", workdayAhead(9))
            .againBy(workdayAhead(4));
        session.action("Write down what they like to eat and who should be there when they are back", cast.joseph, workdayAgo(3));
        session.drafted().shared(workdayAgo(3));
        ordinary.next(cast.joseph, 30);
    }

    /** Held yesterday or the Friday before; half of it is written. */
    private void aDraftThatIsNotFinished() {
        monthlyUntil(cast.callum, 25);
        FictionalSession session = oneToOne(cast.callum, workdayAgo(1)).held().drafted();
        session.covers("accountability", "One young person not seen for five weeks; we looked at every visit that was tried.");
        session.discusses(caseOf(cast.callum, 1), "Not seen for 34 days")
            .heard("His mum says he sleeps till three and laughs at the cards. He has kept all of them.")
            .knows("Five visits and calls since then. School sees him two days a week.", "He is avoiding a question, not us.", "What the question is.");
    }

    /** Six cases in ninety minutes, agreed with a comment, locked and printed. */
    private void sixCasesAgreedWithAComment() {
        monthlyUntil(cast.bethan, 30);
        FictionalSession session = oneToOne(cast.bethan, workdayAgo(10)).held();
        session.covers("accountability", "Every one of Bethan's cases is high on both horizons. We read the list aloud and it was quiet afterwards.")
            .covers("development", "Asked for the course on working with the courts; the next one has places.")
            .covers("support", "Bethan dreams about work. We talked about what stays here and what goes home, and about two weeks in a row off.")
            .covers("mediation", "The next three referrals go elsewhere. I take that to Josephine, not Bethan.")
            .onSupervisionItself("Good to sit down for once. Ninety minutes, nobody knocked.");
        List<FictionalCase> cases = cast.bethan.casesOn(session.day());
        String[] heard = {
            "He drew the route to school and left out one street.",
            "She asked whether we would still come if she said nothing.",
            "They have a new jacket and tell the story of it twice, differently.",
            "He wants to be a chef and cooked for us. Eggs, three ways.",
            "She hums when she is about to say something important. We have learnt to wait.",
            "They said: you look tired too."};
        for (int i = 0; i < 6; i++) {
            session.discusses(cases.get(i), i == 0 ? "The plan for monthly contact has run out" : "High on both horizons, every month")
                .heard(heard[i])
                .changed(i % 3 == 0 ? "same" : i % 3 == 1 ? "better" : "mixed", OrdinaryWords.CHANGES.get(i % 3 == 0 ? "same" : i % 3 == 1 ? "better" : "mixed").get(i / 3))
                .thinks(OrdinaryWords.HYPOTHESES.get(i % OrdinaryWords.HYPOTHESES.size()), OrdinaryWords.OTHERS.get(i % OrdinaryWords.OTHERS.size()))
                .knows(OrdinaryWords.KNOW.get(i % 4), OrdinaryWords.INFER.get(i % 4), OrdinaryWords.DO_NOT_KNOW.get(i % 4))
                .practitionerSees("high", "high").supervisorSees(i % 2 == 0 ? "high" : "not yet clear", "high")
                .purposes("keep the focus on the child", "attend to the emotional impact of the work")
                .decides(OrdinaryWords.DECISIONS.get(i), OrdinaryWords.WHYS.get(i % OrdinaryWords.WHYS.size()), i % 2 == 0 ? cast.bethan : cast.maryam,
                    workdayAhead(5 + i), i == 1, i == 3 ? null : workdayAgo(9))
                .againBy(workdayAhead(25));
        }
        session.action("Ask Josephine that the next three referrals go to another team", cast.maryam, workdayAgo(3), true);
        session.action("Put two weeks' leave into the calendar before the end of the month", cast.bethan, workdayAhead(6));
        session.drafted().shared(workdayAgo(8))
            .agreed(workdayAgo(6), "It reads as it was. Please keep the sentence about the dreams out of anything that goes further.")
            .printed(workdayAgo(6));
        ordinary.next(cast.bethan, 25);
    }

    /** Maryam is supervised too, and her own record waits for her answer. */
    private void aManagerWhoseOwnRecordWaits() {
        monthlyUntil(cast.maryam, 25);
        FictionalSession session = oneToOne(cast.maryam, workdayAgo(6)).held();
        session.covers("accountability", "Looked at the team's contact gaps, one by one and without hurry.")
            .covers("development", "Would like to learn to say no to referrals in a way that keeps the door open.")
            .covers("support", "Eight people to supervise is too many. We wrote that down as a fact, not a feeling.")
            .covers("mediation", "Josephine takes the number of high-risk referrals to the region.");
        session.action("Bring the referrals of the last quarter, sorted by team", cast.josephine, workdayAhead(8), true);
        session.drafted().shared(workdayAgo(4));
        ordinary.next(cast.maryam, 30);
    }

    /** Newly qualified and five weeks in: every week for the first six. */
    private void weeklyForANewlyQualifiedWorker() {
        List<String> weeks = List.of("Who is who, and whom to ask. The first week is for looking.", "The first visit, together with Priya: what did you notice?",
            "Wrote the first assessment aloud before writing it down.", "What surprised you about yourself this week?");
        for (int week = 0; week < weeks.size(); week++) {
            FictionalSession session = oneToOne(cast.tomasz, workdayAgo(28 - 7 * week)).lasting(60).held();
            session.covers("development", weeks.get(week)).covers("support", OrdinaryWords.SUPPORT.get(week % OrdinaryWords.SUPPORT.size()));
            session.drafted().shared(workdayAgo(27 - 7 * week)).agreed(workdayAgo(26 - 7 * week), null);
        }
        oneToOne(cast.tomasz, workdayAhead(3)).lasting(60).onAgenda("development", cast.tomasz, workdayAgo(1), "My first assessment on my own. What would you look at?");
    }

    /** Grace meets young people where they are and holds no case; her months are full all the same. */
    private void anOutreachWorkerWithoutNamedCases() {
        monthlyUntil(cast.grace, 30);
        FictionalSession session = oneToOne(cast.grace, workdayAgo(14)).held();
        session.covers("accountability", "Forty-one conversations in the park and by the arcade this month, none with a name on it. Two became referrals.")
            .covers("development", "Wants to bring the skate workshop back and to learn a little sign language.")
            .covers("support", "Evenings are cold and good. The walk home afterwards is the hard part; agreed to finish in pairs.")
            .covers("mediation", "The statistics have no column for what she does. That goes to the centre manager.");
        session.action("Ask for a column that counts outreach conversations", cast.maryam, workdayAhead(4), true);
        session.drafted().shared(workdayAgo(13)).agreed(workdayAgo(11), null);
        ordinary.next(cast.grace, 25);
    }

    /** Danny was once supported by a service like this and now walks beside others, two days a week. */
    private void aPeerMentor() {
        monthlyUntil(cast.danny, 40);
        FictionalSession session = session("mentoring", cast.ngozi, cast.danny, workdayAgo(16)).lasting(60).held();
        session.covers("development", "What belongs to my story and what to theirs: practised three sentences that end a conversation kindly.")
            .covers("support", "Some places in town are still mine. We changed the route.");
        session.drafted().shared(workdayAgo(15)).agreed(workdayAgo(14), null);
        ordinary.next(cast.danny, 30);
    }

    /** Planned four times, moved three times, each time from above. Marcus has counted. */
    private void movedThreeTimesByTheManager() {
        monthlyUntil(cast.marcus, 75);
        oneToOne(cast.marcus, workdayAgo(26))
            .moved(workdayAgo(18), cast.helen, "manager unavailable", workdayAgo(27))
            .moved(workdayAgo(9), cast.helen, "crisis", workdayAgo(19))
            .moved(workdayAhead(4), cast.helen, "manager unavailable", workdayAgo(10))
            .prepared(cast.marcus, workdayAgo(11), "Third time lucky. I would like to talk about the protection meeting before it fades.");
    }

    /** Helen covered two vacancies and an inspection, and nobody in Meadow team had supervision for two months. */
    private void lapsedForTwoMonths() {
        for (FictionalPerson person : List.of(cast.siobhan, cast.yusuf, cast.alice, cast.keira, cast.samuel, cast.hannah)) {
            monthlyUntil(person, 75);
            oneToOne(person, workdayAgo(52)).cancelled(cast.helen, "crisis", workdayAgo(53));
            oneToOne(person, workdayAgo(24)).cancelled(cast.helen, "manager unavailable", workdayAgo(25));
        }
        for (FictionalPerson person : List.of(cast.yusuf, cast.alice, cast.keira, cast.samuel)) {
            ordinary.next(person, 24);
        }
        monthlyUntil(cast.helen, 30);
        FictionalSession session = oneToOne(cast.helen, workdayAgo(8)).held().interrupted();
        session.covers("accountability", "Eight weeks without a single one-to-one in Meadow team. Two vacancies, the inspection, the flooded office.")
            .covers("support", "Helen has not stopped for three months. We cancelled two of her meetings while we sat there.")
            .covers("mediation", "The vacancies are mine to fill, and until then two panels a month fall away.");
        session.action("Take two panels off Helen's diary until the posts are filled", cast.josephine, workdayAgo(2), true);
        session.action("Plan one session for each of the team, the longest waiting first", cast.helen, workdayAhead(3));
        session.drafted().shared(workdayAgo(7)).agreed(workdayAgo(6), null);
        ordinary.next(cast.helen, 30);
    }

    /** Leila is new to this work, and so is Owen, who supervises her. They say so. */
    private void aNewcomerWithAnInexperiencedSupervisor() {
        cast.owen.experience("Fourteen years in housing and in adult services. New to work with children affected by exploitation.");
        cast.leila.experience("Youth worker for three years. First post in this field.");
        ordinary.every(14, cast.leila, cast.leila.started(), fiction.ago(20));
        FictionalSession session = oneToOne(cast.leila, workdayAgo(7)).held();
        session.covers("accountability", "Four cases, all of them met. The recording is careful and takes her evenings.")
            .covers("development", "Neither of us has done this before. We wrote three questions for somebody who has.")
            .covers("support", "Leila asked whether it gets lighter. I said I do not know, and that I would find out.");
        session.discusses(caseOf(cast.leila, 0), "Asked for by the practitioner")
            .heard("He answers questions with questions.")
            .knows("He comes to every meeting ten minutes early.", "Being early may be about being away from somewhere else.", "From where.")
            .practitionerSees("not yet clear", "medium").supervisorSees("not yet clear", "not yet clear")
            .decides("A consultation with Nadia before the next meeting", "The experience this needs is next door, not in this room.", cast.owen,
                workdayAhead(2));
        session.action("Ask Nadia for an hour, and tell her why", cast.owen, workdayAgo(2));
        session.drafted().shared(workdayAgo(6)).agreed(workdayAgo(4), null).printed(workdayAgo(4));
        session("case consultation", cast.nadia, cast.leila, workdayAhead(2)).lasting(60);
        ordinary.next(cast.leila, 18);
    }

    /** Sixteen, and told that a protection plan is for younger children. Marcus and Alice took it further. */
    private void sixteenAndRefusedAProtectionPlan() {
        FictionalCase work = cast.marcus.opens(fiction.ago(155)).service("risk reduction").need("at risk in the short term", fiction.ago(155))
            .statutoryPlan("child in need", fiction.ago(155)).reaches("allocated", fiction.ago(148)).reaches("engaging", fiction.ago(146))
            .seenEvery(8, fiction.ago(145), fiction.ago(5)).reaches("assessing", fiction.ago(120))
            .risk("high", "high", fiction.ago(100), "The risk is outside the family and has not become smaller with the birthday.");
        FictionalSession session = session("case consultation", cast.alice, cast.marcus, workdayAgo(45)).lasting(60).held();
        session.discusses(work, "A protection plan was refused because the young person is 16")
            .heard("They said: so I was a child until Tuesday.")
            .changed("worse", "The plan ended with the birthday; what it was for has not.")
            .knows("Sixteen is a child in law. Two agencies share the worry.", "Age was easier to talk about than cost.", "Who decided, and on what.")
            .practitionerSees("high", "high").supervisorSees("high", "high")
            .purposes("keep the focus on the child", "test the evidence for assessment and plan")
            .decides("Challenge the decision in writing: at 16 the duty to protect is the same", "Responsibility lies with those who exploit, not with a birthday.",
                cast.alice, workdayAgo(42), true, workdayAgo(44))
            .asks("Children's services, service manager", "Answer the challenge, and say what protects the young person until then",
                "There was no plan to step down to.", workdayAgo(31));
        session.action("Chronology on two pages for the manager-to-manager meeting", cast.marcus, workdayAgo(38));
        session.drafted().shared(workdayAgo(44)).agreed(workdayAgo(43), null);
    }

    /** The same small thing, still open after three sessions. It may be too big, or not ours. */
    private void anActionCarriedThreeTimes() {
        monthlyUntil(cast.fatima, 125);
        UUID stuck = null;
        for (int day : List.of(115, 86, 58, 30)) {
            FictionalSession session = oneToOne(cast.fatima, workdayAgo(day)).held();
            session.covers("accountability", "Quiet month. The list from last time is shorter by two.").covers("support", "Well enough to laugh about the printer.");
            session.discusses(caseOf(cast.fatima, day % 3), "We have not talked about this case for a while").heard("Steady, and glad to be asked.").changed("same", "Held steady.");
            if (stuck == null) {
                stuck = session.action("Get an answer from housing about the family's move", cast.fatima, after(session.day(), 14));
            } else {
                session.carries(stuck);
            }
            session.drafted().shared(workdayAgo(day - 1)).agreed(workdayAgo(day - 4), null);
        }
        ordinary.next(cast.fatima, 16);
    }

    /** Ruby's practice supervision lies with Nadia, a registered social worker; Owen remains her line manager. */
    private void practiceSupervisionBesideTheLine() {
        cast.ruby.supervisedBy(cast.nadia, "practice", fiction.ago(190), null);
        monthlyUntil(cast.ruby, 12);
        ordinary.next(cast.ruby, 30);
        for (int day : List.of(160, 120, 80, 38)) {
            FictionalSession session = session("practice supervision", cast.nadia, cast.ruby, workdayAgo(day)).lasting(60).held();
            session.covers("development", OrdinaryWords.DEVELOPMENT.get(day % 3)).covers("support", OrdinaryWords.SUPPORT.get(day % 3));
            session.discusses(caseOf(cast.ruby, day % 4), "Brought by Ruby: two ways of understanding the same month")
                .heard(OrdinaryWords.HEARD.get(day % 6)).thinks(OrdinaryWords.HYPOTHESES.get(day % 5), OrdinaryWords.OTHERS.get(day % 4));
            session.drafted().shared(workdayAgo(day - 1)).agreed(workdayAgo(day - 3), null);
        }
        session("practice supervision", cast.nadia, cast.ruby, workdayAhead(5)).lasting(60);
    }

    /** Kwame and Anjali remember the same meeting differently. Both texts stand, and David has been asked to help. */
    private void aRecordTheTwoSeeDifferently() {
        monthlyUntil(cast.kwame, 35);
        FictionalSession session = oneToOne(cast.kwame, workdayAgo(15)).held();
        session.covers("accountability", "Two visits were written up late. Agreed to write them on the day.")
            .supportNotCovered("We ran out of time, and I am sorry for that.");
        session.discusses(caseOf(cast.kwame, 0), "A decision from last time is due").heard("She talks about her nephew and not about herself.")
            .changed("mixed", "School is better, the evenings are not.")
            .decides("Go on meeting weekly for another month", "It holds.", cast.kwame, workdayAhead(10));
        session.drafted().shared(workdayAgo(13)).thirdPerson(cast.david, workdayAgo(10))
            .disputed(workdayAgo(10), "We did talk about the late visits, and I explained that I was covering two areas that week. That explanation is missing, "
                + "and without it the sentence says something about me that is not so.");
    }

    /** A year ago two others disagreed; it ended, and both texts are in the record. */
    private void aDisputeThatEnded() {
        FictionalSession session = oneToOne(cast.peter, workdayAgo(322)).held();
        session.covers("accountability", "Looked at the number of open cases.").covers("support", "Asked how he is, and did not wait for the answer.");
        session.drafted().shared(workdayAgo(320)).editsRequested(workdayAgo(318), "The number was nineteen, not fifteen.").shared(workdayAgo(317))
            .thirdPerson(cast.david, workdayAgo(315)).disputed(workdayAgo(315), "I answered. It is not here.")
            .settled(cast.david, workdayAgo(308), "We met for half an hour, the three of us. The answer was given and not heard; both are now written down.");
    }

    /** The record is locked; what came to mind afterwards stands beside it with its own date. */
    private void somethingAddedLater() {
        monthlyUntil(cast.zainab, 40);
        FictionalSession session = oneToOne(cast.zainab, workdayAgo(21)).held();
        session.covers("accountability", "All plans have dates.").covers("development", "Zainab will train the two newest colleagues.")
            .covers("support", "A good month, said aloud.");
        session.discusses(caseOf(cast.zainab, 0), "The assessment is nearly finished").heard("He asked to read it first, and crossed out one word.")
            .changed("better", "He crossed out \u201calways\u201d.").practitionerSees("low", "medium").supervisorSees("low", "medium")
            .decides("Finish the assessment with his correction", "It is right.", cast.zainab, workdayAgo(11), false, workdayAgo(18));
        session.drafted().shared(workdayAgo(20)).agreed(workdayAgo(18), null).printed(workdayAgo(18))
            .addendum(cast.zainab, workdayAgo(12), "He has since asked for a copy to keep. He has one.");
        ordinary.next(cast.zainab, 20);
    }

    /** Patrick is on leave for two weeks; Anjali stands in for him with the people of Quay team, and everybody knows until when. */
    private void coverWhilePatrickIsAway() {
        cast.patrick.away("leave", workdayAgo(4), fiction.ahead(9));
        for (FictionalPerson person : List.of(cast.tariq, cast.jess, cast.connor, cast.elena, cast.liam, cast.adaeze)) {
            person.supervisedBy(cast.anjali, "cover", workdayAgo(4), fiction.ahead(10));
        }
        session("extra", cast.anjali, cast.jess, workdayAhead(3)).lasting(45)
            .onAgenda("brought", cast.jess, workdayAgo(1), "The young person with three workers: may I think aloud for half an hour?");
    }

    private void everybodyElse() {
        for (FictionalPerson person : List.of(cast.ngozi, cast.stephen, cast.aidan, cast.nadia, cast.femi, cast.peter, cast.molly, cast.imogen,
                cast.rhys, cast.sana, cast.tariq, cast.jess, cast.connor, cast.elena, cast.liam, cast.adaeze, cast.owen, cast.anjali, cast.patrick,
                cast.josephine, cast.david)) {
            ordinary.monthly(person, fiction.ago(HISTORY));
        }
        ordinary.every(30, cast.oliver, fiction.ago(HISTORY), fiction.ago(270));
        ordinary.every(30, cast.gareth, fiction.ago(HISTORY), fiction.ago(130));
        ordinary.every(30, cast.margaret, fiction.ago(HISTORY), fiction.ago(130));
    }
}
