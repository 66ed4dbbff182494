package org.holdfast.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** An extract of 100,000 rows through the API, into an installation that holds nothing yet, and once more into the same. */
final class IntakeBench {
    private static final String BOUNDARY = "holdfast-bench";
    private static final int PROFESSIONALS = 400;
    private static final int CHILDREN = 8_000;
    private static final int INVOLVEMENTS = 12_000;
    private static final int VISITS = 84_000;
    private static final int MISSING = 3_600;
    private static final LocalDate DAY = LocalDate.parse(RunningService.DAY);

    private final SplittableRandom chance = new SplittableRandom(100_000);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(16 << 20);

    private IntakeBench() {}

    static void measure(Report report) throws IOException, InterruptedException {
        Path folder = Bench.FOLDER.resolve("intake-" + ProcessHandle.current().pid());
        try (RunningService service = RunningService.on(folder, "--empty")) {
            String token = token(folder);
            byte[] extract = new IntakeBench().extract();
            report.add("Extract for the intake", "100,000 rows, " + extract.length / 1024 / 1024 + " MB", "");
            report.add("Intake, dry run", send(extract, token, false), "");
            report.add("Intake, applied", send(extract, token, true), "under 10 s");
            report.add("Intake, the same extract applied again", send(extract, token, true), "under 10 s");
            report.add("Memory of the service after it", Report.number(service.residentMegabytes()) + " MB resident", "under 512 MB");
        }
    }

    private static String token(Path folder) throws IOException, InterruptedException {
        Process token = new ProcessBuilder("ops/token", "--data", folder.toString(), "--scopes", "intake").start();
        String said = new String(token.getInputStream().readAllBytes());
        if (token.waitFor() != 0) {
            throw new IllegalStateException("ops/token failed");
        }
        return said.strip().lines().toList().getLast();
    }

    private static String send(byte[] extract, String token, boolean apply) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(RunningService.address("/api/v1/intake?apply=" + apply))
            .header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(extract)).build();
        long before = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        double seconds = (System.nanoTime() - before) / 1e9;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Intake answered " + answer.statusCode() + ": " + answer.body());
        }
        if (!answer.body().contains("\"rejected\":[]")) {
            throw new IllegalStateException("Rows were rejected: " + answer.body().substring(0, Math.min(2000, answer.body().length())));
        }
        return Report.number(seconds) + " s";
    }

    private byte[] extract() {
        part("ssd_professionals", "prof_professional_id,prof_professional_name,prof_professional_job_title,prof_professional_department",
            PROFESSIONALS, i -> "P%d,\"Worker, Number %d\",%s,Team %d".formatted(i, i, i < 40 ? "Team Manager" : "Practitioner", i % 40));
        part("ssd_involvements", "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_person_id,invo_involvement_start_date,invo_involvement_end_date",
            INVOLVEMENTS, this::involvement);
        visits("ssd_cin_visits", "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone", VISITS / 2, "V");
        visits("ssd_cp_visits", "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone", VISITS / 4, "W");
        visits("ssd_cla_visits", "clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone", VISITS / 4, "X");
        part("ssd_missing", "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,"
            + "miss_missing_rhi_offered,miss_missing_rhi_accepted", MISSING, this::missing);
        append("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** Each child has a worker; half of them had one before. */
    private String involvement(int i) {
        int child = i % CHILDREN;
        boolean earlier = i >= CHILDREN;
        LocalDate from = DAY.minusDays(earlier ? 700 : child < INVOLVEMENTS - CHILDREN ? 300 : chance.nextInt(20, 600));
        return "I%d,P%d,Allocated Worker,%d,%s,%s".formatted(i, chance.nextInt(40, PROFESSIONALS), child, from, earlier ? DAY.minusDays(300) : "");
    }

    private void visits(String table, String columns, int rows, String prefix) {
        part(table, columns, rows, i -> "%s%d,%d,%s,%s,N".formatted(
            prefix, i, chance.nextInt(CHILDREN), DAY.minusDays(chance.nextInt(0, 600)), chance.nextInt(10) < 8 ? "Y" : "N"));
    }

    private String missing(int i) {
        LocalDate from = DAY.minusDays(chance.nextInt(3, 600));
        return "M%d,%d,%s,M,%s,Y,%s".formatted(i, chance.nextInt(CHILDREN), from, from.plusDays(chance.nextInt(0, 3)), i % 2 == 0 ? "Y" : "N");
    }

    private void part(String table, String columns, int rows, IntFunction<String> row) {
        append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + table + "\"; filename=\"" + table + ".csv\"\r\nContent-Type: text/csv\r\n\r\n");
        append(columns + "\n");
        for (int i = 0; i < rows; i++) {
            append(row.apply(i) + "\n");
        }
        append("\r\n");
    }

    private void append(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
