package org.holdfast.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.CARA;
import static org.holdfast.supervision.RecordCast.DORA;
import static org.holdfast.supervision.RecordCast.SEEN_CASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;
import org.holdfast.pdf.PdfReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The part of a record that only the two who were present write and read. */
class RestrictedPartTest {
    private static final String HERS = "I dream of the flat on Canal Street.";
    private static final String HIS = "We agreed a week without new cases.";

    @RegisterExtension
    static final TestService service = TestService.started().with("holdfast.jobs.check-in", "1s");

    private static RecordCast cast;

    private UUID session;

    @BeforeAll
    static void theCast() {
        cast = new RecordCast(service);
    }

    @BeforeEach
    void aRecordIsBeingWritten() {
        session = cast.session();
    }

    @AfterEach
    void theClockGoesBack() {
        service.clock().set(TestClock.START);
    }

    @Test
    void theTwoWriteItAndReadWhatTheOtherWrote() {
        assertEquals(200, save(AMINA, "restricted", session, "wellbeing", 0, HERS).status());

        assertTrue(page(BEN).one("textarea").text().contains(HERS));
        assertTrue(page(BEN).text().contains("Where it must go instead"));
        assertTrue(page(BEN).texts(".hf-text .hf-who").getFirst().contains("You and Amina, nobody else"));
        Page changes = cast.as(BEN).get(path("/changes?since=0"));
        assertTrue(changes.text().contains(HERS), changes.text());
    }

    @Test
    void nobodyElseFindsIt() {
        save(AMINA, "restricted", session, "wellbeing", 0, HERS);

        for (UUID outsider : List.of(CARA, DORA)) {
            assertEquals(404, cast.as(outsider).get(path("")).status());
            assertEquals(404, cast.as(outsider).get(path("/changes?since=0")).status());
            assertEquals(404, save(outsider, "restricted", session, "wellbeing", 0, "Mine").status());
            assertEquals(404, cast.as(outsider).post(path(""), "once", UUID.randomUUID().toString(), "do", "save").status());
            for (String table : List.of("restricted_text", "restricted_version", "owner_key")) {
                assertEquals(0L, service.asApp(outsider).one(Long.class, "select count(*) from " + table + " where session_id = ?", session), table);
            }
        }
        assertEquals(1L, service.asApp(BEN).one(Long.class, "select count(*) from restricted_text where session_id = ?", session));
    }

    @Test
    void whoReadsTheLockedRecordAsLineSupervisorReadsItWithoutTheRestrictedPart() {
        session = withDora("one-to-one");
        save(DORA, "restricted", session, "wellbeing", 0, HIS);
        share(DORA);
        post(AMINA, "/agreement", "version", "1");

        Page record = cast.as(BEN).get("/sessions/" + session + "/record");
        assertEquals(200, record.status());
        assertFalse(record.text().contains("restricted-part"), record.text());
        assertFalse(record.text().contains(HIS));
        assertEquals(404, cast.as(BEN).get(path("")).status());
        assertTrue(cast.as(AMINA).get("/sessions/" + session + "/record").text().contains("restricted-part"));
        assertTrue(page(AMINA).text().contains(HIS));
    }

    @Test
    void differentWordsAreBothKeptUntilSomebodyChooses() {
        save(AMINA, "restricted", session, "wellbeing", 0, HERS);
        UUID key = UUID.randomUUID();
        Page second = save(BEN, key, "restricted", session, "wellbeing", 0, HIS);

        assertEquals(409, second.status());
        assertEquals(HIS, json(second).get("mine"));
        assertEquals(HERS, json(second).get("theirs"));
        assertEquals(json(second), json(save(BEN, key, "restricted", session, "wellbeing", 0, HIS)));
        String conflict = json(second).get("conflict").toString();
        assertTrue(page(AMINA).one("#conflict-" + conflict).text().contains(HIS));
        assertFalse(cast.as(AMINA).get("/sessions/" + session + "/record").text().contains(HIS));
        assertEquals(409, cast.as(BEN).post("/sessions/" + session + "/sharing", "asked", "true").status());

        Page chosen = cast.as(AMINA).post(path(""), "once", UUID.randomUUID().toString(), "do", "choose:" + conflict + ":both");

        assertEquals(303, chosen.status(), chosen.text());
        assertEquals(HERS + "\n\n" + HIS, page(BEN).one("textarea").wholeText().strip());
    }

    @Test
    void itIsOneFormWithoutScript() {
        String field = "restricted_" + session + "_wellbeing";
        Page shown = cast.as(AMINA).get(path(""));

        Page sent = cast.as(AMINA).submit(shown, "form#record", field, HERS, "do", "save");

        assertEquals(303, sent.status(), sent.text());
        assertTrue(page(BEN).text().contains(HERS));
        Page tooLong = cast.as(AMINA).submit(cast.as(AMINA).get(path("")), "form#record", field, "x".repeat(200_001), "do", "save");
        assertEquals(422, tooLong.status());
        assertEquals("#" + field, tooLong.one(".govuk-error-summary a").attr("href"));
        assertTrue(page(BEN).text().contains(HERS));
    }

