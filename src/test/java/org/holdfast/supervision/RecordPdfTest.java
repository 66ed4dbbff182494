package org.holdfast.supervision;

import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.CARA;
import static org.holdfast.supervision.RecordCast.SEEN_CASE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.database.SecretsForTests;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.holdfast.pdf.PdfReading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the shared record to the file that can be kept for decades. */
class RecordPdfTest {
    private static final String NOTES = "She carries a lot & says so: <b>“enough”</b>.";

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

    @Test
    void agreeingTheSharedVersionLocksItAndItsPdfCanBeOpened() {
        locked();

        byte[] pdf = pdf(null).body();
        assertEquals(List.of(), PdfReading.objections(pdf));
        String text = PdfReading.text(pdf);
        for (String words : List.of("Amina Khan", "Ben Okafor", NOTES, "Case YP-0101", "She came by herself.", "Shared (version 1)", "Agreed with comment",
                "A good hour.", "Locked", "Room 2")) {
            assertTrue(text.contains(words), words + " is missing in " + text);
        }
    }

    @Test
    void aLockedRecordNobodyAskedThePdfOfIsAskedForWhenItIsOpened() {
        locked();
        service.asOwner().run("delete from stored_report where request_id in (select id from report_request where subject_id = ?)", session);
        service.asOwner().run("delete from report_request where subject_id = ?", session);

        assertEquals(200, cast.as(BEN).get("/sessions/" + session + "/pdf").status());

        assertEquals(1, service.asOwner().rows("select id from report_request where subject_id = ?", session).size());
    }

    @Test
    void onlyWhoMayReadTheRecordFindsItsPdfAndItsVersions() {
        locked();

        for (String path : List.of("/pdf", "/versions/1", "/record")) {
            assertEquals(404, cast.as(CARA).get("/sessions/" + session + path).status(), path);
            assertEquals(200, cast.as(AMINA).get("/sessions/" + session + path).status(), path);
        }
        assertEquals(404, cast.as(AMINA).get("/sessions/" + session + "/versions/9").status());
        assertEquals(404, cast.as(AMINA).get("/sessions/" + cast.session() + "/pdf").status());
    }

    @Test
    void theStoredFileCannotBeReadInTheDatabase() {
        locked();
        pdf(null);

        byte[] stored = service.asOwner().one(byte[].class,
                "select s.content from stored_report s join report_request r on r.id = s.request_id where r.subject_id = ?", session);
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }

    @Test
    void aFileFromBeforeOwnersHadKeysIsSealedAnewUnchanged() throws GeneralSecurityException {
        locked();
        byte[] file = pdf(null).body();
        UUID request = service.asOwner().one(UUID.class, "select id from report_request where subject_id = ?", session);
        byte[] boundTo = ("stored_report " + request).getBytes(StandardCharsets.UTF_8);
        SecretBytes item = SecretBytes.randomBytes(32);
        byte[] itemKey = item.toByteArray(InsecureSecretKeyAccess.get());
        // at once, and by whichever run comes first: the job also runs by itself
        service.asOwner().run("with gone as (delete from stored_report where request_id = ?) insert into stored_report_before (request_id, wrapped_key, content) values (?, ?, ?)",
                request, request, directlyUnderTheInstallationsKey().encrypt(itemKey, boundTo), new AesGcmJce(itemKey).encrypt(file, boundTo));

        service.bean(RecordPdfJob.class).run();

        assertArrayEquals(file, pdf(null).body());
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from stored_report_before"));
    }

