package org.holdfast.intake;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small extract as a case system would send it: AMINA manages the team, BEN and CARYS hold cases. Every file can be
 * changed before it is sent.
 */
public final class Extract {
    static final String BOUNDARY = "----extract";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static Extract empty() {
        return new Extract();
    }

    /** Three workers and two children, 1 with BEN and seen 11 days ago, 2 with CARYS and never seen. */
    public static Extract small() {
        return new Extract()
                .with("ssd_professionals", """
                        prof_professional_id,prof_staff_id,prof_professional_name,prof_professional_job_title,prof_professional_department,prof_full_time_equivalency
                        P1,1,"Sólyom, Amina",Team Manager,North,1
                        P2,2,"O'Hara, Ben",Social Worker,North,0.8
                        P3,3,"Vance, Carys",Newly Qualified Social Worker,North,NULL
                        """)
                .with("ssd_involvements", """
                        invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_person_id,invo_involvement_start_date,invo_involvement_end_date
                        I1,P2,Allocated Worker,C1,01/06/2026,
                        I2,P3,Allocated Worker,C2,2026-10-01,NULL
                        I3,P3,Co-worker,C1,2026-10-01 00:00:00,NULL
                        """)
                .with("ssd_cin_visits", """
                        cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone,cinv_cin_visit_bedroom
                        V1,C1,10/11/2026,Y,N,N
                        V2,C2,10/11/2026,N,,N
                        """)
                .with("ssd_missing", """
                        miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted
                        M1,C2,19/11/2026,M,,Y,N
                        """);
    }

    /** Every CSV file of a folder, as it is. */
    public static Extract in(Path folder) {
        Extract extract = new Extract();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(file ->
                    extract.with(file.getFileName().toString().replace(".csv", ""), bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return extract;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Extract with(String table, String csv) {
        return with(table, csv.getBytes(StandardCharsets.UTF_8));
    }

    Extract with(String table, byte[] csv) {
        files.put(table, csv);
        return this;
    }

    Extract without(String table) {
        files.remove(table);
        return this;
    }

    /** Adds a line at the end of a file. */
    Extract row(String table, String line) {
        return with(table, text(table) + line + "\n");
    }

    Extract changed(String table, String from, String to) {
        if (!text(table).contains(from)) {
            throw new AssertionError(table + " does not hold " + from);
        }
        return with(table, text(table).replace(from, to));
    }

    Extract written(String table, Charset charset) {
        return with(table, text(table).getBytes(charset));
    }

    private String text(String table) {
        return new String(files.get(table), StandardCharsets.UTF_8);
    }

    /** Its files, for somebody who chooses them in a browser. */
    public FilePayload[] chosen() {
        return files.entrySet().stream().map(file -> new FilePayload(file.getKey() + ".csv", "text/csv", file.getValue())).toArray(FilePayload[]::new);
    }

    /** The body of a multipart request. */
    byte[] body() {
        return body(false);
    }

    /** As the page sends it: all files in one field. */
    byte[] bodyOfThePage() {
        return body(true);
    }

    private byte[] body(boolean oneField) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((table, csv) -> {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + (oneField ? "files" : table)
                    + "\"; filename=\"" + table + ".csv\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(csv);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
