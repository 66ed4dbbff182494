package org.holdfast.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Searching 2,000 sealed texts of one person: 1,000 private preparations under one key, 1,000 restricted parts under as many. */
final class SearchBench {
    private static final int SESSIONS = 1_000;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 40;
    private static final String WORDS = "The week was long, the visits were many, and what stays with me is the silence in the car on the way back. ".repeat(8);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;

    private SearchBench(String cookie) {
        this.cookie = cookie;
    }

    static void measure(Report report) throws IOException, InterruptedException, SQLException {
        Path folder = Bench.FOLDER.resolve("search-" + ProcessHandle.current().pid());
        try (RunningService service = RunningService.on(folder)) {
            SearchBench bench = new SearchBench(RunningService.signInAsAll("Callum Reid").getFirst());
            bench.write(service);
            double[] milliseconds = new double[MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                long before = System.nanoTime();
                bench.search();
                milliseconds[Math.max(0, i)] = (System.nanoTime() - before) / 1e6;
            }
            Arrays.sort(milliseconds);
            report.add("Search through one's own 2,000 sealed texts of 850 characters, the whole page, median of " + MEASURED,
                Report.number(milliseconds[MEASURED / 2]) + " ms", "under 500 ms");
            report.add("The slowest of them", Report.number(milliseconds[MEASURED - 1]) + " ms", "");
        }
    }

    private void write(RunningService service) throws IOException, InterruptedException, SQLException {
        for (UUID session : sessions(service)) {
            int prepared = send("/sessions/" + session + "/private-preparation", "POST", "application/x-www-form-urlencoded", "base=0&words=" + WORDS.replace(' ', '+'));
            int restricted = send("/sessions/" + session + "/restricted-part/fields", "PUT", "application/json", """
                {"part": "restricted", "partId": "%s", "field": "wellbeing", "base": 0, "key": "%s", "value": "%s"}""".formatted(session, UUID.randomUUID(), WORDS));
            if (prepared != 303 || restricted != 200) {
                throw new IllegalStateException("Writing answered " + prepared + " and " + restricted);
            }
        }
    }

    /** Records being written by the person who has just signed in and their supervisor. */
    private static UUID[] sessions(RunningService service) throws IOException, SQLException {
        String sql = """
            with me as (
                select b.person_id as supervisee, l.supervisor_id as supervisor from browser_session b
                join supervision_line l on l.supervisee_id = b.person_id
                order by b.started_at, b.id, l.starts_on desc limit 1),
            made as (
                insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at)
                select gen_random_uuid(), 'one-to-one', supervisee, supervisor, supervisor, now() from me cross join generate_series(1, ?)
                returning id, supervisor_id),
            dated as (
                insert into session_date (id, session_id, number, starts_at, minutes, set_by, set_at)
                select gen_random_uuid(), id, 1, now(), 90, supervisor_id, now() from made returning session_id),
            begun as (
                insert into session_event (id, session_id, number, state, by_id, on_day, recorded_at)
                select gen_random_uuid(), id, 1, 'drafted', supervisor_id, current_date, now() from made returning session_id)
            select array_agg(made.id) from made join dated on dated.session_id = made.id join begun on begun.session_id = made.id""";
        try (Connection connection = service.superuser(); PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, SESSIONS);
            try (ResultSet made = insert.executeQuery()) {
                made.next();
                return (UUID[]) made.getArray(1).getArray();
            }
        }
    }

    private void search() throws IOException, InterruptedException {
        int answered = send("/own-words", "POST", "application/x-www-form-urlencoded", "words=silence+elephants");
        if (answered != 200) {
            throw new IllegalStateException("The search answered " + answered);
        }
    }

    private int send(String path, String method, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(RunningService.address(path)).header("Cookie", cookie).header("Content-Type", type)
            .header("Origin", "http://127.0.0.1:" + RunningService.PORT).method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
