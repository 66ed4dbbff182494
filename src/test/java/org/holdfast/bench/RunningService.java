package org.holdfast.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real service, started with {@code ops/run} and therefore as everybody starts it. */
final class RunningService implements AutoCloseable {
    static final int PORT = 18_080;
    /** The day all generated data is told from, so that a folder kept from yesterday is worth as much today. */
    static final String DAY = "2026-11-20";

    private static final Pattern PERSON = Pattern.compile("name=\"person\" value=\"([0-9a-f-]{36})\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path data;
    private final double secondsToReady;

    private RunningService(Process process, Path data, double secondsToReady) {
        this.process = process;
        this.data = data;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it on that folder and waits until {@code /health} says UP. */
    static RunningService on(Path data, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ops/run", "--port", String.valueOf(PORT), "--data", data.toString(), "--as-of", DAY));
        command.addAll(List.of(options));
        return started(data, new ProcessBuilder(command));
    }

    static RunningService started(Path data, ProcessBuilder command) throws IOException, InterruptedException {
        Files.createDirectories(Bench.FOLDER);
        command.environment().put("HOLDFAST_REQUESTS_A_MINUTE", "0");
        command.redirectErrorStream(true).redirectOutput(Bench.FOLDER.resolve("service.log").toFile());
        long before = System.nanoTime();
        Process process = command.start();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service did not start; see " + Bench.FOLDER.resolve("service.log"));
            }
            Thread.sleep(10);
        }
        return new RunningService(process, data, (System.nanoTime() - before) / 1e9);
    }

    private static boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address("/health")).timeout(Duration.ofSeconds(2)).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static URI address(String path) {
        return URI.create("http://127.0.0.1:" + PORT + path);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Memory the service itself holds, in megabytes; PostgreSQL's processes are others. */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream().filter(line -> line.startsWith("VmRSS"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElseThrow();
    }

    /** Opens a page as that session of the browser and follows nowhere. */
    static HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address(path)).header("Cookie", cookie).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in as each person of the demonstration whose card says so; their cookies. */
    static List<String> signInAsAll(String whatToSee) throws IOException, InterruptedException {
        List<String> cookies = new ArrayList<>();
        for (String card : get("/sign-in", "holdfast=").body().split("</form>")) {
            Matcher person = PERSON.matcher(card);
            if (card.contains(whatToSee) && person.find()) {
                cookies.add(signIn(person.group(1)));
            }
        }
        return cookies;
    }

    private static String signIn(String person) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/sign-in/demonstration"))
            .header("Content-Type", "application/x-www-form-urlencoded").header("Origin", "http://127.0.0.1:" + PORT)
            .POST(HttpRequest.BodyPublishers.ofString("person=" + person)).build();
        HttpResponse<Void> answer = CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
        return answer.headers().firstValue("Set-Cookie").map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .orElseThrow(() -> new IllegalStateException("Nobody was signed in: " + answer.statusCode()));
    }

    String jdbc() throws IOException {
        return Files.readString(data.resolve("run")).strip();
    }

    String secret(String name) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(name)).strip();
    }

    /** A connection past every policy, for looking at what the service does. */
    Connection superuser() throws IOException, SQLException {
        return DriverManager.getConnection(jdbc(), "postgres", secret("superuser-password"));
    }

    Path postgresLog() {
        return data.resolve("postgres.log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service did not stop within 20 seconds");
        }
    }
}
