package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The second lock: what PostgreSQL refuses by itself, whatever the service asks. */
class DatabaseLocksTest {
    /** Reference data and bookkeeping without anything about a person. */
    private static final Set<String> WITHOUT_PERSONAL_CONTENT = Set.of("bank_holiday", "contact_gap_setting", "flyway_schema_history", "question", "sweep");

    /** What happened stays: the service adds to these and reads them, nothing else. */
    private static final List<String> HISTORY = List.of(
        "access_log", "act", "case_history", "case_opening", "case_closure", "contact", "contact_strike", "contact_plan",
        "contact_plan_agreement", "gap_decision", "prompt_step", "risk_judgement", "session_date", "session_event",
        "record_version", "restricted_version", "addendum", "field_conflict", "winding_down");

    @RegisterExtension static final TestService service = TestService.started();

    @Test
    void everyTableWithPersonalContentHasRowLevelSecurity() {
        List<String> open = service.asOwner().column(String.class, """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
              and not relrowsecurity and relname not like 'qrtz%' order by 1""");
        open.removeAll(WITHOUT_PERSONAL_CONTENT);
        assertEquals(List.of(), open);
    }

    @Test
    void everyViewAsksAsTheViewerWhoLooks() {
        assertEquals(List.of(), service.asOwner().column(String.class, """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
              and not coalesce(reloptions @> array['security_invoker=true'], false)"""));
    }

    @Test
    void theServiceOwnsNothingAndGoesPastNothing() {
        assertEquals(List.of(), service.asOwner().column(String.class, """
            select relname from pg_class c join pg_roles r on r.oid = c.relowner
            where r.rolname in ('holdfast_app', 'holdfast_jobs', 'holdfast_destroy')"""));
        assertEquals(List.of(), service.asOwner().column(String.class, """
            select rolname from pg_roles where rolname like 'holdfast%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"""));
    }

    @Test
    void aQueryWithoutAViewerFailsInsteadOfFindingNothing() {
        List<String> silent = new ArrayList<>();
        service.asOwner().run("insert into centre (id, name) values (gen_random_uuid(), 'Harbour Centre') on conflict do nothing");
        service.asOwner().run("insert into person (id, name, centre_id) select gen_random_uuid(), 'Amina Yusuf', id from centre limit 1");
        for (String table : List.of("person", "centre")) {
            try {
                service.database().asAppWithoutViewer().rows("select * from " + table);
                silent.add(table);
            } catch (AssertionError refused) {
                assertEquals(java.sql.SQLException.class.isInstance(refused.getCause()), true);
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void historyIsAddedToAndNeverChanged() {
        UUID amina = UUID.randomUUID();
        for (String table : HISTORY) {
            assertEquals("42501", service.asApp(amina).refusal("delete from " + table), table);
            String column = service.asOwner().column(String.class,
                "select attname::text from pg_attribute where attrelid = ?::regclass and attnum = 1", table).getFirst();
            assertEquals("42501", service.asApp(amina).refusal("update " + table + " set " + column + " = " + column), table);
        }
    }

    @Test
    void accountsTokensAndLinksAreOutOfTheServicesOwnReach() {
        for (String table : List.of("account", "browser_session", "link", "api_token", "sign_in_attempt", "second_factor", "recovery_code", "begun_sign_in", "mail", "mail_address", "demonstration_person")) {
            assertEquals("42501", service.asApp(UUID.randomUUID()).refusal("select * from " + table), table);
        }
    }

    @Test
    void whatWasSaidWithAStepOfASessionIsOnlyReadThroughTheFunctionThatAsksWho() {
        assertEquals("42501", service.asApp(UUID.randomUUID()).refusal("select words from session_event"));
        assertEquals("42501", service.asApp(UUID.randomUUID()).refusal("select * from session_event"));
        assertEquals(0, service.asApp(UUID.randomUUID()).rows("select state, session_event_words(id) from session_event").size());
    }

    @Test
    void nobodyWritesTheAccessLogInSomebodyElsesName() {
        assertThrows(AssertionError.class, () -> service.asApp(UUID.randomUUID()).run("""
            insert into access_log (id, at, viewer_kind, viewer_id, what, subject_id)
            values (gen_random_uuid(), now(), 'person', ?, 'caseload', gen_random_uuid())""", UUID.randomUUID()));
    }

    @Test
    void nobodyWritesAnActInSomebodyElsesNameOrSaysWhichTransactionItBelongsTo() {
        String act = "insert into act (id, at, security, by_kind, by_id, what) values (gen_random_uuid(), now(), false, ?, ?, 'session planned')";
        UUID amina = UUID.randomUUID();
        assertEquals("42501", service.asApp(amina).refusal(act, "person", UUID.randomUUID()));
        assertEquals("42501", service.asApp(amina).refusal(act, "nobody", null));
        assertEquals("42501", service.asApp(amina).refusal(act, "system", amina));
        assertEquals("42501", service.database().asJobs().refusal(act, "person", amina));
        assertEquals("42501", service.asApp(amina).refusal("""
            insert into act (id, at, security, by_kind, by_id, what, transaction_id)
            values (gen_random_uuid(), now(), false, 'person', ?, 'session planned', '1')""", amina));
        assertEquals(1, service.asApp(amina).run(act, "person", amina));
    }

    @Test
    void theServiceDoesNotWriteWhatIsKeptOfACase() {
        assertEquals("42501", service.asApp(UUID.randomUUID()).refusal("update case_standing set last_seen_on = current_date"));
        assertEquals("42501", service.asApp(UUID.randomUUID()).refusal("update prompt set state = 'cleared'"));
    }
}
