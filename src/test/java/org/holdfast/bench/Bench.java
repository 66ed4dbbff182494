package org.holdfast.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the parts that were asked for, all of them if none, and prints what they found. See {@code ops/bench --help}. */
public final class Bench {
    /** Where the bench keeps its data folders; all of it may be deleted. */
    static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    @FunctionalInterface
    private interface Part {
        void measure(Report report) throws Exception;
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("start", StartBench::measure);
        PARTS.put("pages", PagesBench::measure);
        PARTS.put("memory", PagesBench::measureMemory);
        PARTS.put("intake", IntakeBench::measure);
        PARTS.put("pdf", PdfBench::measure);
        PARTS.put("search", SearchBench::measure);
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> wanted = new ArrayList<>(List.of(args));
        Path record = recordFile(wanted);
        Report report = new Report();
        for (String part : wanted.isEmpty() ? List.of("start", "pages", "intake", "pdf", "search") : wanted) {
            if (!PARTS.containsKey(part)) {
                throw new IllegalArgumentException("There is no part " + part + "; choose from " + PARTS.keySet());
            }
            System.out.println("Measuring " + part + ".");
            PARTS.get(part).measure(report);
        }
        System.out.println(report.text());
        if (record != null) {
            Files.writeString(record, report.text());
        }
    }

    private static Path recordFile(List<String> args) {
        int place = args.indexOf("--record");
        if (place < 0) {
            return null;
        }
        args.remove(place);
        return Path.of(args.remove(place));
    }
}
