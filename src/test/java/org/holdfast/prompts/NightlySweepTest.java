package org.holdfast.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NightlySweepTest {
    @RegisterExtension
    final TestService service = TestService.started();

    @Test
    void aNightSweepsOnceHoweverOftenItRuns() {
        NightlySweep sweep = service.bean(NightlySweep.class);

        assertEquals(1, sweep.run());
        assertEquals(0, sweep.run());
        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from sweep"));
    }
}
