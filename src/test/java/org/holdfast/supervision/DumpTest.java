package org.holdfast.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.SEEN_CASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.holdfast.database.Login;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;

/** A whole copy of the database, read as somebody who stole it would, holds no word of what is sealed. Nor does the log. */
class DumpTest {
    /** One for each sealed place. None is a word that anything else would hold. */
    private static final List<String> MARKS = List.of(
            "zephyrine", "quillwort", "ombrometer", "saxifragous", "thalassic", "vespertine", "halcyonic", "noctambule");
    private static final String IN_THE_OPEN = "kittiwakes";

    @RegisterExtension
    static final TestService service = TestService.started().with("holdfast.jobs.check-in", "1s");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private RecordCast cast;
    private UUID session;

    @BeforeEach
    void everythingIsLoggedThatCanBe() {
        log.start();
        root.addAppender(log);
        root.getLoggerContext().getLogger("org.holdfast").setLevel(Level.TRACE);
        root.getLoggerContext().getLogger("io.micronaut.http").setLevel(Level.DEBUG);
    }

    @AfterEach
    void andNoMore() {
        root.detachAppender(log);
        root.getLoggerContext().getLogger("org.holdfast").setLevel(Level.INFO);
        root.getLoggerContext().getLogger("io.micronaut.http").setLevel(null);
    }

