package org.holdfast.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Why a case is on the agenda, and which questions are picked. */
class AgendaReasonsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void aCaseThatIsGoingOnAsUsualIsNotOnTheAgenda() {
        assertEquals(List.of(), new Facts().reasons());
    }

    @Test
    void missingIsSaidFirstAndComesFirst() {
        assertEquals("Missing since 18 November 2026", new Facts().missingSince("2026-11-18").over(34).reasons().getFirst());
        CaseFacts missing = new Facts().missingSince("2026-11-18").reference("YP-0009").facts();
        CaseFacts over = new Facts().over(90).reference("YP-0001").facts();
        CaseFacts longerOver = new Facts().over(120).reference("YP-0005").facts();
        assertEquals(List.of(missing, longerOver, over), Stream.of(over, longerOver, missing).sorted(CaseFacts.MOST_PRESSING_FIRST).toList());
    }

    @Test
    void aGapIsSaidWithItsDaysAndAsOurOwnRequirement() {
        assertEquals(List.of("Not seen for 34 days; our own requirement is 28"), new Facts().over(34).reasons());
    }

    @Test
    void highRiskWantsATalkAfter42DaysAndOthersAfter56() {
        assertEquals(List.of(), new Facts().discussedDaysAgo(42).high().reasons());
        assertEquals(List.of("Not talked about for 43 days"), new Facts().discussedDaysAgo(43).high().reasons());
        assertEquals(List.of(), new Facts().discussedDaysAgo(56).reasons());
        assertEquals(List.of("Not talked about for 57 days"), new Facts().discussedDaysAgo(57).reasons());
    }

    @Test
    void assessingIsLookedAtAfter42Days() {
        assertEquals(List.of(), new Facts().stage("assessing", 42).reasons());
        assertTrue(new Facts().stage("assessing", 43).reasons().getFirst().contains("for 43 days"));
    }

    @Test
    void anInterventionReviewIsSaidUntilTheCaseWasTalkedAboutSince() {
        assertEquals(List.of(), new Facts().stage("intervention", 91).discussedDaysAgo(20).reasons());
        assertEquals(List.of(), new Facts().stage("intervention", 95).discussedDaysAgo(3).reasons());
        assertTrue(new Facts().stage("intervention", 95).discussedDaysAgo(5).reasons().getFirst().contains("91 are usual"));
    }

    @Test
    void everyReasonHasWords() {
        for (Reason.Code code : Reason.Code.values()) {
            assertTrue(new Reason(code, 3, 28, TODAY, "short term", "high").words().length() > 5, code.name());
        }
    }

    @Test
    void atMostThreeQuestionsArePickedAndNeverOneOfTheSessionBefore() {
        List<Question> bank = List.of(
                question(1, "", null, true), question(2, "", null, false), question(3, "", null, false), question(4, "", null, false),
                question(5, "", null, false));

        assertEquals(List.of(2, 3, 4), ids(Question.pick(bank, "support", Set.of())));
    }

    @Test
    void aQuestionWhoseTriggerIsTrueComesFirstAndOthersWait() {
        List<Question> bank = List.of(question(1, "", null, false), question(2, "contact-gap", null, false), question(3, "closure", null, false));

        assertEquals(List.of(2, 1), ids(Question.pick(bank, "support", Set.of("contact-gap"))));
    }

    @Test
    void whatWasNotAskedForLongestComesFirst() {
        List<Question> bank = List.of(
                question(1, "", "2026-10-01T10:00:00Z", false), question(2, "", "2026-08-01T10:00:00Z", false), question(3, "", null, false),
                question(4, "", "2026-09-01T10:00:00Z", false));

        assertEquals(List.of(3, 2, 4), ids(Question.pick(bank, "support", Set.of())));
    }

    private static Question question(int id, String triggers, String askedAt, boolean askedLast) {
        return new Question(id, "support", "Question " + id, false, triggers, askedAt == null ? null : Instant.parse(askedAt), askedLast);
    }

    private static List<Integer> ids(List<Question> questions) {
        return questions.stream().map(Question::id).toList();
    }

    /** A case that is going on as usual, until told otherwise. */
    private static final class Facts {
        private String reference = "YP-0001";
        private String gap = "within";
        private int days = 5;
        private LocalDate missingSince;
        private String stage = "engaging";
        private LocalDate stageSince = TODAY.minusDays(30);
        private String risk = "medium";
        private LocalDate discussedOn = TODAY.minusDays(14);

        Facts reference(String code) {
            reference = code;
            return this;
        }

        Facts over(int daysNow) {
            gap = "over";
            days = daysNow;
            return this;
        }

        Facts missingSince(String day) {
            missingSince = LocalDate.parse(day);
            return this;
        }

        Facts stage(String name, int daysIn) {
            stage = name;
            stageSince = TODAY.minusDays(daysIn);
            return this;
        }

        Facts high() {
            risk = "high";
            return this;
        }

        Facts discussedDaysAgo(int ago) {
            discussedOn = TODAY.minusDays(ago);
            return this;
        }

        CaseFacts facts() {
            return new CaseFacts(UUID.randomUUID(), reference, TODAY.minusDays(200), false, gap, days, 28, false, missingSince, stage, stageSince, risk,
                    "low", discussedOn, null, null, null, 0, null);
        }

        List<String> reasons() {
            return facts().reasons(TODAY, null).stream().map(Reason::words).toList();
        }
    }
}
