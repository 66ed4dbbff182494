package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertEquals(cases(expected), open(system));

        Page again = system.apply(extract);
        assertEquals(expected.get("rows"), rows(again, List.of("unchanged", "rejected")));
        assertEquals(cases(expected), open(system));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> cases(Map<String, Object> expected) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        ((Map<String, Map<String, Object>>) expected.get("cases")).forEach((reference, of) -> cases.put(reference, new TreeMap<>(of)));
        return cases;
    }

    /** The open cases as the API gives them, page by page. */
    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> open(CaseSystem system) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        String next = "/api/v1/cases?state=open";
        while (next != null) {
            Map<String, Object> list = json(system.get(next).text());
            ((List<Map<String, Object>>) list.get("items")).forEach(item -> cases.put((String) item.get("externalReference"), shown(item)));
            next = (String) list.get("next");
        }
        return cases;
    }

    private static Map<String, Object> shown(Map<String, Object> item) {
        Map<String, Object> of = new TreeMap<>();
        of.put("days", item.get("daysSinceSeen"));
        of.put("last_seen", item.get("lastSeenOn"));
        of.put("notice_21", item.get("contactGap").equals("notice"));
        of.put("past_28", item.get("contactGap").equals("over"));
        of.put("worker", ((Map<?, ?>) item.get("worker")).get("externalReference"));
        of.put("workers_ever", item.get("workersSoFar"));
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
