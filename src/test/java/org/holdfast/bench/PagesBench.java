package org.holdfast.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The manager's home and the caseload page, on 600 practitioners, 10,000 open cases and 400,000 contacts. */
final class PagesBench {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final int SCRIPTS = 8;
    private static final String MANAGER = "A team manager";
    private static final String PRACTITIONER = "A practitioner";

    private PagesBench() {}

    static void measure(Report report) throws IOException, InterruptedException, SQLException {
        try (RunningService service = RunningService.on(centre15())) {
            rest(report, service);
            page(report, service, "Manager's home", "/", signedIn(MANAGER));
            page(report, service, "Caseload page", "/caseload", signedIn(PRACTITIONER));
        }
    }

    /** Memory alone: at rest, and the most of it while both pages are asked for. */
    static void measureMemory(Report report) throws IOException, InterruptedException, SQLException {
        try (RunningService service = RunningService.on(centre15())) {
            rest(report, service);
            AtomicReference<Double> most = new AtomicReference<>(0.0);
            Thread watching = watch(service, most);
            load("/", signedIn(MANAGER)).with(64, WARM_UP);
            load("/caseload", signedIn(PRACTITIONER)).with(64, WARM_UP);
            watching.interrupt();
            report.add("Memory of the service under load", Report.number(most.get()) + " MB resident", "under 512 MB");
        }
    }

    private static void rest(Report report, RunningService service) throws IOException, InterruptedException {
        Thread.sleep(10_000);
        report.add("Memory of the service at rest", Report.number(service.residentMegabytes()) + " MB resident", "under 300 MB");
    }

    private static List<String> signedIn(String whatToSee) throws IOException, InterruptedException {
        List<String> cookies = RunningService.signInAsAll(whatToSee);
        if (cookies.size() < SCRIPTS) {
            throw new IllegalStateException("Only " + cookies.size() + " people have the card: " + whatToSee);
        }
        return cookies;
    }

    private static void page(Report report, RunningService service, String name, String path, List<String> cookies)
            throws IOException, InterruptedException, SQLException {
        HttpResponse<String> first = RunningService.get(path, cookies.getFirst());
        if (first.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + first.statusCode());
        }
        report.add(name, first.body().length() / 1024 + " KB of HTML", "");
        Load load = load(path, cookies);
        load.with(16, WARM_UP);
        AtomicReference<Double> most = new AtomicReference<>(0.0);
        Thread watching = watch(service, most);
        Load.Result four = load.with(4, MEASURED);
        report.add(name + ", 4 connections", four.words(), "p95 under 20 ms");
        Load.Result sixteen = load.with(16, MEASURED);
        report.add(name + ", 16 connections", sixteen.words(), "");
        report.add(name + ", 64 connections", load.with(64, MEASURED).words(), "");
        watching.interrupt();
        report.add("Memory of the service meanwhile", Report.number(most.get()) + " MB resident at most", "under 512 MB");
        double alone = Pgbench.rate(service, path, cookies.subList(0, SCRIPTS), MEASURED);
        report.add(name + ", its statements in pgbench -c16 -j2", Report.number(alone) + " a second", "");
        report.add(name + ", service / pgbench at 16", Report.number(sixteen.perSecond() / alone), "at least 0.25");
    }

    private static Load load(String path, List<String> cookies) {
        return new Load(RunningService.PORT, cookies.stream().map(cookie -> Load.get(path, cookie)).toList());
    }

    private static Thread watch(RunningService service, AtomicReference<Double> most) {
        return Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    most.set(Math.max(most.get(), service.residentMegabytes()));
                    Thread.sleep(500);
                }
            } catch (IOException | InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The folder with the large service, made once for as long as nothing it is made from changes. */
    static Path centre15() throws IOException, InterruptedException, SQLException {
        Path folder = Bench.FOLDER.resolve("centre15-" + madeFrom());
        Path done = Bench.FOLDER.resolve(folder.getFileName() + ".done");
        if (!Files.exists(done)) {
            System.out.println("  Making the service of fifteen centres, once; this takes a minute or more.");
            make(folder);
            Files.createFile(done);
        }
        return folder;
    }

    private static String madeFrom() throws IOException {
        long hash = 17;
        for (Path root : List.of(Path.of("migrations"), Path.of("src/main/java/org/holdfast/demo"))) {
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    hash = hash * 31 + java.util.Arrays.hashCode(Files.readAllBytes(file));
                }
            }
        }
        return Long.toHexString(hash);
    }

    private static void make(Path folder) throws IOException, InterruptedException, SQLException {
        ProcessBuilder command = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-Duser.timezone=UTC", "-Dholdfast.demo=centre15",
            "-Dholdfast.data-dir=" + folder, "-Dholdfast.as-of=" + RunningService.DAY, "-Dmicronaut.server.port=" + RunningService.PORT,
            "-jar", "target/holdfast.jar");
        try (RunningService service = RunningService.started(folder, command);
                Connection superuser = service.superuser(); Statement statement = superuser.createStatement()) {
            System.out.println("  Made in " + Report.number(service.secondsToReady()) + " seconds.");
            statement.execute("vacuum analyze");
        }
    }
}
