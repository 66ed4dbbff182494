package org.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.holdfast.database.CannotStart;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;
import org.holdfast.time.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoadingTheDemonstrationTest {
    @RegisterExtension static final TestService service = TestService.started().with("holdfast.demo", "small");

    private static final Today TODAY = new Today(TestClock.at(TestClock.START), (LocalDate) null);

    @Test
    void theFirstStartLoadsItAndASecondOneLeavesItAsItIs() {
        long cases = count();
        service.restart();

        assertTrue(cases > 1_000);
        assertEquals(cases, count());
    }

    private static long count() {
        return service.asOwner().one(Long.class, "select count(*) from child_case");
    }

    @Test
    void everyCardOpensItsPersonsHome() {
        Page cards = service.browser().get("/sign-in");

        for (String person : cards.document().select("input[name=person]").eachAttr("value")) {
            Browser browser = service.browser();
            browser.post("/sign-in/demonstration", "person", person);
            assertEquals(200, browser.get("/").status(), cards.one("li:has(input[value=" + person + "])").text());
        }
    }

    @Test
    void itIsNeverLoadedIntoAnExternalDatabase() {
        CannotStart refused = assertThrows(CannotStart.class, () -> new LoadingTheDemonstration(null, TODAY, "small").onApplicationEvent(null));

        assertTrue(refused.getMessage().startsWith("The demonstration is only ever loaded into the database that comes along"));
    }

    @Test
    void aSizeNobodyKnowsIsRefusedWithTheOnesThereAre() {
        CannotStart refused = assertThrows(CannotStart.class, () -> new LoadingTheDemonstration(null, TODAY, "enormous").onApplicationEvent(null));

        assertEquals("There is no demonstration called \"enormous\"; choose one of small, centre15.", refused.getMessage());
    }
}