    @Test
    void theEmotionalImpactOfACaseIsWrittenHereAndNotInTheCaseDiscussion() {
        String discussion = discussion();
        assertEquals(200, save(AMINA, "impact", UUID.fromString(discussion), "emotional-impact", 1, HERS).status());

        Page record = cast.as(BEN).get("/sessions/" + session + "/record");
        assertFalse(record.text().contains(HERS));
        assertEquals(path("") + "#impact_" + discussion + "_emotional-impact",
                record.one("#discussion-" + discussion + " a[href*=restricted-part]").attr("href"));
        assertTrue(page(BEN).one("#impact_" + discussion + "_emotional-impact").text().contains(HERS));
    }

    @Test
    void theRecordsOwnRoutesNeitherTakeItNorGiveIt() {
        save(AMINA, "restricted", session, "wellbeing", 0, HERS);

        assertEquals(404, saveAt("/sessions/" + session + "/record", BEN, UUID.randomUUID(), "restricted", session, "wellbeing", 0, HIS).status());
        assertEquals(404, saveAt(path(""), BEN, UUID.randomUUID(), "record", session, "itself", 0, HIS).status());
        assertFalse(cast.as(BEN).get("/sessions/" + session + "/record").text().contains(HERS));
        assertFalse(cast.as(BEN).get("/sessions/" + session + "/record/changes?since=0").text().contains(HERS));
        cast.as(BEN).post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", "save", "base", "0",
                "as-shown", "restricted_" + session + "_wellbeing=0", "restricted_" + session + "_wellbeing", HIS);
        assertEquals(HERS, page(BEN).one("textarea").wholeText().strip());
    }

    @Test
    void everyVersionKeepsItsOwnAndLockingKeepsWhatWasShared() {
        String discussion = discussion();
        save(AMINA, "impact", UUID.fromString(discussion), "emotional-impact", 1, "First impact");
        share(BEN);
        Page closed = save(AMINA, "restricted", session, "wellbeing", 1000, "Too late");
        assertEquals(409, closed.status());
        post(AMINA, "/edit-requests", "version", "1", "edits", "Say more");
        save(AMINA, "impact", UUID.fromString(discussion), "emotional-impact", 1000, "Second impact");
        share(BEN);
        post(AMINA, "/agreement", "version", "3");

        assertTrue(page(BEN).text().contains("Second impact"));
        assertTrue(page(BEN).text().contains("Case YP-0101"));
        assertTrue(cast.as(BEN).get(path("?version=1")).text().contains("First impact"));
        assertTrue(cast.as(BEN).get(path("?version=3")).text().contains("Second impact"));
        assertEquals(404, cast.as(BEN).get(path("?version=9")).status());
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from record_version where session_id = ? and cast(content as text) like '%impact%'", session));
        assertFalse(PdfReading.text(pdf()).contains("impact"));
    }

    @Test
    void aDebriefHasNone() {
        session = withDora("debrief");

        assertEquals(404, cast.as(AMINA).get(path("")).status());
        assertEquals(404, save(AMINA, "restricted", session, "wellbeing", 0, HERS).status());
        assertFalse(cast.as(AMINA).get("/sessions/" + session + "/record").text().contains("restricted-part"));
        assertEquals("42501", service.asApp(AMINA).refusal("""
                insert into restricted_text (session_id, part, part_id, wrapped_key, sealed, revision, saved_by, saved_at)
                values (?, 'restricted', ?, decode(repeat('00', 60), 'hex'), '\\x00', 1, ?, now())""", session, session, AMINA));
    }

    @Test
    void openingItLateAsksWhoItIsAndEveryReadingIsInTheLog() {
        save(AMINA, "restricted", session, "wellbeing", 0, HERS);
        assertEquals(0L, readings(BEN));

        page(BEN);
        assertEquals(1L, readings(BEN));
        cast.as(BEN).get(path("/changes?since=0"));
        assertEquals(2L, readings(BEN));
        assertEquals(2L, service.asApp(AMINA).one(Long.class, "select count(*) from access_log where what = 'restricted part' and subject_id = ?", session));

        service.clock().advance(Duration.ofMinutes(10));
        cast.as(BEN).get("/sessions");
        service.clock().advance(Duration.ofMinutes(10));
        Page asked = cast.as(BEN).get(path(""));
        assertEquals(303, asked.status());
        assertTrue(asked.location().startsWith("/confirmation"), asked.location());
    }

    @Test
    void whatWasChangedMovedOrCutOffDoesNotOpenAndShowsNothing() {
        String discussion = discussion();
        save(AMINA, "restricted", session, "wellbeing", 0, HERS);
        save(AMINA, "impact", UUID.fromString(discussion), "emotional-impact", 1, HIS);
        UUID elsewhere = cast.session();
        for (String harm : List.of(
                "update restricted_text set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where session_id = ? and part = 'restricted'",
                "update restricted_text set sealed = substring(sealed from 1 for 20) where session_id = ? and part = 'restricted'",
                "update restricted_text set sealed = '' where session_id = ? and part = 'restricted'",
                """
                update restricted_text t set sealed = o.sealed, wrapped_key = o.wrapped_key from restricted_text o
                where t.session_id = ? and o.session_id = t.session_id and t.part = 'restricted' and o.part = 'impact'""",
                "delete from owner_key where session_id = ? and kind = 'session'")) {
            assertBroken(harm);
        }
        assertEquals(200, cast.as(BEN).get("/sessions/" + session + "/record").status());
        assertEquals(200, cast.as(BEN).get("/sessions/" + elsewhere + "/restricted-part").status());
    }

    private void assertBroken(String harm) {
        List<Map<String, Object>> texts = service.asOwner().rows("select part, wrapped_key, sealed from restricted_text where session_id = ?", session);
        service.asOwner().run("create table if not exists kept_keys as select * from owner_key with no data");
        service.asOwner().run("delete from kept_keys");
        service.asOwner().run("insert into kept_keys select * from owner_key where session_id = ?", session);
        service.asOwner().run(harm, session);

        Page broken = cast.as(BEN).get(path(""));

        assertEquals(500, broken.status(), harm);
        assertEquals("Something sealed here does not open", broken.one("h1").text());
        assertFalse(broken.text().contains("Canal Street") || broken.text().contains("Exception") || broken.text().contains("new cases"), broken.text());
        texts.forEach(text -> service.asOwner().run("update restricted_text set wrapped_key = ?, sealed = ? where session_id = ? and part = ?",
                text.get("wrapped_key"), text.get("sealed"), session, text.get("part")));
        service.asOwner().run("insert into owner_key select * from kept_keys on conflict do nothing");
        service.asOwner().run("drop table kept_keys");
        assertEquals(200, cast.as(BEN).get(path("")).status());
    }

    private long readings(UUID person) {
        return service.asOwner().one(Long.class,
                "select count(*) from access_log where what = 'restricted part' and subject_id = ? and viewer_id = ?", session, person);
    }

    /** A session of Amina's with somebody who is not her line supervisor, whose record is being written. */
    private UUID withDora(String kind) {
        UUID id = cast.session();
        service.asOwner().run("update session set supervisor_id = ?, kind = ? where id = ?", DORA, kind, id);
        return id;
    }

    private String discussion() {
        return cast.as(BEN).post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", "add-case:" + SEEN_CASE)
                .header("Location").split("#discussion-")[1];
    }

    private void share(UUID supervisor) {
        saveAt("/sessions/" + session + "/record", supervisor, UUID.randomUUID(), "function", "support", "notes", 1000, "We talked about " + UUID.randomUUID());
        post(supervisor, "/sharing", "asked", "true");
    }

    private void post(UUID person, String path, String... fields) {
        Page page = cast.as(person).post("/sessions/" + session + path, fields);
        assertEquals(303, page.status(), page.text());
    }

    private byte[] pdf() {
        for (int looks = 0; looks < 50; looks++) {
            Page page = cast.as(BEN).get("/sessions/" + session + "/pdf");
            if (page.header("Content-Type").startsWith("application/pdf")) {
                return page.body();
            }
            service.bean(RecordPdfJob.class).run();
        }
        throw new AssertionError("No PDF of " + session);
    }

    private Page page(UUID person) {
        Page page = cast.as(person).get(path(""));
        assertEquals(200, page.status(), page.text());
        return page;
    }

    private String path(String below) {
        return "/sessions/" + session + "/restricted-part" + below;
    }

    private Page save(UUID person, String part, UUID partId, String field, int base, String value) {
        return save(person, UUID.randomUUID(), part, partId, field, base, value);
    }

    private Page save(UUID person, UUID key, String part, UUID partId, String field, int base, String value) {
        return saveAt(path(""), person, key, part, partId, field, base, value);
    }

    private Page saveAt(String address, UUID person, UUID key, String part, Object partId, String field, int base, String value) {
        Map<String, Object> sent = Map.of("part", part, "partId", partId.toString(), "field", field, "base", base, "key", key.toString(), "value", value);
        try {
            return cast.as(person).send("PUT", address + "/fields", "application/json", service.bean(ObjectMapper.class).writeValueAsString(sent).getBytes(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> json(Page page) {
        try {
            return service.bean(ObjectMapper.class).readValue(page.text(), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new AssertionError(page.text(), e);
        }
    }
}
