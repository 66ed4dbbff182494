package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a table that reads the same in a terminal and in a decision file. */
final class Report {
    private record Row(String what, String figure, String aim) {}

    private final List<Row> rows = new ArrayList<>();

    /** One figure, with the aim it is held against or an empty string. */
    void add(String what, String figure, String aim) {
        rows.add(new Row(what, figure, aim));
        System.out.println("  " + what + ": " + figure + (aim.isEmpty() ? "" : " (aim: " + aim + ")"));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    String text() {
        StringBuilder text = new StringBuilder("\n" + machine() + "\n\n| What | Figure | Aim |\n|---|---|---|\n");
        rows.forEach(row -> text.append("| ").append(row.what).append(" | ").append(row.figure).append(" | ").append(row.aim).append(" |\n"));
        return text.toString();
    }

    /** Load before the run is named, because figures from a busy machine say little. */
    private static String machine() {
        return "%s; %d processors (%s), %s memory; Java %s; load of the last minutes %s".formatted(
            LocalDate.now(), Runtime.getRuntime().availableProcessors(), value("/proc/cpuinfo", "model name"), value("/proc/meminfo", "MemTotal"),
            Runtime.version(), first("/proc/loadavg"));
    }

    private static String value(String file, String name) {
        return lines(file).stream().filter(line -> line.startsWith(name)).map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst().orElse("unknown");
    }

    private static String first(String file) {
        return lines(file).stream().findFirst().orElse("unknown");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
