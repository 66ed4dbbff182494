package org.holdfast.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exactly the statements PostgreSQL saw while the service answered one request, with their values, as a script for
 * pgbench: taken from PostgreSQL's own log, so that nothing is left out or made easier.
 */
final class Statements {
    private static final Pattern BEGIN = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)\\] (\\S+) LOG:  (?:execute [^:]+|statement): (.*)$");
    private static final Pattern DETAIL = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)\\] (\\S+) DETAIL:  [Pp]arameters: (.*)$");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");

    /** Where {@link org.holdfast.audit.Reads} passes the ids of its rows. */
    private static final int IDS_OF_READS = 3;

    private record Executed(String sql, Map<Integer, String> values) {}

    private final List<Executed> executed = new ArrayList<>();

    /** Opens the page once with every statement logged. */
    static Statements of(RunningService service, String path, String cookie) throws IOException, InterruptedException, SQLException {
        try (Connection superuser = service.superuser(); Statement sql = superuser.createStatement()) {
            logging(sql, true);
            for (int i = 0; i < 20; i++) {
                RunningService.get(path, cookie);
            }
            Thread.sleep(500);
            long before = Files.size(service.postgresLog());
            RunningService.get(path, cookie);
            Thread.sleep(500);
            byte[] all = Files.readAllBytes(service.postgresLog());
            logging(sql, false);
            return new Statements(new String(all, (int) before, (int) (all.length - before), StandardCharsets.UTF_8));
        }
    }

    /** The service's sessions begin anew, because a role's settings count from the beginning of a session. */
    private static void logging(Statement sql, boolean on) throws SQLException, InterruptedException {
        sql.execute(on ? "alter system set log_line_prefix = '%m [%p] %u '" : "alter system reset log_line_prefix");
        sql.execute("select pg_reload_conf()");
        sql.execute(on ? "alter role holdfast_app set log_error_verbosity = 'default'" : "alter role holdfast_app reset all");
        if (on) {
            sql.execute("alter role holdfast_app set log_statement = 'all'");
        }
        sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'holdfast_app'");
        Thread.sleep(3000);
    }

    private Statements(String log) {
        StringBuilder sql = null;
        for (String line : log.split("\n")) {
            Matcher begin = BEGIN.matcher(line);
            Matcher detail = DETAIL.matcher(line);
            if (line.startsWith("\t") && sql != null) {
                sql.append('\n').append(line.substring(1));
            } else if (begin.matches() && begin.group(2).equals("holdfast_app")) {
                add(sql, Map.of());
                sql = new StringBuilder(begin.group(3));
            } else if (detail.matches() && detail.group(2).equals("holdfast_app")) {
                add(sql, values(detail.group(3)));
                sql = null;
            } else {
                add(sql, Map.of());
                sql = null;
            }
        }
        add(sql, Map.of());
    }

    private void add(StringBuilder sql, Map<Integer, String> values) {
        if (sql != null && !sql.toString().isBlank()) {
            executed.add(new Executed(sql.toString().strip(), values));
        }
    }

    private static Map<Integer, String> values(String parameters) {
        Map<Integer, String> values = new LinkedHashMap<>();
        Matcher value = VALUE.matcher(parameters);
        while (value.find()) {
            values.put(Integer.valueOf(value.group(1)), value.group(3) == null ? null : value.group(3).replace("''", "'"));
        }
        return values;
    }

    int count() {
        return executed.size();
    }

    boolean holds(String words) {
        return executed.stream().anyMatch(it -> it.sql.contains(words));
    }

    /**
     * As a pgbench script. Values become variables, which pgbench sends as parameters as the service does; only the ids
     * of the access log's rows are made by PostgreSQL, because each run needs new ones.
     *
     * @param name      begins the variables' names
     * @param variables where their values go
     */
    String script(String name, Map<String, String> variables) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < executed.size(); i++) {
            Executed it = executed.get(i);
            String sql = it.sql;
            boolean logs = sql.startsWith("insert into access_log");
            for (int n = it.values.size(); n > 0; n--) {
                String variable = name + "_" + i + "_" + n;
                String value = it.values.get(n);
                boolean areIds = logs && n == IDS_OF_READS;
                sql = sql.replaceAll("\\$" + n + "(?!\\d)", areIds ? newIds(value) : value == null ? "null" : ":" + variable);
                if (!areIds && value != null) {
                    variables.put(variable, value);
                }
            }
            script.append(sql).append(";\n");
        }
        return script.toString();
    }

    private static String newIds(String ids) {
        return "array(select gen_random_uuid() from generate_series(1, " + ids.split(",").length + "))";
    }
}
