package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own measure, beside the service's: the same statements on the same database, without a service around them. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Path FROM_DEBIAN = Path.of("/usr/lib/postgresql/15/bin/pgbench");

    private Pgbench() {}

    /** Transactions a second with 16 clients, each taking the requests of one of the cookies' owners at random. */
    static double rate(RunningService service, String path, List<String> cookies, Duration time)
            throws IOException, InterruptedException, SQLException {
        List<String> command = new ArrayList<>(List.of(program(), "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", String.valueOf(time.toSeconds())));
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < cookies.size(); i++) {
            Path script = Bench.FOLDER.resolve("request-" + i + ".sql");
            Statements statements = Statements.of(service, path, cookies.get(i));
            check(statements, path);
            Files.writeString(script, statements.script("v" + i, variables));
            command.addAll(List.of("-f", script.toString()));
        }
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        return run(service, command);
    }

    /** The measure would be worth nothing if a part of the request had gone missing. */
    private static void check(Statements statements, String path) {
        for (String part : List.of("BEGIN", "enter_with_browser_session", "COMMIT")) {
            if (!statements.holds(part)) {
                throw new IllegalStateException("No " + part + " among the statements of " + path);
            }
        }
    }

    private static double run(RunningService service, List<String> command) throws IOException, InterruptedException {
        Matcher address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(service.jdbc());
        if (!address.find()) {
            throw new IllegalStateException(service.jdbc());
        }
        command.addAll(List.of("-h", address.group(1), "-p", address.group(2), "-U", "holdfast_app", address.group(3)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", service.secret("app-password"));
        // as the service's own connections
        builder.environment().put("PGOPTIONS", "-c plan_cache_mode=force_generic_plan");
        Process pgbench = builder.start();
        String said = new String(pgbench.getInputStream().readAllBytes());
        Matcher rate = RATE.matcher(said);
        if (pgbench.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench failed:\n" + said.substring(Math.max(0, said.length() - 3000)));
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String program() {
        return Files.isExecutable(FROM_DEBIAN) ? FROM_DEBIAN.toString() : "pgbench";
    }
}
