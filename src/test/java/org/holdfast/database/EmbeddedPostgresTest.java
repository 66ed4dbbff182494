package org.holdfast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, on the database it brings along; one folder for all tests, to save time. */
class EmbeddedPostgresTest {
    private static final String UP = "{\"status\":\"UP\"}";

    @TempDir static Path temporary;

    @Test
    void isDurableAndLetsNobodyInWithoutAPassword() throws Exception {
        try (ChildService service = ChildService.start(data())) {
            assertEquals(UP, ChildService.health(service.ready()));
            try (Connection app = service.connect(Login.APP)) {
                assertEquals("on", one(app, "show fsync"));
                assertEquals("on", one(app, "show synchronous_commit"));
                assertEquals("on", one(app, "show full_page_writes"));
                assertEquals("127.0.0.1", one(app, "show listen_addresses"));
                assertEquals("f", one(app, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"));
                assertEquals("i", one(app, "select datlocprovider from pg_database where datname = current_database()"));
                assertFalse(letsIn(app.getMetaData().getURL(), "postgres", ""));
                assertFalse(letsIn(app.getMetaData().getURL(), "holdfast_owner", "guessed"));
            }
            assertEquals("", Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(4), "no unix socket");
        }
    }

    @Test
    void aFirstStartMakesSecretsAndIsNotHinderedByOneThatWasCutShort() throws Exception {
        Path fresh = temporary.resolve("fresh");
        Files.createDirectories(fresh.resolve("postgres"));
        Files.writeString(fresh.resolve("postgres/postgresql.conf"), "# a first start that was cut short");

        try (ChildService service = ChildService.start(fresh)) {
            assertEquals(UP, ChildService.health(service.ready()));
            assertTrue(service.output().startsWith("Keys and passwords were made in " + fresh.resolve("secrets")
                + ". Keep a copy elsewhere"));
        }
    }

    @Test
    void aSecondStartOnTheSameFolderSaysSoAndLeavesTheFirstAlone() throws Exception {
        try (ChildService first = ChildService.start(data())) {
            String address = first.ready();
            try (ChildService second = ChildService.start(data())) {
                assertEquals(1, second.exitCode());
                assertEquals("Holdfast is already running on " + data()
                    + ". Use that one, stop it first, or name another folder with --data.\n", second.output());
            }
            assertEquals(UP, ChildService.health(address));
        }
    }

    @Test
    void comesBackWithEverythingAfterTheServiceWasKilled() throws Exception {
        ProcessHandle leftOver;
        try (ChildService service = ChildService.start(data())) {
            service.ready();
            write(service, "before the service was killed");
            leftOver = service.postgres();
            service.kill();
        }
        assertTrue(leftOver.isAlive(), "PostgreSQL should have outlived the service, or this test shows nothing");

        try (ChildService service = ChildService.start(data())) {
            assertEquals(UP, ChildService.health(service.ready()));
            assertFalse(leftOver.isAlive());
            assertNotEquals(leftOver.pid(), service.postgres().pid());
            assertKept(service, "before the service was killed");
        }
    }

    @Test
    void comesBackWithEverythingAfterBothWereKilled() throws Exception {
        try (ChildService service = ChildService.start(data())) {
            service.ready();
            write(service, "before both were killed");
            ProcessHandle postgres = service.postgres();
            service.kill();
            postgres.destroyForcibly();
            postgres.onExit().get(10, TimeUnit.SECONDS);
        }
        try (ChildService service = ChildService.start(data())) {
            assertEquals(UP, ChildService.health(service.ready()));
            assertKept(service, "before both were killed");
        }
    }

    @Test
    void neverEndsAProcessThatMerelyHasThePidOfALeftOver() throws Exception {
        Process somebodyElse = new ProcessBuilder("sleep", "60").start();
        Path postgres = Files.createDirectories(temporary.resolve("somewhere/postgres"));
        Files.writeString(postgres.resolve("postmaster.pid"), somebodyElse.pid() + "\n" + postgres + "\n");
        try {
            LeftOverPostgres.end(postgres);

            assertTrue(somebodyElse.isAlive());
            assertFalse(Files.exists(postgres.resolve("postmaster.pid")));
        } finally {
            somebodyElse.destroyForcibly();
        }
    }

    @Test
    void aTokenIsIssuedToTheRunningServiceAndOnlyItsHashIsKept() throws Exception {
        try (ChildService service = ChildService.start(data())) {
            service.ready();
            String token = service.command("org.holdfast.accounts.IssueToken", "--data", data().toString(),
                "--scopes", "intake,read", "--label", "Case system").lines().toList().getLast();

            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            try (Connection owner = service.connect(Login.OWNER)) {
                assertEquals("{intake,read} 1 day", one(owner, """
                    select scopes::text || ' ' || (expires_at - created_at)::text from api_token
                    where label = 'Case system' and token_hash = '\\x%s'""".formatted(HexFormat.of().formatHex(hash))));
            }
        }
    }

    @Test
    void theTrailOfTheRunningServiceIsVerifiedAndWrittenOut() throws Exception {
        try (ChildService service = ChildService.start(data())) {
            service.ready();
            service.command("org.holdfast.accounts.IssueToken", "--data", data().toString(), "--scopes", "read");
            awaitLink(service);

            String verified = service.command("org.holdfast.audit.TrailCommand", "verify", "--data", data().toString());
            String exported = service.command("org.holdfast.audit.TrailCommand", "export", "--data", data().toString());
            Path kept = Files.writeString(temporary.resolve("trail.jsonl"), exported);

            assertTrue(verified.contains("No row waits for its link."), verified);
            assertTrue(verified.contains("Every linked row is as it was written."), verified);
            assertTrue(exported.lines().findFirst().orElseThrow().contains("\"what\":\"token issued\""), exported);
            assertTrue(exported.lines().toList().getLast().contains("\"head\":\""), exported);
            assertTrue(service.command("org.holdfast.audit.TrailCommand", "verify", "--data", data().toString(), "--against", kept.toString())
                .contains("Every linked row is as it was written."));

            try (Connection owner = service.connect(Login.OWNER); Statement tampering = owner.createStatement()) {
                tampering.execute("update act set what = 'nothing at all'");
            }
            AssertionError found = assertThrows(AssertionError.class,
                () -> service.command("org.holdfast.audit.TrailCommand", "verify", "--data", data().toString()));
            assertTrue(found.getMessage().contains("(link 1) does not match its link"), found.getMessage());
        }
    }

    /** The job runs every five seconds. */
    private static void awaitLink(ChildService service) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (Connection owner = service.connect(Login.OWNER)) {
            String waiting = "select count(*)::text from trail t where not exists (select from trail_link l where l.row_id = t.id)";
            while (!one(owner, waiting).equals("0") && System.nanoTime() < end) {
                one(owner, "select pg_sleep(0.2)::text");
            }
        }
    }

    @Test
    void stopsServiceAndDatabaseWithinTenSeconds() throws Exception {
        try (ChildService service = ChildService.start(data())) {
            service.ready();
            ProcessHandle postgres = service.postgres();
            long from = System.nanoTime();
            service.stop();
            service.exitCode();
            postgres.onExit().get(10, TimeUnit.SECONDS);

            assertTrue(System.nanoTime() - from < Duration.ofSeconds(10).toNanos());
            assertFalse(Files.exists(data().resolve("run")));
            assertThrows(CannotStart.class, () -> RunningDatabase.in(data()));
        }
    }

    @Test
    void theDemonstrationIsRefusedWhereOthersCouldReachIt() throws Exception {
        try (ChildService service = ChildService.start(data(), "holdfast.demo=small", "micronaut.server.host=0.0.0.0")) {
            assertEquals(1, service.exitCode());
            assertEquals(1, service.output().lines().count(), service.output());
        }
    }

    @Test
    void anExternalDatabaseWithoutItsSecretsIsRefusedInOneSentence() throws Exception {
        try (ChildService service = ChildService.start(data(), "holdfast.database.external=true")) {
            assertEquals(1, service.exitCode());
            assertTrue(service.output().startsWith("An external database needs HOLDFAST_"), service.output());
            assertEquals(1, service.output().lines().count(), service.output());
        }
    }

    private Path data() {
        return temporary.resolve("installation");
    }

    private static void write(ChildService service, String word) throws SQLException {
        try (Connection owner = service.connect(Login.OWNER); Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists kept_word (word text)");
            statement.execute("insert into kept_word values ('" + word + "')");
        }
    }

    private static void assertKept(ChildService service, String word) throws SQLException {
        try (Connection owner = service.connect(Login.OWNER)) {
            assertEquals("1", one(owner, "select count(*) from kept_word where word = '" + word + "'"));
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean letsIn(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }
}