    @Test
    void noTableAndNoLineOfTheLogHoldsAWordOfWhatIsSealed() throws Exception {
        cast = new RecordCast(service);
        session = cast.session();
        aWholeStory();
        Map<String, Dumped> dump = dump();

        for (String mark : MARKS) {
            assertEquals(List.of(), holding(dump, mark), mark);
        }
        String logged = log.list.stream().map(event -> event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()))).collect(Collectors.joining("\n"));
        assertTrue(log.list.size() > 0);
        for (String mark : MARKS) {
            assertTrue(!logged.toLowerCase().contains(mark), mark);
        }
        // the search would have found them: what is not sealed is there to read, and the sealed rows are there
        assertTrue(holding(dump, IN_THE_OPEN).contains("function_note"), holding(dump, IN_THE_OPEN).toString());
        for (String table : List.of("restricted_text", "restricted_version", "private_preparation", "stored_report")) {
            assertTrue(service.asOwner().one(Long.class, "select count(*) from " + table) > 0, table);
        }
        assertTrue(service.asOwner().one(Long.class, "select count(*) from field_conflict where sealed is not null") > 0);
        assertTrue(service.asOwner().one(Long.class, "select count(*) from saved_once where sealed is not null") > 0);
    }

    @Test
    void theSearchFindsAWordHoweverItIsWritten() throws IOException {
        String words = "before Kittiwakes after";
        byte[] utf8 = words.getBytes(UTF_8);
        List<byte[]> written = List.of(
                utf8, words.getBytes(StandardCharsets.UTF_16LE), words.getBytes(StandardCharsets.UTF_16BE),
                Base64.getEncoder().encode(utf8), Base64.getEncoder().encode(("x" + words).getBytes(UTF_8)),
                Base64.getUrlEncoder().encode(("xy" + words).getBytes(UTF_8)),
                HexFormat.of().formatHex(utf8).getBytes(UTF_8), HexFormat.of().withUpperCase().formatHex(utf8).getBytes(UTF_8),
                deflated(utf8), gzipped(utf8), deflated(HexFormat.of().formatHex(deflated(utf8)).getBytes(UTF_8)));
        for (int i = 0; i < written.size(); i++) {
            ByteArrayOutputStream around = new ByteArrayOutputStream();
            around.write(new byte[] {1, 2, 3});
            around.write(written.get(i));
            around.write(new byte[] {9});
            assertTrue(new Dumped(around.toByteArray()).holds(IN_THE_OPEN), "form " + i);
        }
        assertTrue(!new Dumped(deflated("nothing of the kind".getBytes(UTF_8))).holds(IN_THE_OPEN));
    }

    /** Everything that seals anything: prepared, written by two, in conflict, shared twice, locked, printed, searched. */
    private void aWholeStory() {
        post(AMINA, "/private-preparation", 303, "words", "On my own: " + MARKS.get(0), "base", "0");
        post(AMINA, "/private-preparation", 409, "words", "In another window: " + MARKS.get(1), "base", "7");
        String discussion = cast.as(BEN).post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", "add-case:" + SEEN_CASE)
                .header("Location").split("#discussion-")[1];
        save("/record", BEN, "function", "support", "notes", 1000, "We heard the " + IN_THE_OPEN);
        save("/restricted-part", AMINA, "restricted", session.toString(), "wellbeing", 0, "For a while: " + MARKS.get(2));
        save("/restricted-part", BEN, "restricted", session.toString(), "wellbeing", 0, "Against it: " + MARKS.get(3));
        save("/restricted-part", AMINA, "impact", discussion, "emotional-impact", 1, "What it does: " + MARKS.get(4));
        String conflict = service.asOwner().one(UUID.class, "select id from field_conflict where session_id = ?", session).toString();
        post(BEN, "/restricted-part", 303, "once", UUID.randomUUID().toString(), "do", "choose:" + conflict + ":both");
        post(BEN, "/sharing", 303, "asked", "true");
        post(AMINA, "/edit-requests", 303, "version", "1", "edits", "Say more");
        save("/restricted-part", AMINA, "impact", discussion, "emotional-impact", 1000, "Now: " + MARKS.get(5));
        post(BEN, "/sharing", 303, "asked", "true");
        post(AMINA, "/restricted-part", 409, "once", UUID.randomUUID().toString(), "do", "save", "as-shown",
                "restricted_" + session + "_wellbeing=0", "restricted_" + session + "_wellbeing", "Too late: " + MARKS.get(6));
        post(AMINA, "/agreement", 303, "version", "3");
        cast.as(AMINA).post("/own-words", "words", MARKS.get(7));
        cast.as(AMINA).post("/own-words", "words", MARKS.get(0));
        service.bean(RecordPdfJob.class).run();
        service.asOwner().run("update restricted_text set sealed = substring(sealed from 1 for 30) where part = 'restricted'");
        cast.as(BEN).post("/own-words", "words", MARKS.get(5));
    }

    private void post(UUID person, String below, int status, String... fields) {
        Page page = cast.as(person).post("/sessions/" + session + below, fields);
        assertEquals(status, page.status(), page.text());
    }

    private void save(String sheet, UUID person, String part, String partId, String field, int base, String value) {
        Map<String, Object> sent = Map.of("part", part, "partId", partId, "field", field, "base", base, "key", UUID.randomUUID().toString(), "value", value);
        try {
            Page page = cast.as(person).send("PUT", "/sessions/" + session + sheet + "/fields", "application/json",
                    service.bean(ObjectMapper.class).writeValueAsString(sent).getBytes(UTF_8));
            assertTrue(page.status() == 200 || page.status() == 409, page.text());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every table whole, as its bytes lie. */
    private Map<String, Dumped> dump() throws SQLException, IOException {
        Map<String, Dumped> dump = new TreeMap<>();
        try (Connection owner = service.database().connect(Login.OWNER)) {
            for (String table : service.asOwner().column(String.class, """
                    select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'""")) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                owner.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout (format binary)", bytes);
                dump.put(table, new Dumped(bytes.toByteArray()));
            }
        }
        assertTrue(dump.size() > 40, dump.keySet().toString());
        return dump;
    }

    private static List<String> holding(Map<String, Dumped> dump, String mark) {
        return dump.entrySet().stream().filter(table -> table.getValue().holds(mark)).map(Map.Entry::getKey).toList();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
            deflating.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipping = new GZIPOutputStream(out)) {
            zipping.write(bytes);
        }
        return out.toByteArray();
    }
}
