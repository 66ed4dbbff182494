package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.holdfast.pdf.AccessiblePdf;
import org.holdfast.supervision.SixCaseRecord;

/** A record with six cases as PDF: ours, and the same page printed by Chromium on the same machine in the same run. */
final class PdfBench {
    private static final int WARM_UP = 60;
    private static final int MEASURED = 60;

    private PdfBench() {}

    @FunctionalInterface
    private interface Print {
        byte[] once() throws Exception;
    }

    static void measure(Report report) throws Exception {
        String xhtml = SixCaseRecord.xhtml();
        AccessiblePdf pdf = new AccessiblePdf();
        report.add("PDF of a six-case record, first", Report.number(median(0, 1, () -> pdf.print(xhtml))) + " ms", "");
        report.add("PDF of a six-case record, warm, median of " + MEASURED, Report.number(median(WARM_UP, MEASURED, () -> pdf.print(xhtml))) + " ms",
            "under 120 ms");
        try (Chromium chromium = Chromium.start(page(xhtml))) {
            report.add("The same page printed by Chromium, browser and page already open, median of 20",
                Report.number(median(5, 20, chromium::print)) + " ms", "");
        }
    }

    private static Path page(String xhtml) throws IOException {
        Files.createDirectories(Bench.FOLDER);
        return Files.writeString(Bench.FOLDER.resolve("record.xhtml"), xhtml);
    }

    private static double median(int warmUp, int measured, Print print) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            print.once();
        }
        double[] milliseconds = new double[measured];
        for (int i = 0; i < measured; i++) {
            long before = System.nanoTime();
            if (print.once().length < 1_000) {
                throw new IllegalStateException("That is no PDF");
            }
            milliseconds[i] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[measured / 2];
    }
}
