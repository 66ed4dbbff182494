package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.DoubleStream;

/** How long a start takes on a folder that has been started before. */
final class StartBench {
    private static final int TIMES = 5;

    private StartBench() {}

    static void measure(Report report) throws IOException, InterruptedException {
        Path folder = Bench.FOLDER.resolve("small");
        start(folder);
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            seconds[i] = start(folder);
        }
        report.add("Second start until ready, median of " + TIMES, Report.number(DoubleStream.of(seconds).sorted().toArray()[TIMES / 2]) + " s",
            "under 4 s");
    }

    private static double start(Path folder) throws IOException, InterruptedException {
        try (RunningService service = RunningService.on(folder)) {
            return service.secondsToReady();
        }
    }
}
