package org.holdfast.rights;

import static org.holdfast.rights.RightsCast.ADA;
import static org.holdfast.rights.RightsCast.AMINA;
import static org.holdfast.rights.RightsCast.BEN;
import static org.holdfast.rights.RightsCast.DAN;
import static org.holdfast.rights.RightsCast.GRACE;
import static org.holdfast.rights.RightsCast.NOOR;
import static org.holdfast.rights.RightsCast.NORTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "Who looked at my record": every restricted read leaves a row, and only the person it concerns reads it. */
class AccessLogTest {
    @RegisterExtension final TestService service = TestService.started();

    private RightsCast cast;

    @BeforeEach
    void everybodyIsInPlace() {
        cast = new RightsCast(service);
    }

    @Test
    void aPersonReadsWhoLookedAtWhatWhenAndAsWhat() {
        UUID session = cast.planned(AMINA, BEN);
        cast.as(BEN).get("/sessions/" + session);
        cast.as(GRACE).get("/people/" + AMINA + "/caseload");
        cast.as(ADA).get("/people/" + AMINA);

        assertEquals(
            List.of("Caseload, at 10:30 Grace Lloyd. As service centre manager", "Person, at 10:30 Ada Field. As administrator",
                "Session, at 10:30 Ben Okafor. As line supervisor, team manager, in the session"),
            rows(cast.as(AMINA).get("/access-log")).stream().sorted().toList());
    }

    @Test
    void whatSomebodyOpensAgainStandsInOneLine() {
        cast.as(BEN).get("/people/" + AMINA + "/caseload");
        cast.as(BEN).get("/people/" + AMINA + "/caseload");

        assertEquals(List.of("Caseload, 2 times at 10:30 Ben Okafor. As line supervisor, team manager"), rows(cast.as(AMINA).get("/access-log")));
    }

    @Test
    void whatOneOpensOneselfIsLeftOut() {
        cast.as(AMINA).get("/caseload");
        cast.as(AMINA).get("/");

        Page log = cast.as(AMINA).get("/access-log");
        assertEquals(List.of(), rows(log));
        assertTrue(log.text().contains("Nobody so far"));
    }

    @Test
    void theHomePageOfAManagerIsNotedForEverybodyOnIt() {
        cast.planned(AMINA, BEN);

        assertEquals(200, cast.as(BEN).get("/").status());

        assertEquals(List.of("Home page, at 10:30 Ben Okafor. As line supervisor, team manager"), rows(cast.as(AMINA).get("/access-log")));
        assertEquals(List.of(), rows(cast.as(NOOR).get("/access-log")));
        assertEquals(1L, reads(BEN, "home page"));
    }

    @Test
    void aHomePageWithNobodyElseOnItIsNotedToo() {
        cast.as(GRACE).get("/");
        assertEquals(1L, reads(GRACE, "home page"));
    }

    @Test
    void theListOfSessionsAndTheCaseloadOfATeamAreNotedForEverybodyOnThem() {
        cast.planned(AMINA, BEN);
        UUID child = cast.fresh();
        service.asOwner().run("insert into child_case (id, centre_id, team_id, reference) select ?, centre_id, id, 'YP-0001' from team where id = ?", child, NORTH);
        service.asOwner().run("insert into case_opening (id, case_id, number, opened_on) values (?, ?, 1, '2026-11-01')", cast.fresh(), child);
        service.asOwner().run("insert into assignment (id, case_id, person_id, role, starts_on) values (?, ?, ?, 'young person''s worker', '2026-11-01')", cast.fresh(), child, NOOR);

        cast.as(BEN).get("/sessions");
        cast.as(GRACE).get("/teams/" + NORTH + "/caseload");

        assertEquals(List.of("Dates of sessions, at 10:30 Ben Okafor. As line supervisor, team manager"), rows(cast.as(AMINA).get("/access-log")));
        assertEquals(List.of("Caseload of a team, at 10:30 Grace Lloyd. As service centre manager"), rows(cast.as(NOOR).get("/access-log")));
    }

