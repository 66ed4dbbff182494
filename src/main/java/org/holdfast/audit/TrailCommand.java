package org.holdfast.audit;

import io.micronaut.core.annotation.Nullable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.database.CannotStart;
import org.holdfast.database.Login;
import org.holdfast.database.RunningDatabase;

/**
 * The command behind {@code ops/audit}: verifies the trail of the running service, or writes it out. It signs in as the
 * jobs' role, which may read the trail and change nothing in it.
 */
public final class TrailCommand {
    /** What was found is not what was written. */
    private static final int FOUND = 3;
    private static final Pattern HEAD_LINE = Pattern.compile("\"head\":\"([0-9]+:[0-9a-f]{64})\"");

    private final Map<String, String> options;

    private TrailCommand(Map<String, String> options) {
        this.options = options;
    }

    /** Exit code 0 where all is as it was written, 3 where something is not, 1 where that cannot be said. */
    public static void main(String[] args) {
        try {
            System.exit(new TrailCommand(options(args)).run(args[0]));
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
        } catch (SQLException | IOException e) {
            System.err.println("The trail could not be read: " + e.getMessage());
        }
        System.exit(1);
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private int run(String wanted) throws SQLException, IOException {
        RunningDatabase database = database();
        try (Connection connection = database.connect(Login.JOBS)) {
            if (wanted.equals("verify")) {
                return said(Verification.of(connection, database.secrets(), known()));
            }
            OutputStream out = new BufferedOutputStream(System.out);
            Export.write(connection, day("--from", LocalDate.EPOCH), day("--to", Export.today(connection)), out);
            return 0;
        }
    }

    private RunningDatabase database() {
        String folder = options.get("--data");
        return folder == null ? RunningDatabase.external() : RunningDatabase.in(Path.of(folder));
    }

    /** A head as it was printed, or the last line of an export that was kept. */
    private @Nullable Head known() {
        String known = options.get("--against");
        return known == null ? null : Head.of(known).orElseGet(() -> ofExport(Path.of(known)));
    }

    private static Head ofExport(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Matcher head = HEAD_LINE.matcher(lines.reduce("", (_, later) -> later));
            if (!head.find()) {
                throw new CannotStart("The last line of " + file + " holds no head. Was the export cut short?");
            }
            return Head.of(head.group(1)).orElseThrow();
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("--against takes a head, such as 12:9f86d081 with all its 64 digits, or a file that ops/audit export wrote.", e);
        }
    }

    private static int said(Verification.Result result) {
        result.findings().forEach(System.out::println);
        if (result.found() > result.findings().size()) {
            System.out.println("And " + (result.found() - result.findings().size()) + " more.");
        }
        System.out.println("Rows linked: " + result.linked() + ". Head: " + result.head());
        System.out.println(result.tail() == 0
                ? "No row waits for its link."
                : "Rows waiting for their link, not verified yet: " + result.tail() + ", the oldest since " + result.tailSince() + ".");
        System.out.println(result.found() == 0 ? "Every linked row is as it was written." : "Not as it was written: " + result.found() + ", see above.");
        return result.found() == 0 ? 0 : FOUND;
    }

    private LocalDate day(String option, LocalDate otherwise) {
        try {
            return options.containsKey(option) ? LocalDate.parse(options.get(option)) : otherwise;
        } catch (DateTimeException e) {
            throw new CannotStart(option + " takes a day, such as 2026-11-21.");
        }
    }
}
