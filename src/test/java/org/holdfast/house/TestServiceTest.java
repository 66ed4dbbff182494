package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.time.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestServiceTest {
    @RegisterExtension static final TestService service = TestService.started();

    @Test
    void saysItIsHealthyAndNothingElse() {
        Page page = service.browser().get("/health");

        assertEquals(200, page.status());
        assertEquals("{\"status\":\"UP\"}", page.text());
    }

    @Test
    void standsStillOnTheDayTheTestSays() {
        assertEquals(TestClock.START, service.bean(Clock.class).instant());
        assertEquals(LocalDate.of(2026, 11, 21), service.bean(Today.class).date());
    }

    @Test
    void setsTheViewerForOneTransaction() {
        UUID amina = UUID.randomUUID();

        assertEquals(amina.toString(),
            service.asApp(amina).one(String.class, "select current_setting('holdfast.viewer')"));
        assertEquals("holdfast_app", service.asApp(amina).one(String.class, "select current_user"));
    }

    @Test
    void noticesADatabaseThatGoesAwayAndRecoversByItself() {
        service.database().goAway();
        Page meanwhile = service.browser().get("/health");
        service.database().comeBack();

        assertEquals(503, meanwhile.status());
        assertEquals("{\"status\":\"DOWN\"}", meanwhile.text());
        assertEquals(200, service.browser().get("/health").status());
    }
}
