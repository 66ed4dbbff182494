package org.holdfast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder that holds one installation: the embedded database, its secrets and its log. One living service holds
 * its lock file; the lock goes with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel held;

    private DataFolder(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /**
     * Makes the folder if it is missing, closes it to other people and takes its lock.
     *
     * @throws CannotStart where another service holds it, or where it holds somebody else's files
     */
    static DataFolder claim(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            makeItOurs(path);
            return new DataFolder(path, lock(path));
        } catch (FileSystemException e) {
            throw new CannotStart("The data folder " + path + " cannot be used: " + e + ".", e);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** A folder with other things in it is refused, because closing it to other people would reach those too. */
    private static void makeItOurs(Path path) throws IOException {
        Files.createDirectories(path);
        if (!isAnInstallation(path) && !isEmpty(path)) {
            throw new CannotStart("The folder " + path + " holds other files. Name an empty folder, or one that "
                + "does not exist yet, with --data.");
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean isAnInstallation(Path path) {
        return Files.exists(lockFile(path)) || Files.exists(path.resolve("postgres"));
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
            FileChannel.open(lockFile(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new CannotStart("Holdfast is already running on " + path
                + ". Use that one, stop it first, or name another folder with --data.");
        }
        return channel;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path lockFile(Path path) {
        return path.resolve("lock");
    }

    Path path() {
        return path;
    }

    /** Keys and passwords; see {@link Secrets}. */
    Path secrets() {
        return secretsIn(path);
    }

    static Path secretsIn(Path dataFolder) {
        return dataFolder.resolve("secrets");
    }

    /** PostgreSQL's own data directory. */
    Path postgres() {
        return path.resolve("postgres");
    }

    /** PostgreSQL's unpacked programs. They are safe from other people only because the data folder is closed. */
    Path programs() {
        return path.resolve("programs");
    }

    /** What PostgreSQL has to say about itself; never a statement or a value. */
    Path log() {
        return path.resolve("postgres.log");
    }

    /** Where the running database is found by commands such as {@code ops/token}. Absent while none runs. */
    Path run() {
        return runIn(path);
    }

    static Path runIn(Path dataFolder) {
        return dataFolder.resolve("run");
    }

    /** Gives the folder free for the next start. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(run());
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