    private static Aead directlyUnderTheInstallationsKey() throws GeneralSecurityException {
        return AesGcmJce.create(AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder().setKeySizeBytes(32).setIvSizeBytes(12).setTagSizeBytes(16).setVariant(AesGcmParameters.Variant.TINK).build())
                .setKeyBytes(SecretBytes.copyFrom(SecretsForTests.fixed().keyEncryptionKeys().now().getFirst(), InsecureSecretKeyAccess.get()))
                .setIdRequirement(1).build());
    }

    @Test
    void whatWasAskedForBeforeACrashIsMadeAfterIt() {
        // a request whose nudge was lost with the service that wrote it
        save("function", "support", "notes", NOTES);
        share();
        cast.step(session, 5, "agreed", 1, AMINA);
        cast.step(session, 6, "locked", 2, AMINA);
        service.asOwner().run("insert into record_version (id, session_id, number, cause, content, made_by, made_at) select ?, session_id, 2, 'locked', content, ?, made_at from record_version where session_id = ? and number = 1",
                UUID.randomUUID(), AMINA, session);
        service.asOwner().run("insert into report_request (id, kind, subject_id, version, requested_at) values (?, 'supervision record', ?, 2, now())", UUID.randomUUID(), session);

        service.restart();

        assertTrue(PdfReading.text(pdf(null).body()).contains(NOTES));
    }

    @Test
    void twoRunsAtOnceStoreOneFile() throws Exception {
        locked();
        RecordPdfJob job = service.bean(RecordPdfJob.class);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Integer> run = job::run;
            for (Future<Integer> done : two.invokeAll(List.of(run, run))) {
                done.get();
            }
        }

        assertEquals(1L, service.asOwner().one(Long.class,
                "select count(*) from stored_report s join report_request r on r.id = s.request_id where r.subject_id = ?", session));
    }

    @Test
    void whileItIsBeingMadeThePageSaysSoAndLooksAgain() {
        locked();
        service.asOwner().run("insert into record_version (id, session_id, number, cause, content, made_at) values (?, ?, 3, 'locked', '{\"form\": \"broken\"}', now())", UUID.randomUUID(), session);
        UUID request = UUID.randomUUID();
        service.asOwner().run("insert into report_request (id, kind, subject_id, version, requested_at) values (?, 'supervision record', ?, 3, ?)", request, session, service.clock().instant());

        Page waiting = cast.as(AMINA).get("/sessions/" + session + "/pdf");
        assertEquals(200, waiting.status());
        assertEquals("2", waiting.header("Refresh"));
        assertTrue(waiting.document().text().contains("The PDF is being made"), waiting.document().text());

        RecordPdfJob job = service.bean(RecordPdfJob.class);
        for (int hours = 0; hours < 10; hours++) {
            job.run();
            service.clock().set(service.clock().instant().plus(Duration.ofHours(1)));
        }
        long attempts = service.asOwner().one(Long.class, "select count(*) from report_attempt where request_id = ?", request);
        assertEquals(RecordPdfJob.MOST_ATTEMPTS, attempts);
        List<String> reasons = service.asOwner().column(String.class, "select why from report_attempt where request_id = ?", request);
        assertTrue(reasons.stream().allMatch(why -> why.matches("[a-zA-Z.$]+")), reasons.toString());
        service.clock().set(org.holdfast.house.TestClock.START);
        Page given = cast.as(AMINA).get("/sessions/" + session + "/pdf");
        assertEquals("", given.header("Refresh"));
        assertTrue(given.document().text().contains("The PDF could not be made"));
    }

    @Test
    void whatIsAddedToALockedRecordMakesAVersionOfItsOwnAndTheOneBeforeStays() {
        locked();
        String before = content(2);
        Page added = cast.as(BEN).post("/sessions/" + session + "/addenda", "once", UUID.randomUUID().toString(), "addendum", "The school has offered a place.");
        assertEquals(303, added.status(), added.text());

        assertEquals(before, content(2));
        assertTrue(content(3).contains("The school has offered a place."));
        assertFalse(PdfReading.text(pdf(2).body()).contains("The school has offered a place."));
        assertTrue(PdfReading.text(pdf(3).body()).contains("The school has offered a place."));
    }

    @Test
    void everyEarlierVersionCanBeReadAsItWas() {
        save("function", "support", "notes", "First words");
        share();
        post(AMINA, "/edit-requests", "version", "1", "edits", "Say more");
        save("function", "support", "notes", "Second words");
        share();

        assertTrue(cast.as(AMINA).get("/sessions/" + session + "/versions/1").document().text().contains("First words"));
        Page third = cast.as(AMINA).get("/sessions/" + session + "/versions/3");
        assertTrue(third.document().text().contains("Second words"));
        assertFalse(third.document().text().contains("First words"));
        assertNotEquals(content(1), content(3));
    }

    @Test
    void aRecordWithTwoTextsInOneFieldIsNotShared() {
        save("function", "support", "notes", "Ben's words");
        saveAs(AMINA, 0, "function", "support", "notes", "Amina's words");

        Page refused = cast.as(BEN).post("/sessions/" + session + "/sharing", "asked", "true");
        assertEquals(409, refused.status());
        assertEquals("drafted", service.asOwner().one(String.class, "select session_state(?)", session));
    }

    private void locked() {
        String added = cast.as(BEN).post("/sessions/" + session + "/record", "once", UUID.randomUUID().toString(), "do", "add-case:" + SEEN_CASE)
                .header("Location").split("#discussion-")[1];
        save("discussion", added, "seen-and-heard", "She came by herself.");
        save("function", "support", "notes", NOTES);
        share();
        post(AMINA, "/agreement", "version", "1", "comment", "A good hour.");
    }

    private void share() {
        post(BEN, "/sharing", "asked", "true");
    }

    private void post(UUID person, String path, String... fields) {
        Page page = cast.as(person).post("/sessions/" + session + path, fields);
        assertEquals(303, page.status(), page.text());
    }

    private void save(String part, String partId, String field, String value) {
        saveAs(BEN, 1000, part, partId, field, value);
    }

    private void saveAs(UUID person, int base, String part, String partId, String field, String value) {
        String json = """
                {"part": "%s", "partId": "%s", "field": "%s", "base": %d, "key": "%s", "value": "%s"}""".formatted(
                part, partId, field, base, UUID.randomUUID(), value);
        cast.as(person).send("PUT", "/sessions/" + session + "/record/fields", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private String content(int version) {
        return service.asOwner().one(String.class, "select cast(content as text) from record_version where session_id = ? and number = ?", session, version);
    }

    /** The file, as soon as it is there. */
    private Page pdf(Integer version) {
        String path = "/sessions/" + session + "/pdf" + (version == null ? "" : "?version=" + version);
        for (int looks = 0; looks < 200; looks++) {
            Page page = cast.as(AMINA).get(path);
            assertEquals(200, page.status(), page.text());
            if (page.header("Content-Type").startsWith("application/pdf")) {
                return page;
            }
            service.bean(RecordPdfJob.class).run();
        }
        throw new AssertionError("No PDF of " + session);
    }
}
