package org.holdfast.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Chromium without a window, with one page open, that prints it when asked through its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Pattern DATA = Pattern.compile("\"data\":\"([^\"]+)\"");

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> answers;
    private int asked;

    private Chromium(Process process, WebSocket socket, BlockingQueue<String> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    static Chromium start(Path page) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("holdfast-bench");
        List<String> command = new ArrayList<>(List.of(program(), "--headless", "--disable-gpu", "--remote-debugging-port=0", "--user-data-dir=" + profile,
            "--no-first-run", "--disable-background-networking", "--no-sandbox", page.toUri().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String port = port(profile.resolve("DevToolsActivePort"));
        BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);
        return new Chromium(process, open(target(port), answers), answers);
    }

    private static String program() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return named;
        }
        return PROGRAMS.stream().filter(Chromium::isOnPath).findFirst().orElseThrow(() -> new IllegalStateException("There is no Chromium"));
    }

    private static boolean isOnPath(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static String port(Path file) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(file) && Files.readString(file).contains("\n")) {
                return Files.readString(file).lines().findFirst().orElseThrow();
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("Chromium did not start");
    }

    /** The address at which the open page listens. */
    private static URI target(String port) throws IOException, InterruptedException {
        Pattern address = Pattern.compile("\"type\": \"page\".*?\"webSocketDebuggerUrl\": \"(ws:[^\"]+)\"", Pattern.DOTALL);
        for (int i = 0; i < 100; i++) {
            try (var in = URI.create("http://127.0.0.1:" + port + "/json/list").toURL().openStream()) {
                Matcher found = address.matcher(new String(in.readAllBytes()));
                if (found.find()) {
                    Thread.sleep(1000);
                    return URI.create(found.group(1));
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("Chromium opened no page");
    }

    private static WebSocket open(URI address, BlockingQueue<String> answers) {
        return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                text.append(part);
                if (last) {
                    answers.add(text.toString());
                    text.setLength(0);
                }
                from.request(1);
                return null;
            }
        }).join();
    }

    /** The page as PDF, tagged as ours is. */
    byte[] print() throws InterruptedException {
        asked++;
        socket.sendText("{\"id\":" + asked + ",\"method\":\"Page.printToPDF\",\"params\":{\"generateTaggedPDF\":true,\"preferCSSPageSize\":true}}", true).join();
        String answer = answers.poll(60, TimeUnit.SECONDS);
        Matcher data = DATA.matcher(answer == null ? "" : answer);
        if (!data.find()) {
            throw new IllegalStateException("Chromium printed nothing: " + answer);
        }
        return Base64.getDecoder().decode(data.group(1));
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
    }
}
