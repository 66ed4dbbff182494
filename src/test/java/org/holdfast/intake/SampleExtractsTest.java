package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both invented extracts beside the project come out as their {@code expected.json} says, case by case. */
class SampleExtractsTest {
    private static final Path SAMPLES = Path.of("../shared/data/ssd-sample");

    @RegisterExtension final TestService service = TestService.started();

    @ParameterizedTest
    @ValueSource(strings = {"liquidlogic", "mosaic"})
    void everyCaseComesOutAsExpected(String sample) throws IOException {
        Path folder = SAMPLES.resolve(sample);
        assumeTrue(Files.isDirectory(folder), "The sample extracts are not beside this checkout");
        Map<String, Object> expected = json(Files.readString(folder.resolve("expected.json")));
        LocalDate asOf = LocalDate.parse((String) expected.get("as_of"));
        service.clock().setDay(asOf);
        CaseSystem system = CaseSystem.withScopes(service, "intake", "read");
        Extract extract = Extract.in(folder);

        Page dryRun = system.dryRun(extract);
        assertEquals(0L, service.asOwner().one(Long.class, "select (select count(*) from child_case) + (select count(*) from person) + (select count(*) from intake)"));
        Page first = system.apply(extract);

        assertEquals(200, first.status(), first.text());
        assertEquals(json(dryRun.text()).get("tables"), json(first.text()).get("tables"));
        assertEquals(expected.get("rows"), rows(first, List.of("new", "rejected")));
        assertEquals(cases(expected), held(asOf));

        Page again = system.apply(extract);
        assertEquals(expected.get("rows"), rows(again, List.of("unchanged", "rejected")));
        assertEquals(cases(expected), held(asOf));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> cases(Map<String, Object> expected) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        ((Map<String, Map<String, Object>>) expected.get("cases")).forEach((reference, of) -> cases.put(reference, new TreeMap<>(of)));
        return cases;
    }

    private Map<String, Map<String, Object>> held(LocalDate asOf) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        service.asOwner().rows("""
                select k.external_reference, p.external_reference as worker, g.last_seen_on, g.days, g.state,
                       (select count(distinct a.person_id) from assignment a where a.case_id = k.id and a.role = 'young person''s worker') as workers
                from contact_gap(?) g join child_case k on k.id = g.case_id join person p on p.id = g.worker_id""", asOf)
                .forEach(row -> cases.put((String) row.get("external_reference"), shown(row)));
        return cases;
    }

    private static Map<String, Object> shown(Map<String, Object> row) {
        Map<String, Object> of = new TreeMap<>();
        of.put("days", row.get("days"));
        of.put("last_seen", row.get("last_seen_on") == null ? null : ((Date) row.get("last_seen_on")).toLocalDate().toString());
        of.put("notice_21", row.get("state").equals("notice"));
        of.put("past_28", row.get("state").equals("over"));
        of.put("worker", row.get("worker"));
        of.put("workers_ever", ((Long) row.get("workers")).intValue());
        return of;
    }

    /** Rows by table, as the sum of some verdicts. */
    @SuppressWarnings("unchecked")
    private Map<String, Integer> rows(Page answer, List<String> verdicts) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        ((Map<String, Map<String, Integer>>) json(answer.text()).get("tables")).forEach((table, counts) ->
                rows.put(table, verdicts.stream().mapToInt(counts::get).sum()));
        return rows;
    }

    private Map<String, Object> json(String text) {
        try {
            return service.bean(ObjectMapper.class).readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
