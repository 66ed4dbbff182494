package org.holdfast.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever gives or takes reach is a security event, whichever way it comes. */
class TrailOfReachTest {
    private static final UUID ADA = new UUID(0x0190000000007000L, 0x8000000000000001L);
    private static final UUID BEN = new UUID(0x0190000000007000L, 0x8000000000000002L);
    private static final UUID AMINA = new UUID(0x0190000000007000L, 0x8000000000000003L);
    private static final UUID ROLE = new UUID(0x0190000000007000L, 0x8000000000000010L);
    private static final UUID LINE = new UUID(0x0190000000007000L, 0x8000000000000011L);

    @RegisterExtension final TestService service = TestService.started();

    @BeforeEach
    void somePeople() {
        for (UUID person : List.of(ADA, BEN, AMINA)) {
            service.asOwner().run("insert into person (id, name) values (?, 'Somebody')", person);
        }
        service.asOwner().run("insert into role_held (id, person_id, role, starts_on, confirmed_at) values (gen_random_uuid(), ?, 'administrator', '2024-01-01', now())", ADA);
    }

    @Test
    void rolesAndLinesProposedGivenConfirmedAndEndedAreNoted() {
        service.asApp(ADA).run("insert into role_held (id, person_id, role, starts_on, proposed_by) values (?, ?, 'regional lead', '2026-11-21', ?)", ROLE, BEN, ADA);
        service.asApp(ADA).run("insert into role_held (id, person_id, role, starts_on, proposed_by, confirmed_by, confirmed_at) values (gen_random_uuid(), ?, 'practitioner', '2026-11-21', ?, ?, now())", AMINA, ADA, ADA);
        service.asApp(ADA).run("insert into supervision_line (id, supervisee_id, supervisor_id, kind, starts_on, proposed_by) values (?, ?, ?, 'line', '2026-11-21', ?)", LINE, AMINA, BEN, ADA);
        service.asApp(ADA).run("update role_held set ends_on = '2026-11-22' where id = ?", ROLE);
        service.asApp(ADA).run("update supervision_line set ends_on = '2026-11-22' where id = ?", LINE);

        assertEquals(
            List.of("role ended (regional lead)", "role given (practitioner)", "role proposed (regional lead)", "supervision line ended (line)", "supervision line proposed (line)"),
            service.asOwner().column(String.class, "select what || ' (' || why || ')' from act where security and by_id = ? order by 1", ADA));
        assertEquals(2L, service.asOwner().one(Long.class, "select count(*) from act where concerns_id = ? and subject_id = ?", AMINA, LINE));
    }

    @Test
    void whatTheOwnerOfTheDatabaseLoadsIsNotTheServicesDoing() {
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from act"));
    }
}
