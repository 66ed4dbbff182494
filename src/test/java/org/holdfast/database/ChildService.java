package org.holdfast.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holdfast as a process of its own on a data folder, so that a test can kill it. */
public final class ChildService implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^Holdfast is ready: (\\S+)/$");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LOOK_AGAIN_MILLISECONDS = 10;

    private final Process process;
    private final Path data;
    private final Path output;

    private ChildService(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /** Starts it on the PostgreSQL it brings along, with more settings as {@code name=value}. */
    public static ChildService start(Path data, String... settings) throws IOException {
        return start(data, Map.of(), settings);
    }

    /** Starts it on a database for tests, where others of its kind may run as well; the folder only takes its output. */
    public static ChildService startOn(Address database, Path folder, String... settings) throws IOException {
        Map<String, String> environment = SecretsForTests.environment();
        environment.put("HOLDFAST_DATABASE_URL", database.jdbc());
        return start(folder, environment, settings);
    }

    private static ChildService start(Path data, Map<String, String> environment, String... settings) throws IOException {
        List<String> command = java();
        command.addAll(List.of(
            "-Dholdfast.data-dir=" + data, "-Dmicronaut.server.port=-1"));
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.add("org.holdfast.Holdfast");
        Path output = Files.createTempFile(data.toAbsolutePath().getParent(), "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new ChildService(builder.start(), data, output);
    }

    private static List<String> java() {
        return new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    }

    /** Runs a command beside the service; what it prints. */
    String command(String main, String... options) throws Exception {
        List<String> command = java();
        command.add(main);
        command.addAll(List.of(options));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new AssertionError(printed);
        }
        return printed;
    }

    /** Waits until it says it is ready; its address. */
    public String ready() throws InterruptedException {
        until("is ready", () -> READY.matcher(output()).find());
        Matcher found = READY.matcher(output());
        found.find();
        return found.group(1);
    }

    /** Waits until something is so, for as long as it lives and at most 90 seconds. */
    public void until(String what, BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end || process.waitFor(LOOK_AGAIN_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Never came to this: " + what + "\n" + output());
            }
        }
    }

    /** What {@code GET /health} answers. */
    static String health(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Waits for its end; the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Is still running:\n" + output());
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** SIGTERM. */
    public void stop() {
        process.destroy();
    }

    /** SIGKILL, the service alone: its PostgreSQL goes on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The process of its PostgreSQL. */
    ProcessHandle postgres() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    public Connection connect(Login login) {
        return RunningDatabase.in(data).connect(login);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
