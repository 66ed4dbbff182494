package org.holdfast.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.house.TestDatabase;
import org.holdfast.prompts.History.Assignment;
import org.holdfast.prompts.History.Contact;
import org.holdfast.prompts.History.Ending;
import org.holdfast.prompts.History.Missing;
import org.holdfast.prompts.History.Opening;
import org.holdfast.prompts.History.Plan;
import org.holdfast.prompts.History.Value;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 28-day rule, as its table says it: one case, one line. */
@Tag("postgres15")
class ContactGapRuleTest {
    @RegisterExtension static final TestDatabase migrated = TestDatabase.migrated();

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static HistoriesInTheDatabase database;

    @BeforeAll
    static void open() {
        database = new HistoriesInTheDatabase(migrated);
    }

    /** A case of low risk that has been open for a year, seen as many days ago. */
    private static Story seen(int daysAgo) {
        return new Story(TODAY).seen(TODAY.minusDays(daysAgo));
    }

    private static String state(Story story, LocalDate day) {
        database.write(List.of(story.told()));
        return database.verdicts(day).getOrDefault(HistoriesInTheDatabase.idOf(0), new History.Verdict(0, "not open", null, null)).state();
    }

    private static String state(Story story) {
        return state(story, TODAY);
    }

    @ParameterizedTest
    @CsvSource({"0, within", "20, within", "21, notice", "28, notice", "29, over", "400, over"})
    void daysSinceTheChildWasSeen(int days, String state) {
        assertEquals(state, state(seen(days)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-29, notice", "2026-03-01, 2026-03-30, over", "2026-10-01, 2026-10-29, notice", "2026-10-01, 2026-10-30, over",
        "2028-02-01, 2028-02-29, notice", "2028-02-01, 2028-03-01, over", "2027-02-01, 2027-03-01, notice"})
    void calendarDaysAlsoWhereClocksChangeAndFebruaryIsLong(LocalDate seen, LocalDate day, String state) {
        assertEquals(state, state(new Story(day).seen(seen), day));
    }

    @Test
    void neverSeenCountsFromTheFirstWorkersStartOtherwiseFromTheOpening() {
        assertEquals("notice", state(new Story(TODAY).worker(TODAY.minusDays(28), null)));
        assertEquals("over", state(new Story(TODAY).worker(TODAY.minusDays(29), null)));
        assertEquals("over", state(new Story(TODAY)));
    }

    @Test
    void aChangeOfWorkerNeitherStopsNorRestartsTheCount() {
        assertEquals("over", state(new Story(TODAY).worker(TODAY.minusDays(60), TODAY.minusDays(5)).worker(TODAY.minusDays(5), null)));
        assertEquals("over", state(seen(29).worker(TODAY.minusDays(60), TODAY.minusDays(5))));
    }

    @Test
    void aNewOpeningCountsAnew() {
        Story again = new Story(TODAY).closed(TODAY.minusDays(30)).openedAgain(TODAY.minusDays(10)).seen(TODAY.minusDays(40));
        assertEquals("within", state(again));
        assertEquals("not open", state(again, TODAY.minusDays(20)));
        assertEquals("within", state(again, TODAY.minusDays(31)));
    }

    @Test
    void attemptsAndStruckContactsDoNotCount() {
        assertEquals("over", state(seen(29).attempted(TODAY)));
        assertEquals("over", state(seen(29).struck(TODAY)));
    }

    @Test
    void anAgreedPlanCoversUntilItsReviewOrItsIntervalWhicheverIsFirst() {
        Plan monthly = new Plan("monthly", TODAY.plusDays(20), TODAY.minusDays(20));
        assertEquals("covered", state(seen(29).plan(monthly)));
        assertEquals("covered", state(seen(31).plan(monthly)));
        assertEquals("over", state(seen(32).plan(monthly)));
        assertEquals("covered", state(seen(29).plan(new Plan("twice a year", TODAY, TODAY.minusDays(20)))));
        assertEquals("over", state(seen(29).plan(new Plan("twice a year", TODAY.minusDays(1), TODAY.minusDays(20)))));
    }

    @Test
    void aPlanThatNobodyAgreedCoversNothingAndAPlanNeverTightensTheRule() {
        assertEquals("over", state(seen(29).plan(new Plan("monthly", TODAY.plusDays(20), null))));
        assertEquals("within", state(seen(20).plan(new Plan("weekly", TODAY.plusDays(20), TODAY.minusDays(20)))));
        assertEquals("over", state(seen(29).plan(new Plan("weekly", TODAY.plusDays(20), TODAY.minusDays(20)))));
    }

    @Test
    void pausedWithTheDoorOpenLastsUntilItsReview() {
        assertEquals("covered", state(seen(300).plan(new Plan("paused with the door open", TODAY, TODAY.minusDays(80)))));
    }

    @Test
    void whereRiskIsCloseAPlanLastsThirtyOneDaysFromItsAgreement() {
        Plan paused = new Plan("paused with the door open", TODAY.plusDays(30), TODAY.minusDays(32));
        assertEquals("covered", state(seen(60).plan(paused)));
        assertEquals("over", state(seen(60).plan(paused).risk("high")));
        assertEquals("over", state(seen(60).plan(paused).risk("not yet clear")));
        assertEquals("over", state(seen(60).plan(paused).need("being exploited")));
        assertEquals("over", state(seen(60).plan(paused).missing(TODAY.minusDays(1))));
    }

    @Test
    void windingDownHoldsItBackOnlyWithAnEndAheadAndWithoutCloseRisk() {
        assertEquals("over", state(seen(40).windingDown(null)));
        assertEquals("covered", state(seen(40).windingDown(TODAY)));
        assertEquals("over", state(seen(40).windingDown(TODAY.minusDays(1))));
        assertEquals("over", state(seen(40).windingDown(TODAY.plusDays(9)).risk("high")));
        assertEquals("over", state(seen(40).windingDown(TODAY.plusDays(9)).risk("not yet clear")));
        assertEquals("over", state(seen(40).windingDown(TODAY.plusDays(9)).missing(TODAY)));
    }

    @Test
    void aServiceTypeAndACentreMayHaveTheirOwnDays() {
        assertEquals("within", state(seen(34).serviceType("recovery")));
        assertEquals("notice", state(seen(42).serviceType("recovery")));
        assertEquals("over", state(seen(43).serviceType("recovery")));
        assertEquals("over", state(seen(21).inSecondCentre()));
        assertEquals("over", state(seen(32).serviceType("recovery").inSecondCentre()));
    }

    @Test
    void aChangedSettingDoesNotRewriteThePast() {
        LocalDate before = LocalDate.of(2026, 8, 31);
        assertEquals("within", state(new Story(before).seen(before.minusDays(20)), before));
        assertEquals("notice", state(new Story(before).seen(before.minusDays(19)), before.plusDays(1)));
    }

    @Test
    void anEarlierDayIsReadAsItWasThen() {
        Story story = seen(3).plan(new Plan("monthly", TODAY, TODAY.minusDays(2))).risk("high").seen(TODAY.minusDays(50));
        assertEquals("within", state(story));
        assertEquals("over", state(story, TODAY.minusDays(4)));
        assertEquals("notice", state(story, TODAY.minusDays(22)));
    }

    /** A case told step by step; low risk for a year unless the story says otherwise. */
    private static final class Story {
        private final LocalDate opened;
        private boolean secondCentre;
        private LocalDate closed;
        private LocalDate openedAgain;
        private final List<Assignment> workers = new ArrayList<>();
        private final List<Contact> contacts = new ArrayList<>();
        private final List<Value> serviceTypes = new ArrayList<>();
        private final List<Value> needs = new ArrayList<>();
        private final List<Value> stages = new ArrayList<>();
        private final List<Value> risks = new ArrayList<>();
        private final List<Missing> missing = new ArrayList<>();
        private final List<Plan> plans = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>();

        Story(LocalDate day) {
            this.opened = day.minusDays(400);
            risks.add(new Value("low", opened));
        }

        Story seen(LocalDate on) {
            contacts.add(new Contact(on, true, false));
            return this;
        }

        Story attempted(LocalDate on) {
            contacts.add(new Contact(on, false, false));
            return this;
        }

        Story struck(LocalDate on) {
            contacts.add(new Contact(on, true, true));
            return this;
        }

        Story worker(LocalDate from, LocalDate until) {
            workers.add(new Assignment("young person's worker", from, until));
            return this;
        }

        Story closed(LocalDate on) {
            closed = on;
            return this;
        }

        Story openedAgain(LocalDate on) {
            openedAgain = on;
            return this;
        }

        Story plan(Plan plan) {
            plans.add(plan);
            return this;
        }

        Story risk(String level) {
            risks.add(new Value(level, TODAY.minusDays(1)));
            return this;
        }

        Story need(String need) {
            needs.add(new Value(need, TODAY.minusDays(1)));
            return this;
        }

        Story missing(LocalDate from) {
            missing.add(new Missing("missing", from, null));
            return this;
        }

        Story serviceType(String type) {
            serviceTypes.add(new Value(type, opened));
            return this;
        }

        Story inSecondCentre() {
            secondCentre = true;
            return this;
        }

        Story windingDown(LocalDate until) {
            stages.add(new Value("winding down", TODAY.minusDays(30)));
            if (until != null) {
                endings.add(new Ending(until, TODAY.minusDays(30)));
            }
            return this;
        }

        History told() {
            List<Opening> openings = openedAgain == null
                    ? List.of(new Opening(opened, closed))
                    : List.of(new Opening(opened, closed), new Opening(openedAgain, null));
            return new History(secondCentre, openings, workers, contacts, serviceTypes, needs, stages, risks, missing, plans, endings);
        }
    }
}