    @Test
    void nobodyReadsTheLogOfAnother() {
        cast.as(BEN).get("/people/" + AMINA + "/caseload");
        for (UUID other : List.of(BEN, GRACE, NOOR, DAN, ADA)) {
            assertEquals(List.of(), rows(cast.as(other).get("/access-log")));
            assertEquals(0L, service.asApp(other).one(Long.class, "select count(*) from access_log where concerns_id = ? and viewer_id <> ?", AMINA, other));
            assertEquals(0L, service.asApp(other).one(Long.class, "select count(*) from reads_about_viewer(0, 10)"));
        }
    }

    @Test
    void aReadThatIsRefusedLeavesNothing() {
        assertEquals(404, cast.as(DAN).get("/people/" + AMINA + "/caseload").status());
        assertEquals(List.of(), rows(cast.as(AMINA).get("/access-log")));
    }

    @Test
    void aLongLogComesInPages() {
        service.asOwner().run("""
            insert into access_log (id, at, viewer_kind, viewer_id, what, subject_id, concerns_id)
            select gen_random_uuid(), timestamptz '2026-11-01 09:00+00' + make_interval(hours => n), 'person', ?, 'case', gen_random_uuid(), ?
            from generate_series(1, 90) n""", BEN, AMINA);

        Page first = cast.as(AMINA).get("/access-log");
        Page last = cast.as(AMINA).get("/access-log?page=3");

        assertEquals(40, rows(first).size());
        assertEquals("Page 1 of 3", first.one(".hf-paging span").text());
        assertEquals(10, rows(last).size());
        assertTrue(rows(last).getLast().endsWith("The relationship was not noted"));
        for (String page : List.of("4", "0", "-1", "2147483647")) {
            assertEquals(404, cast.as(AMINA).get("/access-log?page=" + page).status(), page);
        }
        assertEquals(4, cast.as(AMINA).get("/access-log?page=two").status() / 100);
    }

    @Test
    void theWayThereStandsUnderEveryPage() {
        assertEquals("/access-log", cast.as(AMINA).get("/").document().select("footer a").first().attr("href"));
        assertTrue(service.browser().get("/sign-in").document().select("footer a").isEmpty());
    }

    @Test
    void administratorsReadSecurityEventsAndNothingElseOfTheTrail() {
        service.asOwner().run("""
            insert into act (id, at, security, by_kind, by_id, what, concerns_id, why)
            values (gen_random_uuid(), '2026-11-20 09:00+00', true, 'person', ?, 'role given', ?, 'team manager'),
                   (gen_random_uuid(), '2026-11-20 10:00+00', true, 'nobody', null, 'sign-in refused', ?, null),
                   (gen_random_uuid(), '2026-11-20 11:00+00', false, 'person', ?, 'supervision record agreed', ?, null)""", ADA, BEN, AMINA, AMINA, AMINA);

        Page events = cast.as(ADA).get("/security-events");

        assertEquals(List.of("20 November 2026 at 10:00 Sign-in refused Nobody signed in Amina Khan",
            "20 November 2026 at 09:00 Role given (team manager) Ada Field Ben Okafor"), events.texts("tbody tr"));
        assertFalse(events.text().contains("agreed"));
        for (UUID other : List.of(AMINA, BEN, GRACE, DAN)) {
            assertEquals(404, cast.as(other).get("/security-events").status());
        }
        assertEquals(404, cast.as(ADA).get("/security-events?page=2").status());
        assertEquals(0L, service.asApp(BEN).one(Long.class, "select count(*) from act where what = 'sign-in refused'"));
        assertEquals(0L, service.asApp(ADA).one(Long.class, "select count(*) from act where not security"));
    }

    private static List<String> rows(Page page) {
        assertEquals(200, page.status());
        return page.texts(".hf-rows li");
    }

    private long reads(UUID viewer, String what) {
        return service.asOwner().one(Long.class, "select count(*) from access_log where viewer_id = ? and what = ?", viewer, what);
    }
}
