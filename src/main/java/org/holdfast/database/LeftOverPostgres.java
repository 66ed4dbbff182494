package org.holdfast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A PostgreSQL that a killed service left running. It would keep the next start from its own data. Whoever holds the
 * lock of the data folder may end it, nobody else: then no living service can be using it.
 */
final class LeftOverPostgres {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;

    private LeftOverPostgres(Path data) {
        this.data = data;
    }

    /** Ends what still runs on that PostgreSQL data directory, and clears the pid file of one that was killed. */
    static void end(Path data) {
        if (Files.exists(pidFile(data))) {
            new LeftOverPostgres(data).end();
        }
    }

    private void end() {
        List<ProcessHandle> running = running();
        running.stream().filter(this::isNamedInPidFile).forEach(LeftOverPostgres::askToStop);
        if (!gone(running)) {
            // its write-ahead log brings everything committed back
            running.forEach(ProcessHandle::destroyForcibly);
            gone(running);
        }
        clearPidFile();
    }

    /** PostgreSQL's processes work inside their data directory; a pid alone could be anybody's by now. */
    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(LeftOverPostgres::isPostgres).filter(this::worksHere).toList();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNamedInPidFile(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(pidFile(data))) {
            return lines.findFirst().orElse("").strip().equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; Java's own SIGTERM would wait for the last client to leave. */
    private static void askToStop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean gone(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** PostgreSQL would refuse to start if the pid in it happens to be somebody else's by now. */
    private void clearPidFile() {
        try {
            Files.deleteIfExists(pidFile(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }
}
