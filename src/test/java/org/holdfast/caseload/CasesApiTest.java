package org.holdfast.caseload;

import static org.holdfast.caseload.CaseloadCast.AMINA;
import static org.holdfast.caseload.CaseloadCast.CARA;
import static org.holdfast.caseload.CaseloadCast.FAY;
import static org.holdfast.caseload.CaseloadCast.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.holdfast.house.Browser;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasesApiTest {
    @RegisterExtension static final TestService service = TestService.started();

    private static CaseloadCast cast;
    private static Browser reader;

    @BeforeAll
    static void cases() {
        cast = new CaseloadCast(service);
        UUID first = cast.aCase("YP-0001", AMINA, TODAY.minusDays(100));
        cast.assign(first, CARA, "co-worker", TODAY.minusDays(50));
        cast.contact(first, AMINA, "in person", TODAY.minusDays(40));
        cast.aCase("YP-0002", null, TODAY.minusDays(3));
        for (int i = 3; i <= 103; i++) {
            cast.aCase("YP-%04d".formatted(i), FAY, TODAY.minusDays(5));
        }
        reader = cast.system("read");
    }

    @Test
    void aCaseIsWrittenWithEveryKey() {
        String json = reader.get("/api/v1/cases?state=open&page=1").text();

        assertTrue(json.startsWith("""
            {"items":[{"reference":"YP-0001","externalReference":null,"worker":{"externalReference":null,"name":"Amina Yusuf"},\
            "openedOn":"2026-08-13","lastSeenOn":"2026-10-12","daysSinceSeen":40,"contactGap":"over","workersSoFar":1},\
            {"reference":"YP-0002","externalReference":null,"worker":null,"openedOn":"2026-11-18","lastSeenOn":null,"daysSinceSeen":3,\
            "contactGap":"within","workersSoFar":0},"""), json.substring(0, 600));
    }

    @Test
    void aHundredCasesAPageAndTheWayToTheNext() {
        String first = reader.get("/api/v1/cases?state=open").text();
        assertTrue(first.endsWith("\"next\":\"/api/v1/cases?state=open&page=2\"}"), first.substring(first.length() - 80));
        assertEquals(100, first.split("\"reference\"").length - 1);

        String second = reader.get("/api/v1/cases?state=open&page=2").text();
        assertTrue(second.contains("YP-0101") && second.contains("YP-0103"));
        assertTrue(second.endsWith("\"next\":null}"));
        assertEquals("{\"items\":[],\"next\":null}", reader.get("/api/v1/cases?page=3").text());
    }

    @Test
    void whatMakesNoSenseIsAProblem() {
        for (String query : new String[] {"page=0", "page=-1", "page=two", "page=99999999999", "state=closed"}) {
            Page page = reader.get("/api/v1/cases?" + query);
            assertEquals(400, page.status(), query);
            assertEquals("application/problem+json", page.header("Content-Type").split(";")[0], query);
        }
    }

    @Test
    void onlyATokenThatMayReadReads() {
        assertEquals(401, service.browser().header("Accept", "application/json").get("/api/v1/cases").status());
        assertEquals(404, cast.system("intake").get("/api/v1/cases").status());
        assertEquals(404, cast.as(AMINA).get("/api/v1/cases").status());
    }

    @Test
    void theReadingIsNoted() {
        long before = count();
        reader.get("/api/v1/cases");
        assertEquals(before + 1, count());
    }

    private static long count() {
        return service.asOwner().one(Long.class, "select count(*) from access_log where viewer_kind = 'system' and what = 'open cases'");
    }
}
